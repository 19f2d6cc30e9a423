// npm run bench -- start [--short]: from the start of the process to the first page of the queue, beside a bare Next in turns.
import { ensureBuilt } from "../prepare.mjs";
import { makeDesk } from "./bench-desk.ts";
import { isShort, runBench } from "./bench-report.ts";
import { median } from "./cpu-clock.ts";
import { runBare, runDesk, signedIn } from "./running-desk.ts";
import { ensureBareBuilt } from "./web-bare.ts";

const ROUNDS = isShort ? 1 : 7;

await runBench("start", async ({ measured, tell }) => {
  ensureBuilt(process.execPath);
  const bare = ensureBareBuilt();
  const desk = await makeDesk();
  try {
    const cookie = await signedIn(desk);
    const rounds: { desk: number; bare: number }[] = [];
    // The first of each reads its files from the disk.
    for (let round = 0; round <= ROUNDS; round++) {
      const plain = await runBare(bare, { path: "/list", cookie: "" });
      await plain.stop();
      const ours = await runDesk(desk, { path: "/queue", cookie });
      await ours.stop();
      if (round > 0) rounds.push({ desk: ours.startedMs, bare: plain.startedMs });
    }
    tell(
      `desk ${median(rounds.map((round) => round.desk)).toFixed(0)} ms to its queue, bare Next ${median(rounds.map((round) => round.bare)).toFixed(0)} ms to its list`,
    );
    measured("cold_start", median(rounds.map((round) => round.desk / round.bare)));
  } finally {
    await desk.close();
  }
});
