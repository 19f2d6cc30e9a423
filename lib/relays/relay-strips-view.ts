import { type Instant, type Interval, toIso } from "../time/instant.ts";
import type { Relay, Tenure } from "./history.ts";
import { isShown, type Stretch } from "./span-view.ts";
import { type Holes, type Segment, type SegmentKind, shareOf, stripOf } from "./strip-view.ts";
import { type Gap, withGaps } from "./with-gaps.ts";

/** One drawn line of the page: `text` says in words what the segments show. */
export type Strip = { label: string; segments: Segment[]; text: string };
/** `addressesLeft`: addresses of the stretch that are not drawn. */
export type RelayStrips = {
  addresses: Strip[];
  addressesLeft: number;
  policy: Strip;
  uptime: Strip;
};

const MAX_ADDRESSES = 12;
const UNKNOWN: Holes = { before: "unknown", after: "unknown" };
/** After the first run that is known, whatever no run covers is a time it did not run; before it nothing is known. */
const RUNS: Holes = { before: "unknown", after: "off" };

/** The strips of one relay on one axis. Where no address at all is known every address has a gap. Pure. */
export function relayStrips(relay: Relay, stretch: Stretch): RelayStrips {
  const ips = shownIps(relay.tenures, stretch);
  const nowhere = stripOf(relay.tenures, stretch, UNKNOWN).filter(({ kind }) => kind === "unknown");
  const addresses = ips.slice(0, MAX_ADDRESSES).map((ip) => {
    const own = relay.tenures.filter((tenure) => tenure.ip === ip);
    const held = stripOf(own, stretch, { before: "off", after: "off" });
    const segments = [...held.filter(({ kind }) => kind !== "off"), ...nowhere];
    return strip(
      ip,
      segments.toSorted((a, b) => a.x - b.x),
      { known: "held" },
    );
  });
  return {
    addresses,
    addressesLeft: Math.max(0, ips.length - MAX_ADDRESSES),
    policy: strip("Exit policy", stripOf(relay.policies, stretch, UNKNOWN), { known: "known" }),
    uptime: strip("Running", uptimeStrip(relay, stretch), {
      known: "running",
      off: "not running",
    }),
  };
}

/** A run that is known goes before a stretch somebody was unsure about. */
function uptimeStrip({ uptime, unsure = [] }: Relay, stretch: Stretch): Segment[] {
  const holes = withGaps(uptime).flatMap(({ gap }) => gap ?? []);
  const parts = uptime.length === 0 ? unsure : unsure.flatMap((each) => inside(each, holes));
  return stripOf([...uptime, ...parts], stretch, RUNS).map((segment) =>
    (segment.index ?? -1) < uptime.length ? segment : { ...segment, kind: "unknown", index: null },
  );
}

function inside(each: Interval, holes: readonly Gap[]): Interval[] {
  return holes.flatMap((hole) => {
    const from = Math.max(each.from, hole.from ?? Number.NEGATIVE_INFINITY);
    const ends = [each.to, hole.to].filter((end) => end !== null);
    const to = ends.length === 0 ? null : Math.min(...ends);
    return to !== null && to <= from ? [] : [{ from, to }];
  });
}

/** Those held last go first. */
function shownIps(tenures: readonly Tenure[], stretch: Stretch): string[] {
  const until = new Map<string, number>();
  for (const tenure of tenures.filter((each) => isShown(each, stretch))) {
    const end = tenure.to ?? Number.POSITIVE_INFINITY;
    until.set(tenure.ip, Math.max(end, until.get(tenure.ip) ?? end));
  }
  return [...until]
    .sort(([ip, end], [otherIp, otherEnd]) =>
      end === otherEnd ? Number(ip.includes(":")) - Number(otherIp.includes(":")) : otherEnd - end,
    )
    .map(([ip]) => ip);
}

type Names = Partial<Record<SegmentKind, string>>;

function strip(label: string, segments: Segment[], names: Names): Strip {
  return { label, segments, text: `${label}: ${inWords(segments, names)}` };
}

/** `held 75 % of the time shown, not known 25 %; not known 2026-02-01T00:00Z to 2026-03-01T00:00Z` */
function inWords(segments: readonly Segment[], names: Names): string {
  const all = { ...names, unknown: "not known", several: "changing often" };
  const shares = (Object.entries(all) as [SegmentKind, string][]).flatMap(([kind, name]) => {
    const share = shareOf(segments, kind);
    return share > 0 ? [`${name} ${percent(share)}`] : [];
  });
  const gaps = segments.filter(({ kind }) => kind === "unknown").map(span);
  if (shares.length === 0) return "nothing in the time shown.";
  const more = gaps.length - MAX_NAMED;
  const named = gaps.slice(0, MAX_NAMED).join("; ") + (more > 0 ? `; and ${more} more` : "");
  return `${shares.join(", ")} of the time shown.${named === "" ? "" : ` Not known: ${named}.`}`;
}

const MAX_NAMED = 6;

function percent(share: number): string {
  const whole = Math.round(share * 100);
  if (whole === 0) return "under 1 %";
  return whole === 100 && share < 0.9999 ? "over 99 %" : `${whole} %`;
}

function span({ from, to }: { from: Instant; to: Instant }): string {
  return `${minute(from)} to ${minute(to)}`;
}

function minute(at: Instant): string {
  return `${toIso(at).slice(0, 16).replace("T", " ")} UTC`;
}
