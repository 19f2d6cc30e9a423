import { parseTorrcPolicy } from "../exit-policy/parse-torrc-policy.ts";
import { parseIp } from "../net/ip.ts";
import type { Instant } from "../time/instant.ts";
import { learnFromTorrc } from "./learn.ts";
import type { Asked, Lessons } from "./lessons.ts";
import type { TorrcFacts } from "./read-torrc.ts";
import { ofKind } from "./tor-document.ts";

/** A torrc among several files: whose it is and where, the files beside it say, or the operator. */
export function torrcLesson(torrc: TorrcFacts, { told, all }: Asked): Lessons {
  const { addresses } = told.torrc;
  const from = inForceFrom(told.torrc, all);
  if (from === null) {
    const flaw = "The torrc was changed and tor has not read it since: reload tor, then it counts.";
    return { lessons: [], text: "Nothing was learnt.", flaw };
  }
  const typed = addresses.flatMap((text) => parseIp(text) ?? []);
  const ips = [...new Set([...typed, ...torrc.addresses.map(({ ip }) => ip)])];
  const { policy, problems } = parseTorrcPolicy(torrc.policyLines, ips);
  if (policy === null) {
    return nothing(problems[0]?.text ?? "The exit policy of the torrc cannot be read.");
  }
  if (ips.length === 0) {
    return nothing("No public address of the relay stands in the torrc: type it beside it.");
  }
  const own = ofKind(all, "fingerprint").find(({ nickname }) => nickname === torrc.nickname);
  const fingerprint = own?.fingerprint ?? (told.ours.length === 1 ? told.ours[0] : null) ?? null;
  const context = { from, learnedAt: told.learnedAt, ips, fingerprint };
  const lesson = {
    at: from,
    learn: (history: Parameters<typeof learnFromTorrc>[0]) =>
      learnFromTorrc(history, torrc, context).history,
  };
  return {
    lessons: [lesson],
    text: `torrc of ${torrc.nickname ?? "a relay"}: its policy and addresses.`,
  };
}

/**
 * tor reads its torrc at start and when told to reload, and says so in its log at once. Null: since it was written tor has
 * not read it. A log that begins later cannot tell.
 */
function inForceFrom(
  { from, whenRead = false }: Asked["told"]["torrc"],
  all: Asked["all"],
): Instant | null {
  const logs = ofKind(all, "notice-log").map(({ log }) => log);
  if (!whenRead || logs.length === 0) return from;
  const isCovered = logs.some(({ covers }) => covers !== null && covers.from <= from);
  if (!isCovered) return from;
  const reads = logs.flatMap(({ configReads }) => configReads).sort((a, b) => a - b);
  return reads.find((at) => at >= from - SAME_SECOND) ?? null;
}

/** A log's times are whole seconds. */
const SAME_SECOND = 1000;

function nothing(text: string): Lessons {
  return { lessons: [], text };
}
