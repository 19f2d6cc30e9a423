import { createHash, randomBytes } from "node:crypto";
import { simpleParser } from "mailparser";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { aLetterQueue, SECRET_KEY } from "../testing/a-letter-queue.ts";
import { SmtpSink } from "../testing/smtp-sink.ts";
import { deliverDue, recoverInterrupted } from "./deliver.ts";

let sink: SmtpSink;
let desk: Awaited<ReturnType<typeof aLetterQueue>>;
beforeAll(async () => {
  sink = await SmtpSink.start();
});
afterAll(async () => await sink.stop());
beforeEach(async () => {
  desk = await aLetterQueue(sink.port);
  sink.mode = "ok";
  sink.mails.length = 0;
});
afterEach(async () => await desk.close());

let clock = Date.now();
const deps = () => ({
  secretKey: SECRET_KEY,
  settle: desk.settle,
  now: () => clock,
  waits: { connect: 500, greeting: 500, socket: 1500 },
});
const deliver = () => deliverDue(desk.db, deps());
const sha = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

async function attach(letterId: string, name: string, mediaType: string, bytes: Uint8Array) {
  const sha256 = sha(bytes);
  await desk.db.attachedFile.create({
    data: { sha256, bytes: new Uint8Array(bytes), size: bytes.length },
  });
  await desk.db.letterAttachment.create({ data: { letterId, sha256, name, mediaType } });
  return sha256;
}

async function arrived() {
  const { text, attachments } = await simpleParser(Buffer.from(sink.mails[0]?.raw ?? "", "latin1"));
  return {
    text,
    files: attachments.map(({ filename, contentType, content }) => [
      filename,
      contentType,
      sha(content),
    ]),
  };
}

/** Lines ends of every kind, a dot alone on a line, bytes of every value: what a mail server might touch. */
const AWKWARD = Buffer.concat([
  Buffer.from("\r\n.\r\n..\n\r\rFrom x\n"),
  Buffer.from(Array.from({ length: 256 }, (_, value) => value)),
]);

test("what was approved arrives byte for byte, beside the letter as it was written", async () => {
  const id = await desk.queue();
  const csv = await attach(id, "tor-exits-198.51.100.1-22.csv", "text/csv; charset=utf-8", AWKWARD);
  const zip = await attach(id, "evidence-ABCD2345.zip", "application/zip", randomBytes(2_000_000));
  await deliver();
  expect(await arrived()).toEqual({
    text: "It was a Tor exit.\n",
    files: [
      ["tor-exits-198.51.100.1-22.csv", "text/csv", csv],
      ["evidence-ABCD2345.zip", "application/zip", zip],
    ],
  });
  expect(await desk.letter(id)).toMatchObject({ state: "sent" });
});

test("a letter that is tried again carries the same files, and is still sent once", async () => {
  const id = await desk.queue();
  const sha256 = await attach(id, "a.csv", "text/csv", AWKWARD);
  sink.mode = "temp";
  await deliver();
  expect(await desk.letter(id)).toMatchObject({ state: "queued" });
  sink.mode = "ok";
  clock += 61_000;
  await deliver();
  await deliver();
  expect(sink.mails).toHaveLength(1);
  expect((await arrived()).files).toEqual([["a.csv", "text/csv", sha256]]);
});

test("in doubt it is never sent again, files or not", async () => {
  const id = await desk.queue();
  await attach(id, "a.zip", "application/zip", randomBytes(300_000));
  sink.mode = "lost-drop";
  await deliver();
  expect(await desk.letter(id)).toMatchObject({ state: "unknown" });
  sink.mode = "ok";
  clock += 61_000;
  await recoverInterrupted(desk.db, deps());
  await deliver();
  expect(sink.mails).toHaveLength(0);
});

test("bytes that changed since the approval do not go, and the operator is told which", async () => {
  const id = await desk.queue();
  const sha256 = await attach(id, "a.csv", "text/csv", AWKWARD);
  await desk.db.attachedFile.update({ where: { sha256 }, data: { bytes: new Uint8Array([1]) } });
  await deliver();
  expect(sink.mails).toHaveLength(0);
  const { state, answer } = await desk.letter(id);
  expect(state).toBe("failed");
  expect(answer).toContain("The attachment a.csv is not what was approved.");
});
