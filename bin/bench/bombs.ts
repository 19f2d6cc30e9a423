// npm run bench -- bombs: mails made to hurt, taken in before ordinary ones by one worker: its CPU for each, its greatest
// memory, and whether the mails behind them became cases.
import { storeArrivals } from "../../lib/intake/store.ts";
import { mailNos } from "../../lib/testing/a-watched-mailbox.ts";
import { type BenchDesk, makeDesk } from "./bench-desk.ts";
import { isShort, runBench } from "./bench-report.ts";
import { opened, settledMails, startWorker } from "./bench-worker.ts";
import { bombMails } from "./bomb-mails.ts";
import { peakMb, processCpuMs } from "./process-cpu.ts";

const WARM_UP = 40;
const BEHIND = 5;

await runBench("bombs", async ({ measured, tell }) => {
  const desk = await makeDesk();
  const worker = startWorker(desk);
  let stored = 0;
  const take = async (raws: readonly (string | Buffer)[]) => {
    await store(desk, raws);
    stored += raws.length;
    const before = processCpuMs(worker.pid);
    await opened(desk, worker, stored, settledMails);
    return (processCpuMs(worker.pid) - before) / 1000;
  };
  try {
    await take(mailNos(1, WARM_UP));
    tell(`${peakMb(worker.pid).toFixed(0)} MB before the first`);
    const costs: number[] = [];
    let number = WARM_UP;
    for (const [name, raw] of bombMails()) {
      if (isShort && raw.length > 2 ** 20) continue;
      const seconds = await take([raw, ...mailNos(number + 1, number + BEHIND)]);
      number += BEHIND;
      costs.push(seconds);
      tell(
        `${name} (${(raw.length / 2 ** 20).toFixed(1)} MB): ${seconds.toFixed(2)} s CPU, with ${BEHIND} mails behind it; ${peakMb(worker.pid).toFixed(0)} MB peak so far`,
      );
    }
    measured("bomb_cpu", Math.max(...costs));
    measured("bomb_rss", peakMb(worker.pid));
    const asides = await desk.db.sighting.count({ where: { outcome: "quarantined" } });
    const cases = await desk.db.complaint.count();
    tell(`${cases} of ${stored} mails are with a case, ${asides} in quarantine`);
    measured("bomb_lost", stored - cases - asides);
  } finally {
    await worker.stop();
    await desk.close();
  }
});

async function store({ db }: BenchDesk, raws: readonly (string | Buffer)[]): Promise<void> {
  const arrivals = raws.map((raw) => ({
    raw: Buffer.from(raw),
    via: "import" as const,
    at: null,
    source: "bench",
    archive: false,
  }));
  await storeArrivals(db, arrivals, Date.now());
}
