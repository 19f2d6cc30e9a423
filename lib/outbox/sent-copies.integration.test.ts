import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { IMAP_PASSWORD, seal } from "../config/secret.ts";
import { aLetterQueue, SECRET_KEY } from "../testing/a-letter-queue.ts";
import { Dovecot, PASSWORD, USER } from "../testing/dovecot.ts";
import { type SinkMode, SmtpSink } from "../testing/smtp-sink.ts";
import { deliverDue } from "./deliver.ts";
import { keepSentCopies } from "./keep-sent-copies.ts";

let dovecot: Dovecot;
let sink: SmtpSink;
let desk: Awaited<ReturnType<typeof aLetterQueue>>;
let clock: number;

beforeAll(async () => {
  dovecot = await Dovecot.start();
  sink = await SmtpSink.start();
});
afterAll(async () => {
  await sink.stop();
  await dovecot.stop();
});
beforeEach(async () => {
  clock = Date.now();
  sink.mails.length = 0;
  dovecot.doveadm("expunge", "-u", USER, "mailbox", "Sent", "all");
  desk = await aLetterQueue(sink.port);
  await change({
    imapPort: dovecot.imapPort,
    imapUser: USER,
    imapPassword: seal(PASSWORD, IMAP_PASSWORD, SECRET_KEY),
  });
});
afterEach(async () => await desk.close());

const change = async (data: Parameters<typeof desk.db.mailbox.update>[0]["data"]) =>
  await desk.db.mailbox.update({ where: { id: desk.mailbox.id }, data });
const deps = { secretKey: SECRET_KEY, now: () => clock };
const keep = () => keepSentCopies(desk.db, deps);
const copy = (outboxId: string) => desk.db.sentCopy.findUnique({ where: { outboxId } });
const inSent = () =>
  dovecot
    .doveadm("-f", "flow", "fetch", "-u", USER, "hdr.message-id flags", "mailbox", "Sent", "all")
    .split("\n")
    .filter((line) => line.trim() !== "");

async function send(mode: SinkMode = "ok"): Promise<string> {
  sink.mode = mode;
  const id = await desk.queue();
  const waits = { connect: 500, greeting: 500, socket: 1500 };
  await deliverDue(desk.db, { ...deps, settle: desk.settle, waits });
  sink.mode = "ok";
  return id;
}

test("a letter that went stands in the Sent folder once, read, with the bytes that went", async () => {
  const id = await send();
  expect(await keep()).toBe(1);
  expect(await keep()).toBe(0);
  const { messageId } = await desk.letter(id);
  expect(inSent()).toHaveLength(1);
  expect(inSent()[0]).toContain(messageId);
  expect(inSent()[0]).toContain("\\Seen");
  expect(await copy(id)).toMatchObject({ folder: "Sent", problem: null });
  const text = dovecot.doveadm("fetch", "-u", USER, "text", "mailbox", "Sent", "all");
  const body = (raw: string) => raw.replaceAll("\r\n", "\n").trim();
  expect(body(text)).toContain(body(sink.mails[0]?.raw ?? "none"));
});

test("a copy that is there already, from an earlier try or from the provider, is not made again", async () => {
  const id = await send();
  await keep();
  await desk.db.sentCopy.update({
    where: { outboxId: id },
    data: { folder: null, notBefore: new Date(clock) },
  });
  expect(await keep()).toBe(1);
  expect(inSent()).toHaveLength(1);
});

test("what nobody knows to have gone, what failed and what waits has no copy", async () => {
  const ids = [await send("stored-drop"), await send("perm"), await send("temp")];
  expect(await keep()).toBe(0);
  expect(inSent()).toHaveLength(0);
  expect((await desk.letter(ids[0] ?? "")).state).toBe("unknown");
});

test("a folder that is not there, and a server that does not answer, are told and tried six times", async () => {
  await change({ sentFolder: "Nowhere" });
  const id = await send();
  expect(await keep()).toBe(0);
  expect((await copy(id))?.problem).toContain('did not take it into "Nowhere"');
  await change({ sentFolder: null, imapPort: 1 });
  for (let day = 0; day < 6; day += 1) {
    clock += 25 * 3_600_000;
    await keep();
  }
  expect(await copy(id)).toMatchObject({ folder: null, notBefore: null, attempts: 6 });
  expect((await desk.letter(id)).state).toBe("sent");
});
