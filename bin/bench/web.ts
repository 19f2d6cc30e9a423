// npm run bench -- web [--short] [--cases SMALL,BIG]: what the pages of the queue, a case and the search cost, at ten thousand
// and at a million cases, beside a bare Next list in the same run. `--short`: 1,000 and 20,000, and only what can be counted
// decides. Exit status 0 when every target is met, 1 when one is missed.

import { createOwner } from "../../lib/accounts/create-user.ts";
import { openSession } from "../../lib/accounts/session-store.ts";
import { findUser } from "../../lib/accounts/user-store.ts";
import { openDb } from "../../lib/db/client.ts";
import { ensureBuilt } from "../prepare.mjs";
import { median } from "./cpu-clock.ts";
import { ensureBareBuilt } from "./web-bare.ts";
import { benchDesk } from "./web-desk.ts";
import { paint } from "./web-paint.ts";
import { searchTimes } from "./web-search.ts";
import { type Server, startBare, startDesk } from "./web-server.ts";
import { countStatements } from "./web-statements.ts";
import { measure, scriptBytes, type Visit, visit, weight } from "./web-visit.ts";
import { word } from "./web-words.ts";

const isShort = process.argv.includes("--short");
const asked = process.argv[process.argv.indexOf("--cases") + 1 || process.argv.length];
const [SMALL = 0, BIG = 0] = (asked ?? (isShort ? "1000,20000" : "10000,1000000"))
  .split(",")
  .map(Number);
const ROUNDS = isShort ? 3 : 9;
/** issue "5. The desk" and B5 to B8, B15, B16 of the performance page. */
const MOST = {
  bare: 1.6,
  growth: 1.25,
  p95: 2,
  statements: { queue: 6, case: 12 },
  searchMs: 10,
  scripts: 1.25,
  raw: 120 * 1024,
  gzip: 18 * 1024,
  lcpMs: 500,
} as const;
const PAGES = ["queue", "case", "search"] as const;
type Page = (typeof PAGES)[number];
type Desk = { cases: number; folder: string; cookie: string; paths: Record<Page, string> };

const missed: string[] = [];
const values: string[] = [];
process.exitCode = await bench();

async function bench(): Promise<number> {
  ensureBuilt(process.execPath);
  const bare = await startBare(ensureBareBuilt());
  const desks = [await openDesk(SMALL), await openDesk(BIG)];
  const servers: Server[] = [bare];
  try {
    for (const desk of desks) await checkStatements(desk);
    for (const desk of desks) await checkSearch(desk);
    const visits = new Map<string, Visit>([["bare", { server: bare, path: "/list", cookie: "" }]]);
    for (const desk of desks) {
      const server = await startDesk({ DATA_DIR: desk.folder });
      servers.push(server);
      for (const page of PAGES)
        visits.set(`${page} ${desk.cases}`, {
          server,
          path: desk.paths[page],
          cookie: desk.cookie,
        });
    }
    await checkWeights(visits, bare);
    await checkCosts(visits);
    const queue = visits.get(`queue ${BIG}`);
    if (queue) await checkPaint(queue);
  } finally {
    for (const server of servers) await server.stop();
  }
  console.log(
    missed.length > 0
      ? `bench web: short of: ${missed.join("; ")}`
      : `bench web: ok ${values.join(" ")}`,
  );
  return missed.length > 0 ? 1 : 0;
}

/** An owner with an open session, and where the pages are. */
async function openDesk(cases: number): Promise<Desk> {
  const folder = await benchDesk(cases);
  const db = openDb(`file:${folder}/desk.db`);
  const now = Date.now();
  if (!(await findUser(db, "bench"))) {
    const made = await createOwner(db, { login: "bench", password: `a long password ${now}`, now });
    if (!made.ok) throw new Error(made.text);
  }
  const owner = await findUser(db, "bench");
  const cookie = await openSession(db, owner?.id ?? "", { agent: "bench", now });
  const open = await db.case.findFirstOrThrow({
    where: { state: "open", type: "bruteforce", complaintCount: 1 },
    orderBy: { id: "asc" },
  });
  await db.$disconnect();
  return {
    cases,
    folder,
    cookie: `exitdesk-session=${cookie}`,
    paths: {
      queue: "/queue",
      case: `/cases/${open.id}`,
      search: `/search?q=${word(3)}+${word(20)}`,
    },
  };
}

