// npm run bench -- fsync [--short]: is what the desk acknowledges on the disk? Its own connection is asked how it commits, the
// process that stores mails is killed again and again, and mails a second are told beside a bare insert that waits for the
// disk as well. (A power cut is modelled by `npm run torture`.)
import { fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { storeArrivals } from "../../lib/intake/store.ts";
import { type BenchDesk, makeDesk } from "./bench-desk.ts";
import { isShort, type Report, runBench } from "./bench-report.ts";
import { median } from "./cpu-clock.ts";

const KILLS = isShort ? 3 : 20;
const ROUNDS = isShort ? 3 : 9;
const A_ROUND = isShort ? 20 : 100;
const ROW_BYTES = 6_000;
const STORE = path.join(import.meta.dirname, "store-process.ts");
const FULL = 2;

await runBench("fsync", async (report) => {
  await measure("sqlite", report);
  if (!isShort) await measure("postgresql", report);
});

async function measure(engine: "sqlite" | "postgresql", { measured, tell }: Report) {
  const desk = await makeDesk(engine);
  try {
    const of = engine === "postgresql" ? engine : undefined;
    measured("fsync_full", await commitsHow(desk, engine), of);
    const { acknowledged, lost } = await killStorers(desk);
    tell(`${engine}: ${acknowledged} mails acknowledged by ${KILLS} processes that were killed`);
    measured("fsync_lost", acknowledged > 0 ? lost : Number.NaN, of);
    const bare = engine === "sqlite" ? bareSqlite(desk) : await barePostgresql(desk);
    const ratios: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const plain = await rateOf(bare.insert);
      ratios.push((await rateOf(() => store(desk))) / plain);
    }
    await bare.close();
    measured("fsync_rate", median(ratios), of);
  } finally {
    await desk.close();
  }
}

/** As SQLite counts it; PostgreSQL's two switches, both on, are as much. */
async function commitsHow({ db }: BenchDesk, engine: "sqlite" | "postgresql"): Promise<number> {
  if (engine === "sqlite") {
    const [row] =
      await db.$queryRawUnsafe<{ synchronous: number | bigint }[]>("PRAGMA synchronous");
    return Number(row?.synchronous);
  }
  const [row] = await db.$queryRawUnsafe<{ how: string }[]>(
    "SELECT current_setting('fsync') || ' ' || current_setting('synchronous_commit') AS how",
  );
  return row?.how === "on on" ? FULL : 0;
}

async function killStorers({ db, url }: BenchDesk) {
  const acknowledged = new Set<string>();
  for (let kill = 0; kill < KILLS; kill++) {
    const child = fork(STORE, [url], { stdio: "inherit" });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.on("message", (sha256) => acknowledged.add(String(sha256)));
    await new Promise((resolve) => child.once("message", resolve));
    await sleep(Math.random() * 200);
    child.kill("SIGKILL");
    await ended;
  }
  const rows = await db.rawMail.findMany({ select: { sha256: true } });
  const kept = new Set(rows.map((row) => row.sha256));
  const lost = [...acknowledged].filter((sha256) => !kept.has(sha256)).length;
  return { acknowledged: acknowledged.size, lost };
}

async function store({ db }: BenchDesk): Promise<void> {
  const raw = randomBytes(ROW_BYTES);
  const arrival = { raw, via: "import" as const, at: null, source: "bench", archive: false };
  await storeArrivals(db, [arrival], Date.now());
}

async function rateOf(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < A_ROUND; n++) await work();
  return A_ROUND / ((performance.now() - began) / 1000);
}

type Bare = { insert: () => Promise<void>; close: () => Promise<void> };

function bareSqlite({ folder }: BenchDesk): Bare {
  const db = new DatabaseSync(path.join(folder, "bare.db"));
  db.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE mail (raw BLOB)");
  const insert = db.prepare("INSERT INTO mail VALUES (?)");
  return {
    insert: async () => void insert.run(randomBytes(ROW_BYTES)),
    close: async () => db.close(),
  };
}

async function barePostgresql({ url }: BenchDesk): Promise<Bare> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("CREATE TABLE bare_mail (raw bytea)");
  return {
    insert: async () =>
      void (await client.query("INSERT INTO bare_mail VALUES ($1)", [randomBytes(ROW_BYTES)])),
    close: async () => await client.end(),
  };
}
