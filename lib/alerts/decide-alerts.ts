import type { Instant } from "../time/instant.ts";

/**
 * What an alert says, and all it says. `intake`: mail does not come in or cannot be read. `due`: something needs a person
 * soon. A letter from the police and a near deadline sound alike: whoever carries the alert must not learn that there is one.
 */
export type AlertKind = "intake" | "due";

/** What the desk knows at one moment; ids of rows only. */
export type AlertFacts = {
  mailboxes: readonly { id: string; lookedAt: Instant }[];
  /** Since when the oldest mail waits to be read; null: none does. */
  waitingSince: Instant | null;
  /** Mails that could not be taken or read. */
  quarantined: readonly string[];
  /** Open cases with a deadline. */
  deadlines: readonly { id: string; at: Instant }[];
  /** Open cases that are sealed. */
  sealed: readonly string[];
  /** Letters that failed or of which nobody knows whether they arrived. */
  letters: readonly string[];
};

/** `key` is the same for as long as the cause lasts. */
export type AlertCause = { key: string; kind: AlertKind };

/** Mail that stood still for so long will not move by itself. */
export const STILL_MS = 30 * 60_000;
/** Enough to wake up, read and answer. */
export const NEAR_MS = 4 * 3_600_000;

/** Everything there is to be told of at `now`. */
export function alertCauses(facts: AlertFacts, now: Instant): AlertCause[] {
  const silent = facts.mailboxes.filter(({ lookedAt }) => now - lookedAt >= STILL_MS);
  const waits = facts.waitingSince !== null && now - facts.waitingSince >= STILL_MS;
  // One that has passed is still unanswered: a desk that slept through the hours before must not stay quiet after them.
  const near = facts.deadlines.filter(({ at }) => at - now <= NEAR_MS);
  return [
    ...silent.map(({ id }) => cause("intake", `mailbox:${id}`)),
    ...(waits ? [cause("intake", "waiting")] : []),
    ...facts.quarantined.map((id) => cause("intake", `quarantine:${id}`)),
    // A deadline that was moved is another cause.
    ...near.map(({ id, at }) => cause("due", `deadline:${id}@${at}`)),
    ...facts.sealed.map((id) => cause("due", `sealed:${id}`)),
    ...facts.letters.map((id) => cause("due", `letter:${id}`)),
  ];
}

/** `fresh`: causes nobody was told of yet. `over`: keys whose cause has ended; should it return, it is told again. */
export type AlertDecision = { fresh: AlertCause[]; over: string[] };

/** A cause is told once. `wanted`: the kinds somebody asked for. */
export function decideAlerts(
  causes: readonly AlertCause[],
  wanted: readonly AlertKind[],
  told: ReadonlySet<string>,
): AlertDecision {
  const lasting = new Set(causes.map(({ key }) => key));
  return {
    fresh: causes.filter(({ key, kind }) => wanted.includes(kind) && !told.has(key)),
    over: [...told].filter((key) => !lasting.has(key)),
  };
}

function cause(kind: AlertKind, key: string): AlertCause {
  return { key, kind };
}
