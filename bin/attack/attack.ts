// npm run attack [-- --payloads N|all --only ID,ID --mutations N --seed N]. Short in CI (600 and 500), whole by hand (all and 20000).
import { spawnSync } from "node:child_process";
import { createHash, randomInt } from "node:crypto";
import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { seeded } from "../../lib/testing/random-policy.ts";
import { formulaCells } from "./exports.ts";
import { type FilledDesk, filledDesk } from "./filled-desk.ts";
import { hostileMails, notKept } from "./mime.ts";
import { htmlPayloads, mailWith, type Payload, sampled } from "./payloads.ts";
import { probe } from "./probes.ts";
import { type Rendered, render, type Shown } from "./render.ts";
import { signIns } from "./sign-ins.ts";

const FOLDER = path.join(import.meta.dirname, "../../../shared/attack");
/** Raw payloads are tried until enough have worked; most wait for a place to break out of and do nothing alone. */
const CONTROL = 600;
/** Fewer raw payloads than this that work: the trap is broken, not the mail harmless. */
const LEAST_CONTROL = 30;
const LIMIT_MS = 10_000;
const LIMIT_MB = 512;

const { values } = parseArgs({
  options: {
    payloads: { type: "string", default: "600" },
    mutations: { type: "string", default: "500" },
    seed: { type: "string" },
    only: { type: "string" },
  },
});
const seed = Number(values.seed ?? randomInt(2 ** 31));
process.exitCode = existsSync(FOLDER) ? await attack() : 3;

async function attack(): Promise<number> {
  const chance = seeded(seed).next;
  const all = htmlPayloads(FOLDER);
  const count = values.payloads === "all" ? all.length : Number(values.payloads);
  const only = values.only?.split(",");
  const payloads = only ? all.filter(({ id }) => only.includes(id)) : sampled(all, count, chance);
  const control = sampled(all, CONTROL, chance);
  const mails = hostileMails(FOLDER);
  tell(
    `${payloads.length} payloads of ${all.length}, ${mails.length} hostile mails, ${values.mutations} mutations, seed ${seed}`,
  );
  const filled = await filledDesk([...payloads.map(mailWith), ...mails.map(({ raw }) => raw)]);
  try {
    const lost = await notKept(mails, filled);
    const effects = [
      ...(await probe(FOLDER, filled)),
      ...(await signIns(FOLDER, filled)),
      ...(await formulaCells(filled)),
    ];
    const rendered = await renderAll(payloads, control, filled);
    return report(rendered, [...lost, ...effects, ...readMutations()]);
  } finally {
    await filled.close();
  }
}

async function renderAll(
  payloads: readonly Payload[],
  control: readonly Payload[],
  { desk, db, token }: FilledDesk,
): Promise<Rendered> {
  const shown: Shown[] = [];
  for (const payload of payloads) {
    const rawSha256 = createHash("sha256").update(mailWith(payload)).digest("hex");
    const { id, caseId } = await db.complaint.findUniqueOrThrow({ where: { rawSha256 } });
    shown.push({ payload, path: `/cases/${caseId}?mail=${id}` });
  }
  const cookie = { name: "exitdesk-session", value: token };
  return await render(shown, { desk: new URL(desk.url), cookie, control, tell });
}

function readMutations(): string[] {
  const child = path.join(import.meta.dirname, "read-mutations.ts");
  const limits = [`--max-old-space-size=${LIMIT_MB}`];
  const args = [...limits, child, FOLDER, values.mutations, String(seed)];
  const { status, stdout } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  if (status !== 0) return ["the reader of mutations died"];
  const { slowestMs, thrown, peakMb } = JSON.parse(stdout);
  tell(`mutations: slowest ${slowestMs} ms, peak ${peakMb} MB`);
  const wrong: string[] = [];
  if (thrown > 0) wrong.push(`${thrown} mutations were not read`);
  if (slowestMs > LIMIT_MS) wrong.push(`a mutation took ${slowestMs} ms`);
  if (peakMb > LIMIT_MB) wrong.push(`mutations took ${peakMb} MB`);
  return wrong;
}

function report(
  { payloads, executed, requests, control, wrong }: Rendered,
  other: string[],
): number {
  for (const line of [...wrong, ...other]) tell(line);
  tell(`control: ${control} raw payloads executed`);
  if (control < LEAST_CONTROL) tell(`short: at least ${LEAST_CONTROL} raw payloads must execute`);
  tell(
    `attack: payloads=${payloads} executed=${executed} requests=${requests} other_effects=${other.length}`,
  );
  const clean = executed + requests + other.length === 0;
  return clean && control >= LEAST_CONTROL ? 0 : 1;
}

function tell(text: string): void {
  process.stdout.write(`${text}\n`);
}
