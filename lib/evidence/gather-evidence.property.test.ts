import fc from "fast-check";
import { expect, test } from "vitest";
import type {
  Confirmed,
  PolicyInForce,
  Relay,
  RelayHistory,
  Sourced,
  Tenure,
} from "../relays/history.ts";
import { aComplaint, anEvent } from "../testing/a-complaint.ts";
import { contains, type Interval } from "../time/instant.ts";
import { gatherEvidence } from "./gather-evidence.ts";
import type { Verdict } from "./verdict.ts";

/** Time is twenty ticks here, so that every single one can be looked at by the plain definition of a verdict. */
const TICKS = 20;
const TICK = 6 * 3600 * 1000;
/** A descriptor speaks for three ticks after it was last seen, the operator until further notice. */
const SIGNED = { source: "descriptor (signed)", lasts: 3 * TICK };
const SOURCE = { source: "test", learnedAt: 0 };
const LINES = {
  accept: ["ExitPolicy accept *:*"],
  reject: ["ExitPolicy reject *:*"],
  invalid: ["ExitPolicy accept *:99999"],
};

type Kept = Interval & Sourced & Confirmed;

const interval = fc
  .tuple(fc.integer({ min: 0, max: TICKS }), fc.option(fc.integer({ min: 1, max: TICKS })))
  .map(([from, length]) => ({
    from: from * TICK,
    to: length === null ? null : (from + length) * TICK,
    ...SOURCE,
  }));
const sighting = fc
  .tuple(interval, fc.option(fc.integer({ min: 0, max: 6 })))
  .map(([span, later]) => {
    if (later === null) return { ...span, source: SIGNED.source };
    return { ...span, source: SIGNED.source, confirmedAt: span.from + later * TICK };
  });
const record: fc.Arbitrary<Kept> = fc.oneof(interval, sighting);
const tenure: fc.Arbitrary<Tenure> = fc
  .tuple(record, fc.constantFrom("192.0.2.7", "192.0.2.8"))
  .map(([span, ip]) => ({ ...span, ip }));
const policy: fc.Arbitrary<PolicyInForce> = fc
  .tuple(record, fc.constantFrom(...Object.values(LINES)))
  .map(([span, lines]) => ({ ...span, lines, form: "torrc" }));
const relay: fc.Arbitrary<Relay> = fc.record({
  nickname: fc.constantFrom("a", "b", "c"),
  fingerprint: fc.uuid(),
  tenures: fc.array(tenure, { minLength: 1, maxLength: 3 }),
  policies: fc.array(policy, { maxLength: 3 }),
  uptime: fc.array(interval, { maxLength: 2 }),
  unsure: fc.array(interval, { maxLength: 1 }),
});
const history = fc.record({ relays: fc.array(relay, { minLength: 1, maxLength: 3 }) });
const window = fc
  .tuple(fc.integer({ min: 0, max: TICKS }), fc.integer({ min: 0, max: 8 }))
  .map(([first, length]) => ({ earliest: first * TICK, latest: (first + length) * TICK }));

test("a verdict is what the plain definition says of every tick of the window", () => {
  fc.assert(
    fc.property(history, window, (known, { earliest, latest }) => {
      const count = (latest - earliest) / TICK + 1;
      const ticks = Array.from({ length: count }, (_, index) => earliest + index * TICK);
      const truths = ticks.map((at) => truthsAt(known, at));
      const expected = ORDER.find((verdict) => truths.every((truth) => truth.has(verdict)));
      expect(verdictFor(known, earliest, latest)).toBe(expected ?? "cannot-tell");
    }),
    { numRuns: 2000 },
  );
});

test("whatever is claimed of a stretch of time holds for each part of it", () => {
  const weaker: Partial<Record<Verdict, Verdict[]>> = {
    "port-rejected": ["port-rejected", "relay-down"],
  };
  fc.assert(
    fc.property(history, window, fc.nat(), (known, { earliest, latest }, pick) => {
      const whole = verdictFor(known, earliest, latest);
      if (whole === "cannot-tell") return;
      const at = earliest + (pick % (latest - earliest + 1));
      expect(weaker[whole] ?? [whole]).toContain(verdictFor(known, at, at));
    }),
    { numRuns: 500 },
  );
});

const ORDER: Verdict[] = ["not-our-ip", "relay-down", "port-rejected", "port-allowed"];

function verdictFor(known: RelayHistory, earliest: number, latest: number): Verdict {
  const time = {
    at: null,
    earliest,
    latest,
    precision: "day",
    zone: "stated",
    text: "",
  } as const;
  return gatherEvidence(aComplaint({ events: [anEvent({ time })] }), known).verdict;
}

/** The definitions in words, for one address and one moment. */
function truthsAt({ relays }: RelayHistory, at: number): Set<Verdict> {
  const truths = new Set<Verdict>();
  const tenures = relays.flatMap((each) => each.tenures).filter(({ ip }) => ip === "192.0.2.7");
  const heldBy = ({ tenures: all }: Relay, is: (held: Tenure) => boolean) =>
    all.some((held) => held.ip === "192.0.2.7" && is(held));
  const holders = relays.filter((each) => heldBy(each, (held) => contains(held, at)));
  const sure = holders.filter((each) => heldBy(each, (held) => isCertain(held, at)));
  const unsure = holders.filter((each) =>
    heldBy(each, (held) => contains(held, at) && !isCertain(held, at)),
  );
  if (holders.length === 0) {
    if (tenures.length === 0 || tenures.some(({ from }) => from <= at)) truths.add("not-our-ip");
    return truths;
  }
  if (sure.some((each) => !isDown(each, at) && policyIs(each, "accept", at))) {
    truths.add("port-allowed");
  }
  if (unsure.length > 0) return truths;
  if (holders.every((each) => isDown(each, at))) truths.add("relay-down");
  if (
    holders.every((each) => isDown(each, at) || policyIs(each, "reject", at)) &&
    holders.some((each) => policyIs(each, "reject", at))
  ) {
    truths.add("port-rejected");
  }
  return truths;
}

function isCertain(record: Kept, at: number): boolean {
  if (!contains(record, at)) return false;
  if (record.source !== SIGNED.source) return true;
  return at < Math.max(record.from, record.confirmedAt ?? 0) + SIGNED.lasts;
}

function isDown({ uptime, unsure = [] }: Relay, at: number): boolean {
  const isKnown = uptime.some((run) => run.from <= at);
  return isKnown && ![...uptime, ...unsure].some((run) => contains(run, at));
}

function policyIs({ policies }: Relay, wanted: keyof typeof LINES, at: number): boolean {
  const inForce = policies.filter((each) => isCertain(each, at));
  return inForce.length > 0 && inForce.every((each) => each.lines === LINES[wanted]);
}
