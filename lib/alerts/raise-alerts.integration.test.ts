import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { aDesk, arrive, aTriage } from "../testing/a-desk.ts";
import { headerOf, SmtpSink } from "../testing/smtp-sink.ts";
import type { ChannelForm } from "./channel-form.ts";
import { raiseAlerts } from "./raise-alerts.ts";
import { listChannels, removeChannel, saveChannel, testChannel } from "./save-channel.ts";

const MINUTE = 60_000;
const KEY = new Uint8Array(32).fill(7);
const FORM: ChannelForm = {
  kind: "webhook",
  target: "",
  secret: "",
  proxy: "",
  mailboxId: "",
  onIntake: true,
  onDue: true,
  enabled: true,
};

let sink: SmtpSink;
let web: Server;
let here: string;
let status: number;
let desk: Awaited<ReturnType<typeof aDesk>>;
let clock: number;
const asked: { url: string; headers: IncomingHttpHeaders; body: string }[] = [];

beforeAll(async () => {
  vi.stubEnv("ALLOWED_INTERNAL", "127.0.0.1");
  sink = await SmtpSink.start();
  web = createServer(async (request, response) => {
    asked.push({ url: request.url ?? "", headers: request.headers, body: await text(request) });
    response.writeHead(status).end();
  }).listen(0, "127.0.0.1");
  await once(web, "listening");
  here = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
});
afterAll(async () => {
  vi.unstubAllEnvs();
  web.close();
  await sink.stop();
});
beforeEach(async () => {
  desk = await aDesk();
  clock = desk.mailbox.createdAt.getTime();
  const data = { smtpHost: "127.0.0.1", smtpPort: sink.port, smtpSecurity: "none" };
  await desk.db.mailbox.update({ where: { id: desk.mailbox.id }, data });
  status = 200;
  asked.length = 0;
  sink.mode = "ok";
  sink.mails.length = 0;
});
afterEach(async () => await desk.close());

const raise = () => raiseAlerts(desk.db, { secretKey: KEY, now: () => clock });
const owner = () => desk.people.owner;
async function add(form: Partial<ChannelForm>): Promise<string> {
  const input = { channelId: null, form: { ...FORM, ...form }, now: clock };
  expect(await saveChannel(desk.db, owner(), input, KEY)).toEqual({ ok: true });
  return (await listChannels(desk.db, owner())).at(-1)?.id ?? "";
}
const seen = (at: number) =>
  desk.db.mailbox.update({
    where: { id: desk.mailbox.id },
    data: { checkedAt: new Date(at) },
  });

test("mail that stands still is told once over each channel, and again when it stands still again", async () => {
  await add({ target: `${here}/hook?key=topsecret`, secret: "signing" });
  await add({ kind: "ntfy", target: `${here}/topic`, secret: "tk_1" });
  await add({ kind: "mail", target: "ada@home.example", mailboxId: desk.mailbox.id });
  await raise();
  expect(asked).toEqual([]);
  clock += 30 * MINUTE;
  await raise();
  await raise();
  expect(asked.map(({ url }) => url).sort()).toEqual(["/hook?key=topsecret", "/topic"]);
  expect(sink.mails).toMatchObject([{ from: "abuse@operator.example", to: ["ada@home.example"] }]);
  expect(headerOf(sink.mails[0]?.raw ?? "", "auto-submitted")).toBe("auto-generated");
  await seen(clock);
  clock += 6 * MINUTE;
  await raise();
  expect(asked).toHaveLength(2);
  clock += 30 * MINUTE;
  await raise();
  expect(asked).toHaveLength(4);
  expect(sink.mails).toHaveLength(2);
});

test("a webhook is signed over time and body, ntfy gets its token, and both the same fixed words", async () => {
  await add({ target: `${here}/hook`, secret: "signing" });
  await add({ kind: "ntfy", target: `${here}/topic`, secret: "tk_1" });
  clock += 30 * MINUTE;
  await raise();
  const hook = asked.find(({ url }) => url === "/hook");
  const topic = asked.find(({ url }) => url === "/topic");
  const time = String(clock / 1000);
  expect(hook?.headers).toMatchObject({
    "exitdesk-timestamp": time,
    "exitdesk-signature": createHmac("sha256", "signing")
      .update(`${time}.${hook?.body}`)
      .digest("hex"),
  });
  expect(JSON.parse(hook?.body ?? "")).toMatchObject({ kinds: ["intake"], text: topic?.body });
  expect(topic?.headers).toMatchObject({
    authorization: "Bearer tk_1",
    title: "Exitdesk: mail is not coming in",
  });
});

test("a sealed case and a near deadline are told in the same words, which name neither", async () => {
  await add({ target: `${here}/hook`, onIntake: false });
  await seen(clock);
  const bodies: string[] = [];
  for (const change of [
    { sealed: true },
    { deadlineAt: new Date(clock + 60 * MINUTE), sortAt: new Date(clock) },
  ]) {
    const opened = await arrive(desk.db, aTriage());
    await desk.db.case.updateMany({
      where: { id: opened.caseId ?? "" },
      data: { deadlineAt: null, sortAt: new Date("2999-01-01"), ...change },
    });
    asked.length = 0;
    await raise();
    expect(asked).toHaveLength(1);
    const { at: _at, ...said } = JSON.parse(asked[0]?.body ?? "");
    bodies.push(JSON.stringify(said));
    expect(asked[0]?.body).not.toMatch(new RegExp(`${opened.caseId}|relay-7|bruteforce`));
    clock += 6 * MINUTE;
  }
  expect(bodies[0]).toBe(bodies[1]);
});

