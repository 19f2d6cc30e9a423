import { findHolders } from "../../lib/relays/find-holders-store.ts";
import { spanOf } from "../../lib/relays/tenure-span.ts";
import { type Random, seeded } from "../../lib/testing/random-policy.ts";
import { scratchDb } from "../../lib/testing/scratch-db.ts";
import type { Interval } from "../../lib/time/instant.ts";

export type HolderTimes = { rows: number; median: number; p95: number; wrong: number };

const HOUR = 3600 * 1000;
const RELAYS = 100;
/** Relays take over each other's addresses. */
const ADDRESSES = 150;
/** A relay keeps an address for a day on average, and for whole hours. */
const LONGEST_HOURS = 47;
const QUESTIONS = 400;
const START = Date.UTC(2023, 0, 1);

type Tenure = Interval & { relayId: string; ip: string };

/** Milliseconds for "who held this address then", asked of a desk with 100 relays of its own and so many days of history. */
export async function timeHolders(days: number, seed: number): Promise<HolderTimes> {
  const desk = await scratchDb();
  try {
    const random = seeded(seed);
    const tenures = Array.from({ length: RELAYS }, (_, relay) => historyOf(relay, days, random));
    await fill(desk.db, tenures);
    const all = tenures.flat();
    const times: number[] = [];
    let wrong = 0;
    for (let question = 0; question < QUESTIONS; question++) {
      const ip = address(Math.floor(random.next() * ADDRESSES));
      const at = START + Math.floor(random.next() * days * 24 * HOUR);
      const start = performance.now();
      const found = await findHolders(desk.db, ip, { from: at, to: at + 1 });
      times.push(performance.now() - start);
      const held = all.filter(
        (each) => each.ip === ip && each.from <= at && (each.to ?? at + 1) > at,
      );
      if (found.map((each) => each.held.from).join() !== heldFrom(held)) wrong += 1;
    }
    return { rows: all.length, wrong, ...percentiles(times) };
  } finally {
    await desk.close();
  }
}

function historyOf(relay: number, days: number, random: Random): Tenure[] {
  const tenures: Tenure[] = [];
  const end = START + days * 24 * HOUR;
  for (let from = START; from < end; ) {
    const to = from + (1 + Math.floor(random.next() * LONGEST_HOURS)) * HOUR;
    const ip = address(Math.floor(random.next() * ADDRESSES));
    tenures.push({ relayId: `relay-${relay}`, ip, from, to: to < end ? to : null });
    from = to;
  }
  return tenures;
}

function address(number: number): string {
  return number % 3 === 0 ? `2001:db8::${number.toString(16)}` : `192.0.2.${number}`;
}

async function fill(
  db: Awaited<ReturnType<typeof scratchDb>>["db"],
  tenures: Tenure[][],
): Promise<void> {
  const fingerprint = (relay: number) => relay.toString(16).toUpperCase().padStart(40, "0");
  await db.relay.createMany({
    data: tenures.map((_, relay) => ({
      id: `relay-${relay}`,
      nickname: `relay${relay}`,
      fingerprint: fingerprint(relay),
      createdAt: new Date(START),
    })),
  });
  const rows = tenures.flat().map(({ from, to, ...tenure }) => ({
    ...tenure,
    from: new Date(from),
    to: to === null ? null : new Date(to),
    source: "torrc",
    learnedAt: new Date(START),
    span: spanOf({ from, to }),
  }));
  for (let at = 0; at < rows.length; at += 2_000)
    await db.tenure.createMany({ data: rows.slice(at, at + 2_000) });
}

function heldFrom(tenures: Tenure[]): string {
  return tenures
    .map(({ from }) => from)
    .toSorted((a, b) => a - b)
    .join();
}

/** The first questions only warm up. */
function percentiles(times: number[]): Pick<HolderTimes, "median" | "p95"> {
  const sorted = times.slice(QUESTIONS / 4).toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
  return { median: at(0.5), p95: at(0.95) };
}
