import type { Fetched } from "./fetched.ts";
import { readOnionoo } from "./read-onionoo.ts";
import type { DatedFile } from "./read-tor-files.ts";
import type { OnionooMemory } from "./relay-source.ts";

type Fetch = (path: string, lastModified: string | null) => Promise<Fetched>;
export type OnionooAnswer = {
  files: DatedFile[];
  memory: Record<string, OnionooMemory>;
  flaw: string | null;
};

/** One reading asks about so many families at most; the others have their turn in the next. */
const MAX_FAMILIES = 40;

/**
 * Asks about the operator's relays only, a family at a time: one answer holds the whole family, so hundreds of relays need
 * one question. The family asked longest ago comes first. Stops at the first flaw, with what there is until then.
 */
export async function askOnionoo(
  ours: readonly string[],
  memory: Record<string, OnionooMemory>,
  now: number,
  fetch: Fetch,
): Promise<OnionooAnswer> {
  const answer: OnionooAnswer = { files: [], memory: {}, flaw: null };
  const covered = new Set<string>();
  let asked = 0;
  for (const leader of inTurn(ours, memory)) {
    const before = memory[leader] ?? null;
    if (covered.has(leader)) continue;
    if (answer.flaw !== null || asked >= MAX_FAMILIES) {
      remember(answer, leader, before);
      continue;
    }
    asked += 1;
    const one = await askFamily(leader, before, new Set(ours), fetch);
    answer.flaw = one.flaw;
    answer.files.push(...one.files);
    // What was not answered whole is asked for whole again.
    remember(answer, leader, one.flaw === null ? { ...one.memory, askedAt: now } : before);
    for (const print of one.memory.covers) covered.add(print);
  }
  return answer;
}

function remember(answer: OnionooAnswer, leader: string, known: OnionooMemory | null): void {
  if (known !== null) answer.memory[leader] = known;
}

/** Those asked about before speak for their families still; the one asked longest ago first. */
function inTurn(ours: readonly string[], memory: Record<string, OnionooMemory>): string[] {
  const askedAt = (print: string) => memory[print]?.askedAt ?? 0;
  return ours.toSorted(
    (a, b) => Number(b in memory) - Number(a in memory) || askedAt(a) - askedAt(b),
  );
}

async function askFamily(
  leader: string,
  before: OnionooMemory | null,
  ours: ReadonlySet<string>,
  fetch: Fetch,
): Promise<{ files: DatedFile[]; memory: Omit<OnionooMemory, "askedAt">; flaw: string | null }> {
  const memory = {
    details: before?.details ?? null,
    uptime: before?.uptime ?? null,
    covers: before?.covers ?? [leader],
  };
  const files: DatedFile[] = [];
  for (const kind of ["details", "uptime"] as const) {
    const path = `${kind}?family=${leader}`;
    const fetched = await fetch(path, memory[kind]);
    if (fetched.outcome === "flaw") return { files, memory, flaw: fetched.flaw };
    if (fetched.outcome === "same") continue;
    files.push({ name: `Onionoo ${path}`, bytes: fetched.bytes, modifiedAt: null });
    memory[kind] = fetched.lastModified;
    if (kind === "details") memory.covers = coversOf(leader, fetched.bytes, ours);
  }
  return { files, memory, flaw: null };
}

function coversOf(leader: string, bytes: Uint8Array, ours: ReadonlySet<string>): string[] {
  const { relays } = readOnionoo(Buffer.from(bytes).toString("utf8"));
  const prints = relays.map(({ fingerprint }) => fingerprint).filter((print) => ours.has(print));
  return [...new Set([leader, ...prints])];
}