async function checkStatements(desk: Desk): Promise<void> {
  const counts = await countStatements(desk.folder, desk.cookie, desk.paths);
  console.log(
    `statements at ${desk.cases} cases: ${PAGES.map((page) => `${page} ${counts[page]}`).join(", ")}`,
  );
  for (const page of ["queue", "case"] as const) {
    judge(
      counts[page] <= MOST.statements[page],
      `${page} ${counts[page]} statements at ${desk.cases}`,
    );
    if (desk.cases === BIG) values.push(`${page}_sql=${counts[page]}`);
  }
}

async function checkSearch({ folder, cases }: Desk): Promise<void> {
  const { p50, p95, cpu } = await searchTimes(`file:${folder}/desk.db`);
  console.log(
    `two words at ${cases} cases, database: ${ms(cpu)} CPU; wall p50 ${ms(p50)}, p95 ${ms(p95)}`,
  );
  if (cases !== BIG) return;
  judge(cpu < MOST.searchMs, `search takes ${ms(cpu)}`);
  values.push(`search_ms=${cpu.toFixed(2)}`);
}

async function checkWeights(visits: Map<string, Visit>, bare: Server): Promise<void> {
  const empty = await scriptBytes({ server: bare, path: "/", cookie: "" });
  for (const [name, page] of visits) {
    if (name === "bare") continue;
    const { raw, gzip } = weight(await visit(page));
    const scripts = (await scriptBytes(page)) / empty;
    console.log(
      `${name}: ${kb(raw)} of HTML, ${kb(gzip)} packed; scripts x${scripts.toFixed(3)} of the empty page's ${kb(empty)}`,
    );
    judge(
      scripts <= MOST.scripts,
      `${name} loads ${scripts.toFixed(2)} times the empty page's scripts`,
    );
    if (!name.startsWith("queue")) continue;
    judge(raw <= MOST.raw, `${name} is ${kb(raw)}`);
    judge(gzip <= MOST.gzip, `${name} is ${kb(gzip)} packed`);
    if (name === `queue ${BIG}`)
      values.push(`queue_raw=${raw}`, `queue_gzip=${gzip}`, `scripts=${scripts.toFixed(3)}`);
  }
}

async function checkCosts(visits: Map<string, Visit>): Promise<void> {
  const costs = await measure(visits, ROUNDS);
  const timesOf = (name: string, of: string) =>
    ratio(costs.get(name)?.cpus ?? [], costs.get(of)?.cpus ?? []);
  for (const [name, { cpus, each, walls }] of costs) {
    const times = timesOf(name, "bare");
    const [spread, ofWall] = [at(each, 0.95) / at(each, 0.5), at(walls, 0.95) / at(walls, 0.5)];
    console.log(
      `${name}: ${ms(median(cpus))} CPU, x${times.toFixed(2)} bare; p95 ${ms(at(each, 0.95))}, x${spread.toFixed(2)} of p50; wall p50 ${ms(at(walls, 0.5))}, p95 x${ofWall.toFixed(2)}`,
    );
    if (isShort || name === "bare") continue;
    judge(times <= MOST.bare, `${name} costs ${times.toFixed(2)} times a bare list`);
    judge(spread <= MOST.p95, `${name}: p95 is ${spread.toFixed(2)} times p50`);
  }
  for (const page of PAGES) {
    const growth = timesOf(`${page} ${BIG}`, `${page} ${SMALL}`);
    if (!isShort) judge(growth <= MOST.growth, `${page} grows by ${growth.toFixed(2)}`);
    const times = timesOf(`${page} ${BIG}`, "bare");
    values.push(`${page}_cpu=${times.toFixed(2)}`, `${page}_growth=${growth.toFixed(2)}`);
  }
}

/** Each round has both: the median of the rounds' ratios, for what disturbs a round disturbs both. */
function ratio(cpus: readonly number[], of: readonly number[]): number {
  return median(cpus.map((cpu, round) => cpu / (of[round] ?? Number.NaN)));
}

async function checkPaint(queue: Visit): Promise<void> {
  const { lcp, cls } = await paint(queue);
  console.log(
    `the queue in Chromium: largest paint after ${ms(lcp)}, layout shift ${cls.toFixed(3)}`,
  );
  if (!isShort) judge(lcp < MOST.lcpMs, `largest paint after ${ms(lcp)}`);
  judge(cls === 0, `layout shift ${cls.toFixed(3)}`);
  values.push(`lcp=${Math.round(lcp)}`, `cls=${cls.toFixed(3)}`);
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

function judge(met: boolean, what: string): void {
  if (!met) missed.push(what);
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function kb(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
