// npm run bench -- growth [--cases 1000,10000,100000] [--only intake,pages,search]: what a mail, the pages and a search cost in
// desks of these sizes (a million by hand: it takes 11 GB), each beside what it is measured by. Keeps the figures in
// docs/scale/growth.json, one for each size, and draws docs/scale/growth.svg and growth.md from all it holds.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { createOwner } from "../../lib/accounts/create-user.ts";
import { openSession } from "../../lib/accounts/session-store.ts";
import { findUser } from "../../lib/accounts/user-store.ts";
import { readSecretKey } from "../../lib/config/secret.ts";
import { openDb } from "../../lib/db/client.ts";
import { ensureBuilt } from "../prepare.mjs";
import { type Report, runBench } from "./bench-report.ts";
import { median } from "./cpu-clock.ts";
import { generateMails } from "./generated-mails.ts";
import { growthSvg, slopeOf } from "./growth-svg.ts";
import { measureIntake } from "./intake-turns.ts";
import { ensureBareBuilt } from "./web-bare.ts";
import { benchDesk } from "./web-desk.ts";
import { searchTimes } from "./web-search.ts";
import { type Server, startBare, startDesk } from "./web-server.ts";
import { measure, type Visit } from "./web-visit.ts";

const FOLDER = path.join(import.meta.dirname, "../../docs/scale");
const SEED = 1;
const PAGE_ROUNDS = 5;
const PLAN = { warmUp: 100, rounds: 5, aRound: 40, forRate: 0 };
const CURVES = {
  intake: { name: "a mail (B1)", unit: "x simpleParser", slope: "slope_intake" },
  queue: { name: "the queue (B5)", unit: "x bare Next list", slope: "slope_queue" },
  case: { name: "a case (B6)", unit: "x bare Next list", slope: "slope_case" },
  search: { name: "a search (B7)", unit: "ms CPU in the database", slope: "slope_search" },
} as const;
type CurveName = keyof typeof CURVES;
/** By the number of cases. */
type Kept = { measuredAt: string; figures: Partial<Record<CurveName, Record<string, number>>> };

const { values } = parseArgs({
  options: {
    cases: { type: "string", default: "1000,10000,100000" },
    only: { type: "string", default: "intake,pages,search" },
    short: { type: "boolean" },
  },
});
const only = new Set(values.only.split(","));

await runBench("growth", async (report) => {
  const desks = new Map<number, string>();
  for (const cases of values.cases.split(",").map(Number)) desks.set(cases, await benchDesk(cases));
  const kept = readKept();
  const keep = (name: CurveName, cases: number, value: number) => {
    kept.figures[name] = { ...kept.figures[name], [cases]: Number(value.toFixed(3)) };
    report.tell(`${CURVES[name].name} at ${cases} cases: ${value.toFixed(2)} ${CURVES[name].unit}`);
  };
  for (const [cases, folder] of desks) {
    if (only.has("intake")) keep("intake", cases, await intakeAt(folder));
    if (only.has("search"))
      keep("search", cases, (await searchTimes(`file:${folder}/desk.db`)).cpu);
  }
  if (only.has("pages"))
    for (const { page, cases, value } of await pagesAt(desks)) keep(page, cases, value);
  draw(kept, report);
});

/** In a copy: the desk of a size stays of that size. */
async function intakeAt(folder: string): Promise<number> {
  const copy = mkdtempSync(path.join(tmpdir(), "exitdesk-growth-"));
  try {
    cpSync(folder, copy, { recursive: true });
    const url = `file:${path.join(copy, "desk.db")}`;
    process.env["DATA_DIR"] = copy;
    const db = openDb(url);
    // Copies of cases have no mail to be read again; its relays came just now.
    await db.setting.deleteMany({ where: { key: "check-open-cases" } });
    const desk = {
      db,
      url,
      folder: copy,
      secretKey: readSecretKey(copy),
      postmaster: null,
      close: async () => await db.$disconnect(),
    };
    const mails = generateMails(PLAN.warmUp + PLAN.rounds * PLAN.aRound, SEED);
    try {
      return (await measureIntake(desk, mails, PLAN)).times;
    } finally {
      await desk.close();
    }
  } finally {
    rmSync(copy, { recursive: true });
  }
}

type PageCost = { page: "queue" | "case"; cases: number; value: number };

