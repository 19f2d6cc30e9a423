import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { seal } from "../config/secret.ts";
import { aLetterQueue, SECRET_KEY } from "../testing/a-letter-queue.ts";
import { headerOf, type SinkMode, SmtpSink } from "../testing/smtp-sink.ts";
import { deliverDue, recoverInterrupted } from "./deliver.ts";

const WAITS = { connect: 500, greeting: 500, socket: 1500 };
let sink: SmtpSink;
let desk: Awaited<ReturnType<typeof aLetterQueue>>;
let clock: number;

beforeAll(async () => {
  sink = await SmtpSink.start();
});
afterAll(async () => await sink.stop());
beforeEach(async () => {
  desk = await aLetterQueue(sink.port);
  sink.mode = "ok";
  sink.mails.length = 0;
  sink.connections = 0;
  clock = Date.now();
});
afterEach(async () => await desk.close());

const deliver = (given: { signal?: AbortSignal } = {}) =>
  deliverDue(desk.db, {
    secretKey: SECRET_KEY,
    settle: desk.settle,
    now: () => clock,
    waits: WAITS,
    ...given,
  });
const outcomes = () => desk.settled.map((one) => one.outcome);

test("an approved letter goes out once, as it was approved", async () => {
  const id = await desk.queue({
    to: ["abuse@isp.example", "noc@isp.example"],
    inReplyTo: "<parent@isp.example>",
    references: ["<parent@isp.example>"],
  });
  await deliver();
  await deliver();
  expect(sink.mails).toHaveLength(1);
  const [mail] = sink.mails;
  expect(mail).toMatchObject({
    from: "abuse@operator.example",
    to: ["abuse@isp.example", "noc@isp.example"],
    messageId: (await desk.letter(id)).messageId,
  });
  expect(headerOf(mail?.raw ?? "", "subject")).toBe("Re: [AbuseID:1A2B] your report");
  expect(headerOf(mail?.raw ?? "", "in-reply-to")).toBe("<parent@isp.example>");
  expect(headerOf(mail?.raw ?? "", "x-mailer")).toBeNull();
  expect(await desk.letter(id)).toMatchObject({ state: "sent", attempts: 1 });
  expect(desk.settled).toMatchObject([{ outboxId: id, outcome: "sent", answer: "250 2.0.0 kept" }]);
});

test("nothing goes before its time, and nothing that was taken back", async () => {
  await desk.queue({ notBefore: new Date(clock + 15_000) });
  await desk.queue({ state: "cancelled" });
  expect(await deliver()).toBe(0);
  expect(sink.connections).toBe(0);
  clock += 15_000;
  expect(await deliver()).toBe(1);
  expect(sink.mails).toHaveLength(1);
});

test.each<[SinkMode, string, number]>([
  ["ok", "sent", 1],
  ["ack-drop", "sent", 1],
  ["slow", "sent", 1],
  ["stored-drop", "unknown", 1],
  ["lost-drop", "unknown", 0],
  ["perm", "failed", 0],
  ["temp", "queued", 0],
  ["mail-from-temp", "queued", 0],
  ["refuse", "queued", 0],
  ["banner-hang", "queued", 0],
  ["auth-fail", "queued", 0],
])("a server in mode %s leaves the letter %s", async (mode, state, kept) => {
  sink.mode = mode;
  const id = await desk.queue();
  await deliver();
  expect(await desk.letter(id)).toMatchObject({ state });
  expect(sink.mails).toHaveLength(kept);
  expect(outcomes()).toEqual(state === "queued" ? [] : [state]);
  // When the server is well again, only what certainly did not go and was not refused goes.
  sink.mode = "ok";
  clock += 61_000;
  await deliver();
  expect(sink.mails).toHaveLength(state === "queued" ? 1 : kept);
  if (state === "queued") expect(await desk.letter(id)).toMatchObject({ state: "sent" });
});

test("what the operator reads names the server and the remedy", async () => {
  const said = async (mode: SinkMode) => {
    sink.mode = mode;
    const id = await desk.queue();
    await deliver();
    return (await desk.letter(id)).answer;
  };
  const server = `127.0.0.1:${sink.port}`;
  expect(await said("auth-fail")).toContain(
    `${server} refused the password of abuse. Correct it under Mailboxes.`,
  );
  expect(await said("banner-hang")).toContain("does not answer in time");
  expect(await said("refuse")).toContain("421 4.3.2 try later");
  expect(await said("perm")).toBe("554 5.7.1 refused");
  expect(await said("stored-drop")).toContain("after the text was handed over");
});

test("a recipient who is refused does not cost the others the letter", async () => {
  sink.mode = "rcpt-perm";
  const id = await desk.queue({ to: ["abuse@isp.example", "gone@bad.example"] });
  await deliver();
  expect(sink.mails.map((mail) => mail.to)).toEqual([["abuse@isp.example"]]);
  const { state, verdicts, answer } = await desk.letter(id);
  expect(state).toBe("sent");
  expect(verdicts).toMatchObject({
    "abuse@isp.example": { state: "sent" },
    "gone@bad.example": { state: "failed", answer: "550 5.1.1 no such user" },
  });
  expect(answer).toContain("gone@bad.example refused: 550 5.1.1 no such user");
});

test("a recipient who is put off gets it later, the others not again", async () => {
  sink.mode = "rcpt-temp";
  const id = await desk.queue({ to: ["abuse@isp.example", "busy@bad.example"] });
  await deliver();
  expect(await desk.letter(id)).toMatchObject({ state: "queued" });
  sink.mode = "ok";
  clock += 61_000;
  await deliver();
  expect(sink.mails.map((mail) => mail.to)).toEqual([["abuse@isp.example"], ["busy@bad.example"]]);
  expect(sink.mails.map((mail) => headerOf(mail.raw, "to"))).toEqual([
    "abuse@isp.example, busy@bad.example",
    "abuse@isp.example, busy@bad.example",
  ]);
  expect(await desk.letter(id)).toMatchObject({ state: "sent", attempts: 2 });
});

