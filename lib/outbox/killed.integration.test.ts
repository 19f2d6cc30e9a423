import { fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aLetterQueue } from "../testing/a-letter-queue.ts";
import { SmtpSink } from "../testing/smtp-sink.ts";

const LETTERS = 80;
let sink: SmtpSink;
let desk: Awaited<ReturnType<typeof aLetterQueue>>;
beforeAll(async () => {
  sink = await SmtpSink.start();
  desk = await aLetterQueue(sink.port);
});
afterAll(async () => {
  await sink.stop();
  await desk.close();
});

const count = (...state: string[]) => desk.db.outboxMail.count({ where: { state: { in: state } } });

async function runFor(ms: number): Promise<void> {
  const child = fork(new URL("../testing/deliver-process.ts", import.meta.url), [desk.url], {
    stdio: "ignore",
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await new Promise((resolve) => child.once("message", resolve));
  await sleep(ms);
  child.kill("SIGKILL");
  await ended;
}

test("killed at any moment, no letter goes twice, none is lost, and doubt is shown as doubt", async () => {
  for (let n = 0; n < LETTERS; n++) await desk.queue();
  for (let round = 0; round < 8; round++) await runFor(Math.random() * 120);
  while ((await count("queued")) > 0) await runFor(500);
  await runFor(50);

  const arrived = sink.mails.map((mail) => mail.messageId);
  expect(new Set(arrived).size).toBe(arrived.length);
  expect(await count("sent", "unknown")).toBe(LETTERS);
  const sent = await desk.db.outboxMail.findMany({ where: { state: "sent" } });
  for (const { messageId } of sent) expect(arrived).toContain(messageId);
  const rows = await desk.db.outboxMail.findMany();
  for (const { messageId, state } of rows)
    if (!arrived.includes(messageId)) expect(state).toBe("unknown");
  // Each kill can leave at most the one letter in flight in doubt.
  expect(await count("unknown")).toBeLessThanOrEqual(20);
});
