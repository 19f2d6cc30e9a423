import type { Instant } from "../time/instant.ts";
import type { RelayHistory } from "./history.ts";
import type { TorDocument } from "./tor-document.ts";

/** What the operator says beside the files. */
export type Told = {
  learnedAt: Instant;
  /** Relays that are the operator's, by fingerprint, beside those the desk knows. */
  ours: readonly string[];
  /** Relays a person said are not the operator's, by fingerprint, whatever a file says. */
  notOurs?: readonly string[];
  /** Every relay with a descriptor in the files is the operator's. */
  allOurs: boolean;
  /**
   * Since when a torrc among the files is in force, and addresses it does not name. `whenRead`: `from` is only when it was
   * written; it came into force when tor read it, which a log among the files may tell.
   */
  torrc: { from: Instant; addresses: readonly string[]; whenRead?: boolean };
};

/**
 * One thing to learn from one document, at the moment it is about. Things are learnt oldest first whatever file they
 * stand in, so that it does not matter in which order the files come.
 */
export type Lesson = { at: Instant; learn: (history: RelayHistory) => RelayHistory };

/** What one document has to teach, in a sentence for the operator; `flaw`: what keeps it from teaching, with the remedy. */
export type Lessons = { lessons: Lesson[]; text: string; flaw?: string };

/** Says whether a fingerprint is one of ours. */
export type IsOurs = (fingerprint: string) => boolean;

/** The document with everything needed to find its lessons. */
export type Asked = {
  history: RelayHistory;
  told: Told;
  isOurs: IsOurs;
  all: readonly TorDocument[];
};

/** `3 relays`, `1 relay`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** "Learnt: ..." with how many strangers were passed over. */
export function learntText(what: string, learnt: number, seen: number): string {
  const passed = seen - learnt;
  const over = passed === 0 ? "" : ` ${counted(passed, "other")} passed over: not known as yours.`;
  return learnt === 0 && passed > 0
    ? `${what}: nothing about your relays.${over}`
    : `${what}: ${learnt} about your relays.${over}`;
}