test("many letters go over one connection", async () => {
  for (let n = 0; n < 20; n++) await desk.queue();
  expect(await deliver()).toBe(20);
  expect(new Set(sink.mails.map((mail) => mail.messageId)).size).toBe(20);
  expect(sink.connections).toBe(1);
});

test("while a server refuses us, one letter finds out and the others wait", async () => {
  sink.mode = "auth-fail";
  for (let n = 0; n < 5; n++) await desk.queue();
  await deliver();
  expect(sink.connections).toBe(1);
  expect(await deliver()).toBe(0);
  sink.mode = "ok";
  clock += 61_000;
  await deliver();
  expect(sink.mails).toHaveLength(5);
});

test("a letter that cannot be made fails alone; nobody else is written to", async () => {
  const bad = await desk.queue({ to: ["a@isp.example\r\nBcc: evil@evil.example"] });
  const list = await desk.queue({ to: ["a@isp.example, evil@evil.example"] });
  const good = await desk.queue();
  await deliver();
  expect(await desk.letter(bad)).toMatchObject({ state: "failed" });
  expect(await desk.letter(list)).toMatchObject({ state: "failed" });
  expect(await desk.letter(good)).toMatchObject({ state: "sent" });
  expect(sink.mails.map((mail) => mail.to)).toEqual([["abuse@isp.example"]]);
});

test("two workers at once send each letter once", async () => {
  for (let n = 0; n < 20; n++) await desk.queue();
  await Promise.all([deliver(), deliver(), deliver()]);
  const ids = sink.mails.map((mail) => mail.messageId);
  expect(ids).toHaveLength(20);
  expect(new Set(ids).size).toBe(20);
});

test("a letter is asked for its text only after that is on the disk", async () => {
  sink.mode = "slow";
  const id = await desk.queue();
  const sending = deliver();
  await expect.poll(() => sink.mails.length).toBe(1);
  expect(await desk.letter(id)).toMatchObject({ state: "sending" });
  expect((await desk.letter(id)).dataBegunAt).not.toBeNull();
  await sending;
});

test("after a crash: before the text it goes again, after it nobody knows", async () => {
  const early = await desk.queue({ state: "sending", claimedAt: new Date(clock - 1000) });
  const late = await desk.queue({
    state: "sending",
    claimedAt: new Date(clock - 1000),
    dataBegunAt: new Date(clock - 500),
  });
  await recoverInterrupted(desk.db, { settle: desk.settle, now: () => clock });
  expect(await desk.letter(early)).toMatchObject({ state: "queued" });
  expect(await desk.letter(late)).toMatchObject({ state: "unknown" });
  expect(desk.settled).toMatchObject([{ outboxId: late, outcome: "unknown" }]);
  await deliver();
  expect(sink.mails).toHaveLength(1);
});

test("a mailbox that is gone, off, or whose password cannot be opened keeps the letter and says so", async () => {
  const id = await desk.queue();
  const change = async (data: Parameters<typeof desk.db.mailbox.update>[0]["data"]) => {
    await desk.db.mailbox.update({ where: { id: desk.mailbox.id }, data });
    clock += (24 * 3_600_000) / 10;
    await deliver();
    return await desk.letter(id);
  };
  expect(await change({ enabled: false })).toMatchObject({
    state: "queued",
    answer: "The mailbox abuse is switched off. Switch it on under Mailboxes.",
  });
  const otherKey = seal("x", "smtp-password", new Uint8Array(32).fill(9));
  expect((await change({ enabled: true, smtpPassword: otherKey })).answer).toContain(
    "Type it again under Mailboxes",
  );
  await desk.db.mailbox.delete({ where: { id: desk.mailbox.id } });
  clock += (24 * 3_600_000) / 10;
  await deliver();
  expect((await desk.letter(id)).answer).toContain("is gone");
  expect(sink.connections).toBe(0);
});

test("a refused connection and a wrong port are one clear sentence", async () => {
  await desk.db.mailbox.update({ where: { id: desk.mailbox.id }, data: { smtpPort: 9 } });
  const id = await desk.queue();
  await deliver();
  expect((await desk.letter(id)).answer).toContain("Nothing answers at 127.0.0.1:9.");
});

test("STARTTLS is never silently left out", async () => {
  await desk.db.mailbox.update({
    where: { id: desk.mailbox.id },
    data: { smtpSecurity: "starttls" },
  });
  const id = await desk.queue();
  await deliver();
  expect(await desk.letter(id)).toMatchObject({ state: "queued" });
  expect((await desk.letter(id)).answer).toContain("encryption");
  expect(sink.mails).toHaveLength(0);
});

test("after two days of trying it is over, and the case hears of it", async () => {
  sink.mode = "temp";
  const id = await desk.queue();
  for (let n = 0; n < 30; n++) {
    await deliver();
    clock += 4 * 3_600_000;
  }
  expect(await desk.letter(id)).toMatchObject({ state: "failed" });
  expect(outcomes()).toEqual(["failed"]);
});

test("told to stop, it sends no further letter and leaves the rest queued", async () => {
  const stop = new AbortController();
  for (let n = 0; n < 5; n++) await desk.queue();
  sink.mode = "slow";
  const sending = deliver({ signal: stop.signal });
  await expect.poll(() => sink.mails.length).toBe(1);
  stop.abort();
  await sending;
  expect(sink.mails).toHaveLength(1);
  expect(await desk.db.outboxMail.count({ where: { state: "queued" } })).toBe(4);
});
