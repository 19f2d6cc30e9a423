import type { Confirmed, Relay, Sourced } from "../relays/history.ts";
import type { Interval } from "../time/instant.ts";
import { utc, recorded as whenSeen } from "./phrases.ts";

/** What the operator recorded of one relay, for people to read; it says of itself that nobody signed it. */
export function operatorStatement({
  nickname,
  fingerprint,
  tenures,
  policies,
  uptime,
}: Relay): string {
  const lines = [
    "UNSIGNED: a statement of the operator. No signature proves what stands here.",
    "Where the source is a signed descriptor, the descriptor beside this file proves what was",
    "announced at its time; until when that lasted is the operator's conclusion.",
    "",
    `Relay ${nickname}, fingerprint ${fingerprint}`,
    ...section(
      "Addresses",
      tenures.map((tenure) => `${tenure.ip} ${recorded(tenure)}`),
    ),
    ...section(
      "Exit policies",
      policies.map((policy) => [recorded(policy), ...policy.lines].join("\n    ")),
    ),
    ...section(
      "Running",
      uptime.map((run) => recorded(run)),
    ),
  ];
  return `${lines.map(printable).join("\n")}\n`;
}

function section(title: string, entries: string[]): string[] {
  const shown = entries.length === 0 ? ["nothing is recorded for that time"] : entries;
  return ["", title, ...shown.flatMap((entry) => `  ${entry}`.split("\n"))];
}

function recorded(interval: Interval & Sourced & Confirmed): string {
  const { source, learnedAt } = interval;
  return `${whenSeen(interval)} (source: ${source}; recorded ${utc(learnedAt)})`;
}

function printable(line: string): string {
  return line.replace(/\p{Cc}+/gu, " ");
}
