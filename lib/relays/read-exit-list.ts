import { type Ip, parseIp } from "../net/ip.ts";
import type { Instant } from "../time/instant.ts";
import { parseFingerprint } from "./fingerprint.ts";
import { problem, type ReadProblem } from "./read-problem.ts";
import { utcTime } from "./utc-time.ts";

/** One exit as the TorDNSEL scanner saw it. Nobody signs the list: it tells where traffic came from, and proves nothing. */
export type ExitListEntry = {
  fingerprint: string;
  published: Instant | null;
  /** Each address with the moment of the scan that came from it. */
  exits: { ip: Ip; seenAt: Instant }[];
};

const MAX_ENTRIES = 50_000;
const MAX_EXITS = 50;
const MAX_LINES = 200;

/** Reads a TorDNSEL exit list (CollecTor `exit-lists`, check.torproject.org/exit-addresses). Never throws. */
export function readExitList(text: string): { entries: ExitListEntry[]; problems: ReadProblem[] } {
  const entries: ExitListEntry[] = [];
  let unread = 0;
  const [, ...blocks] = text.split(/^ExitNode /m, MAX_ENTRIES + 1);
  for (const block of blocks) {
    const [first = "", ...lines] = block.split(/\r?\n/, MAX_LINES);
    const entry = beginEntry(first.trim());
    if (entry === null) unread++;
    else {
      unread += lines.filter((line) => !readLine(entry, line)).length;
      entries.push(entry);
    }
  }
  return { entries, problems: flawsOf(entries, unread) };
}

/** False for a line that should say where the exit was seen, and does not. */
function readLine(entry: ExitListEntry, line: string): boolean {
  const [keyword, ...words] = line.split(" ");
  if (keyword === "Published") entry.published = utcTime(words.join(" "));
  return keyword !== "ExitAddress" || addExit(entry, words);
}

function beginEntry(text: string): ExitListEntry | null {
  const fingerprint = parseFingerprint(text);
  return fingerprint === null ? null : { fingerprint, published: null, exits: [] };
}

/** `ExitAddress IP YYYY-MM-DD HH:MM:SS` */
function addExit({ exits }: ExitListEntry, [address = "", ...time]: string[]): boolean {
  const ip = parseIp(address);
  const seenAt = utcTime(time.join(" "));
  if (ip === null || seenAt === null || exits.length >= MAX_EXITS) return false;
  exits.push({ ip, seenAt });
  return true;
}

function flawsOf(entries: ExitListEntry[], unread: number): ReadProblem[] {
  if (entries.length === 0) {
    return [problem("no-exit-list", "No ExitNode line with a fingerprint was found in this list.")];
  }
  if (unread === 0) return [];
  return [problem("entries", `${unread} lines of the exit list could not be read.`)];
}
