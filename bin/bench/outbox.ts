// npm run bench -- outbox [--short]: approved letters claimed, sent to a sink on loopback and settled with their cases, beside
// nodemailer's pool of five with the same letters to the same sink; both sides hold the sink. Then letters whose sender is
// killed 20 times: none twice, none lost.
import { fork } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { createTransport } from "nodemailer";
import { recordSent } from "../../lib/cases/record-sent.ts";
import { deliverDue } from "../../lib/outbox/deliver.ts";
import { aLetterQueue, SECRET_KEY } from "../../lib/testing/a-letter-queue.ts";
import { SmtpSink } from "../../lib/testing/smtp-sink.ts";
import { isShort, type Report, runBench } from "./bench-report.ts";
import { cpuMicros, median } from "./cpu-clock.ts";

const ROUNDS = isShort ? 2 : 7;
const A_ROUND = isShort ? 15 : 100;
const KILLS = 20;
const LETTERS = 120;
const DELIVER = new URL("../../lib/testing/deliver-process.ts", import.meta.url);
const TEXT = "192.0.2.7 is the address of a Tor exit, and nobody here knows who used it.\n".repeat(
  54,
);

type Cost = { rate: number; cpu: number };
type Queue = Awaited<ReturnType<typeof aLetterQueue>>;

await runBench("outbox", async (report) => {
  const sink = await SmtpSink.start();
  const queue = await aLetterQueue(sink.port);
  try {
    await compare(queue, sink, report);
    // Short: lib/outbox/killed.integration.test.ts does this on each change.
    if (!isShort) await killed(queue, sink, report);
  } finally {
    await queue.close();
    await sink.stop();
  }
});

async function compare(queue: Queue, sink: SmtpSink, { measured, tell }: Report) {
  const pool = createTransport({
    host: "127.0.0.1",
    port: sink.port,
    secure: false,
    ignoreTLS: true,
    pool: true,
    maxConnections: 5,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const plain = async () => {
    await Promise.all(
      Array.from({ length: A_ROUND }, (_, n) =>
        pool.sendMail({
          from: "Relay operators <abuse@operator.example>",
          to: "abuse@isp.example",
          subject: `Re: your report ${n}`,
          text: TEXT,
        }),
      ),
    );
  };
  const deps = {
    secretKey: SECRET_KEY,
    now: Date.now,
    settle: async (...[tx, settled]: Parameters<typeof recordSent>) =>
      await recordSent(tx, settled),
  };
  const ours = async () => {
    while ((await queue.db.outboxMail.count({ where: { state: "queued" } })) > 0)
      await deliverDue(queue.db, deps);
  };
  const rounds: { desk: Cost; pool: Cost }[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    for (let n = 0; n < A_ROUND; n++) await queue.queue({ text: TEXT });
    const costs = { pool: await costOf(plain), desk: await costOf(ours) };
    if (round > 0) rounds.push(costs);
    sink.mails.length = 0;
  }
  pool.close();
  const of = (side: "desk" | "pool", what: keyof Cost) =>
    median(rounds.map((round) => round[side][what]));
  tell(
    `desk ${of("desk", "rate").toFixed(0)} letters/s, ${of("desk", "cpu").toFixed(2)} ms CPU each; pool of five ${of("pool", "rate").toFixed(0)}/s, ${of("pool", "cpu").toFixed(2)} ms`,
  );
  measured("outbox_rate", median(rounds.map(({ desk, pool }) => desk.rate / pool.rate)));
  measured("outbox_cpu", median(rounds.map(({ desk, pool }) => desk.cpu / pool.cpu)));
}

/** Letters a second, and CPU ms of each. */
async function costOf(send: () => Promise<void>): Promise<Cost> {
  const [began, start] = [performance.now(), cpuMicros()];
  await send();
  const seconds = (performance.now() - began) / 1000;
  return { rate: A_ROUND / seconds, cpu: (cpuMicros() - start) / 1000 / A_ROUND };
}

async function killed({ db, url, queue }: Queue, sink: SmtpSink, { measured, tell }: Report) {
  await db.outboxMail.deleteMany();
  sink.mails.length = 0;
  for (let n = 0; n < LETTERS; n++) await queue();
  const runFor = async (ms: number) => {
    const child = fork(DELIVER, [url], { stdio: "ignore" });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    await new Promise((resolve) => child.once("message", resolve));
    await sleep(ms);
    child.kill("SIGKILL");
    await ended;
  };
  for (let kill = 0; kill < KILLS; kill++) await runFor(Math.random() * 80);
  while ((await db.outboxMail.count({ where: { state: { in: ["queued", "sending"] } } })) > 0)
    await runFor(500);
  const arrived = sink.mails.map((mail) => mail.messageId);
  const rows = await db.outboxMail.findMany();
  const lost = rows.filter((row) => row.state === "sent" && !arrived.includes(row.messageId));
  const unsettled = rows.filter((row) => row.state !== "sent" && row.state !== "unknown");
  const doubt = rows.filter((row) => row.state === "unknown").length;
  tell(`${LETTERS} letters, ${KILLS} kills: ${arrived.length} arrived, ${doubt} in doubt`);
  measured("outbox_twice", arrived.length - new Set(arrived).size + lost.length + unsettled.length);
}