test("what is not taken is tried again, later each time, and says what to do", async () => {
  await add({ target: `${here}/hook` });
  clock += 30 * MINUTE;
  status = 403;
  await raise();
  await raise();
  expect(asked).toHaveLength(1);
  expect(await listChannels(desk.db, owner())).toMatchObject([
    { failures: 1, lastProblem: expect.stringMatching(/answered 403; check the token/) },
  ]);
  clock += MINUTE;
  await raise();
  clock += MINUTE;
  await raise();
  expect(asked).toHaveLength(2);
  status = 200;
  clock += MINUTE;
  await raise();
  expect(asked).toHaveLength(3);
  expect(await listChannels(desk.db, owner())).toMatchObject([{ failures: 0, lastProblem: null }]);
});

test("however much comes, nobody is called more often than every five minutes", async () => {
  await add({ target: `${here}/hook` });
  await seen(clock);
  for (let minute = 0; minute < 20; minute += 1) {
    await desk.db.sighting.create({
      data: { via: "import", outcome: "quarantined", seenAt: new Date(clock) },
    });
    await raise();
    clock += MINUTE;
  }
  expect(asked).toHaveLength(4);
});

test("a refused mail is a problem of its channel alone", async () => {
  await add({ kind: "mail", target: "ada@bad.example", mailboxId: desk.mailbox.id });
  await add({ target: `${here}/hook` });
  sink.mode = "rcpt-perm";
  clock += 30 * MINUTE;
  await raise();
  expect(asked).toHaveLength(1);
  const [mail, hook] = await listChannels(desk.db, owner());
  expect(mail?.lastProblem).toMatch(/^5\d\d /);
  expect(hook?.lastProblem).toBeNull();
});

test.each<[string, Partial<ChannelForm>, RegExp]>([
  ["no web address", { target: "ntfy.sh/topic" }, /no web address/],
  ["a name and password in it", { target: "https://a:b@x.example/" }, /no web address/],
  ["a topic that is none", { kind: "ntfy", target: "https://ntfy.sh/a/b" }, /one topic/],
  ["several addresses", { kind: "mail", target: "a@x.example, b@x.example" }, /one plain/],
  ["a proxy that is none", { target: "https://x.example/", proxy: "tor" }, /SOCKS5/],
  ["nothing to tell", { target: "https://x.example/", onIntake: false, onDue: false }, /Tick/],
])("%s is refused in one sentence", async (_, form, sentence) => {
  const mailboxId = desk.mailbox.id;
  const input = { channelId: null, form: { ...FORM, mailboxId, ...form }, now: clock };
  const saved = await saveChannel(desk.db, owner(), input, KEY);
  expect(saved).toMatchObject({ ok: false, text: expect.stringMatching(sentence) });
  expect(await desk.db.alertChannel.count()).toBe(0);
});

test("a desk does not write to itself, nor ask what is inside without leave", async () => {
  const mail = {
    kind: "mail",
    target: "Abuse@Operator.example",
    mailboxId: desk.mailbox.id,
  } as const;
  const input = { channelId: null, form: { ...FORM, ...mail }, now: clock };
  expect(await saveChannel(desk.db, owner(), input, KEY)).toMatchObject({ code: "own-address" });
  vi.stubEnv("ALLOWED_INTERNAL", "");
  const channelId = await add({ target: `${here}/hook` });
  const tested = await testChannel(desk.db, owner(), { channelId, now: clock }, KEY);
  vi.stubEnv("ALLOWED_INTERNAL", "127.0.0.1");
  expect(tested).toMatchObject({ text: expect.stringMatching(/ALLOWED_INTERNAL/) });
  expect(asked).toEqual([]);
});

test("an address is kept sealed, stays when its field is empty, and a test says what came of it", async () => {
  const channelId = await add({ target: `${here}/hook?key=topsecret`, secret: "signing" });
  const stored = JSON.stringify(await desk.db.alertChannel.findMany());
  expect(stored).not.toMatch(/topsecret|signing"/);
  const change = { channelId, form: { ...FORM, target: "" }, now: clock };
  expect(await saveChannel(desk.db, owner(), change, KEY)).toEqual({ ok: true });
  expect(await testChannel(desk.db, owner(), { channelId, now: clock }, KEY)).toEqual({ ok: true });
  expect(asked).toMatchObject([{ url: "/hook?key=topsecret" }]);
  status = 500;
  expect(await testChannel(desk.db, owner(), { channelId, now: clock }, KEY)).toMatchObject({
    text: expect.stringMatching(/answered 500/),
  });
  expect(await removeChannel(desk.db, owner(), { channelId })).toEqual({ ok: true });
  expect(await desk.db.alertChannel.count()).toBe(0);
});

test("only who manages settings sees and changes where alerts go", async () => {
  const channelId = await add({ target: `${here}/hook` });
  for (const role of ["operator", "counsel", "delegate", "read-only"] as const) {
    const viewer = desk.people[role];
    expect(await listChannels(desk.db, viewer)).toEqual([]);
    const input = { channelId: null, form: { ...FORM, target: `${here}/` }, now: clock };
    for (const answer of [
      await saveChannel(desk.db, viewer, input, KEY),
      await testChannel(desk.db, viewer, { channelId, now: clock }, KEY),
      await removeChannel(desk.db, viewer, { channelId }),
    ])
      expect(answer).toMatchObject({ code: "forbidden" });
  }
  expect(asked).toEqual([]);
});
