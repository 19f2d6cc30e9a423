import type { Instant } from "../time/instant.ts";

export const SOURCE_KINDS = ["folder", "control", "onionoo"] as const;

/**
 * Where the desk reads by itself. Empty text: not given. `folder`: tor's DataDirectory, its torrc, its log and the zone of
 * its clock. `control`: a control port or socket. `onionoo`: the web address and a SOCKS5 proxy.
 */
export type SourceSettings =
  | { kind: "folder"; dataDirectory: string; torrc: string; log: string; zone: string }
  | { kind: "control"; where: string }
  | { kind: "onionoo"; address: string; proxy: string };

/** What was asked of Onionoo about one relay's family, and which relays of ours the answer held. */
export type OnionooMemory = {
  askedAt: Instant;
  details: string | null;
  uptime: string | null;
  covers: string[];
};

/** What need not be read again: files by path with time and size, and Onionoo's answers by the relay asked about. */
export type SourceMemory = {
  files?: Record<string, string>;
  onionoo?: Record<string, OnionooMemory>;
};

/** A source as the worker and the page see it; its secret is no part of it. */
export type RelaySource = {
  id: string;
  name: string;
  settings: SourceSettings;
  hasSecret: boolean;
  enabled: boolean;
  dueAt: Instant;
  attempts: number;
  /** When it was last read without a problem, and what was learnt then. */
  lastReadAt: Instant | null;
  lastText: string | null;
  /** Of the last attempt. */
  lastProblem: string | null;
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const LONGEST = 12 * HOUR;

/**
 * When a source is read next: every hour, and a little later by chance, so that many sources and desks do not ask at once;
 * after failures less and less often. `chance` is between 0 and 1.
 */
export function nextReading(now: Instant, failures: number, chance: number): Instant {
  const wait =
    failures === 0 ? HOUR : Math.min(5 * MINUTE * 2 ** Math.min(failures - 1, 20), LONGEST);
  return Math.round(now + wait + (wait / 6) * chance);
}
