// npm run torture -- folder [--mails N] [--most-mb N]: a folder of so many mails, 200,000 unless told otherwise, read from its
// start. Prints how far it is, how fast, and the memory it takes; exit status 0 when all is there once, within the memory.
import { parseArgs } from "node:util";
import { watchMailbox } from "../../lib/intake/watch-mailbox.ts";
import { intakeDesk, tortureMail } from "./intake-desk.ts";
import { tallyIntake } from "./intake-tally.ts";

const TOLD_EVERY_MS = 5_000;
const DELIVERED_AT_ONCE = 1_000;

const { values } = parseArgs({
  options: {
    mails: { type: "string", default: "200000" },
    "most-mb": { type: "string", default: "300" },
  },
});
const count = Number(values.mails);
const desk = await intakeDesk();
const stop = new AbortController();
try {
  for (let from = 0; from < count; from += DELIVERED_AT_ONCE)
    desk.server.deliver(...some(from, Math.min(count, from + DELIVERED_AT_ONCE)));
  console.log(`${desk.onServer()} mails are in the folder`);
  const { grown, seconds } = await readFolder();
  console.log(`${Math.round(count / seconds)} mails/s, ${grown} MB more than before`);
  const put = { mails: some(0, count), onServer: desk.onServer(), acknowledged: [] };
  const { lost, doubled, unledgered, wrong } = await tallyIntake(desk.db, put);
  for (const line of wrong.slice(0, 10)) console.log(line);
  console.log(
    `torture folder: mails=${count} lost=${lost} doubled=${doubled} unledgered=${unledgered}`,
  );
  process.exitCode = wrong.length === 0 && grown <= Number(values["most-mb"]) ? 0 : 1;
} finally {
  await desk.close();
}

async function readFolder(): Promise<{ grown: number; seconds: number }> {
  const before = process.memoryUsage().rss;
  const begun = Date.now();
  let peak = before;
  const watching = watchMailbox(desk.db, desk.mailbox, {
    secretKey: desk.secretKey,
    reconcileMs: 60_000,
    now: Date.now,
    signal: stop.signal,
    onStored: () => {
      peak = Math.max(peak, process.memoryUsage().rss);
    },
  });
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, TOLD_EVERY_MS));
    const { serverCount, lastError } = await desk.db.mailbox.findFirstOrThrow();
    console.log(`${await desk.db.rawMail.count()} of ${count} ${lastError ?? ""}`.trim());
    if (serverCount === count) break;
  }
  const seconds = (Date.now() - begun) / 1_000;
  stop.abort();
  await watching;
  return { grown: Math.round((peak - before) / 1024 / 1024), seconds };
}

function some(from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, index) => tortureMail(from + index));
}