/** All sizes in one run, in turns. */
async function pagesAt(desks: ReadonlyMap<number, string>): Promise<PageCost[]> {
  ensureBuilt(process.execPath);
  const servers: Server[] = [await startBare(ensureBareBuilt())];
  const [bare] = servers;
  if (!bare) return [];
  try {
    const visits = new Map<string, Visit>([["bare", { server: bare, path: "/list", cookie: "" }]]);
    for (const [cases, folder] of desks) {
      const server = await startDesk({ DATA_DIR: folder });
      servers.push(server);
      const { cookie, caseId } = await openDesk(folder);
      visits.set(`queue ${cases}`, { server, path: "/queue", cookie });
      visits.set(`case ${cases}`, { server, path: `/cases/${caseId}`, cookie });
    }
    const costs = await measure(visits, PAGE_ROUNDS);
    const plain = costs.get("bare")?.cpus ?? [];
    return [...desks.keys()].flatMap((cases) =>
      (["queue", "case"] as const).map((page) => {
        const ours = costs.get(`${page} ${cases}`)?.cpus ?? [];
        const times = ours.map((cpu, round) => cpu / (plain[round] ?? Number.NaN));
        return { page, cases, value: median(times) };
      }),
    );
  } finally {
    for (const server of servers) await server.stop();
  }
}

async function openDesk(folder: string): Promise<{ cookie: string; caseId: string }> {
  const db = openDb(`file:${folder}/desk.db`);
  try {
    const now = Date.now();
    if (!(await findUser(db, "bench")))
      await createOwner(db, { login: "bench", password: `a long password ${now}`, now });
    const owner = await findUser(db, "bench");
    const token = await openSession(db, owner?.id ?? "", { agent: "bench", now });
    const { id } = await db.case.findFirstOrThrow({
      where: { state: "open", type: "bruteforce", complaintCount: 1 },
      orderBy: { id: "asc" },
    });
    return { cookie: `exitdesk-session=${token}`, caseId: id };
  } finally {
    await db.$disconnect();
  }
}

function readKept(): Kept {
  try {
    return JSON.parse(readFileSync(path.join(FOLDER, "growth.json"), "utf8")) as Kept;
  } catch {
    return { measuredAt: "", figures: {} };
  }
}

function draw({ figures }: Kept, { measured }: Report): void {
  const curves = (Object.keys(CURVES) as CurveName[]).flatMap((key) => {
    const points = Object.entries(figures[key] ?? {})
      .map(([cases, value]) => ({ cases: Number(cases), value }))
      .sort((a, b) => a.cases - b.cases);
    if (points.length < 2) return [];
    const slope = slopeOf(points);
    measured(CURVES[key].slope, slope);
    return [{ ...CURVES[key], points, slope }];
  });
  if (curves.length === 0) return;
  const kept: Kept = { measuredAt: new Date().toISOString().slice(0, 10), figures };
  mkdirSync(FOLDER, { recursive: true });
  const write = (name: string, text: string) => writeFileSync(path.join(FOLDER, name), text);
  write("growth.json", `${JSON.stringify(kept, null, 2)}\n`);
  write("growth.svg", growthSvg(curves));
  write("growth.md", table(kept, curves));
}

function table(
  { measuredAt }: Kept,
  curves: readonly Parameters<typeof growthSvg>[0][number][],
): string {
  const sizes = [
    ...new Set(curves.flatMap(({ points }) => points.map((point) => point.cases))),
  ].sort((a, b) => a - b);
  const rows = curves.map(({ name, unit, points, slope }) => {
    const cells = sizes.map(
      (size) => points.find(({ cases }) => cases === size)?.value.toFixed(2) ?? "",
    );
    return `| ${[name, unit, ...cells, slope.toFixed(3)].join(" | ")} |`;
  });
  const heads = ["", "in", ...sizes.map((size) => `${size.toLocaleString("en")} cases`), "slope"];
  return [
    "# What grows with the desk",
    "",
    `Measured on ${measuredAt} by \`npm run bench -- growth\`, on SQLite; drawn from [growth.json](growth.json).`,
    "",
    "![The figures of the table below, each line beginning at 1](growth.svg)",
    "",
    `| ${heads.join(" | ")} |`,
    `|${heads.map(() => "---").join("|")}|`,
    ...rows,
    "",
    "A slope of 0 is a cost that does not depend on the size; 0.3 doubles with each tenfold of cases.",
    "",
  ].join("\n");
}
