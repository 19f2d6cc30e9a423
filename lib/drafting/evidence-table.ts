import type { Complaint, ComplaintEvent } from "../complaints/complaint.ts";
import type { EventFindings, Evidence } from "../evidence/verdict.ts";
import { checkedEvents } from "./checked-events.ts";
import { wordsOf } from "./letter-words.ts";
import { plainText } from "./plain-text.ts";
import { writeTime, writeTimes } from "./write-time.ts";

const MAX_ROWS = 8;
const INDENT = "    ";

/**
 * What was checked, for reading in plain text: labelled lines for one event, one line per event for several. Holds what
 * the report itself says and the policy line that decided; null when there is nothing to show.
 */
export function evidenceTable(
  complaint: Complaint,
  evidence: Evidence,
  language: string,
): string | null {
  const rows = checkedEvents(complaint, evidence);
  const [only] = rows;
  if (!only) return null;
  if (rows.length === 1) return labelled(only.event, only.checked, evidence, language);
  const words = wordsOf(language);
  const lines = rows
    .slice(0, MAX_ROWS)
    .map(({ event, checked }) => row(event, checked, words.notStated));
  const left = rows.length - MAX_ROWS;
  if (left > 0) lines.push(`${INDENT}(+ ${left} ${words.moreLines})`);
  return lines.join("\n");
}

function labelled(
  event: ComplaintEvent,
  checked: EventFindings,
  evidence: Evidence,
  language: string,
): string | null {
  const words = wordsOf(language);
  const lines: [string, string | null][] = [
    [words.when, timeLine(event, language)],
    [words.from, sourceLine(event, checked, evidence, words)],
    [words.target, targetLine(event, words.port)],
    [words.policy, decidingRule(checked)],
  ];
  const width = Math.max(...lines.map(([label]) => label.length)) + 3;
  const shown = lines.filter(([, value]) => value);
  return shown.length === 0
    ? null
    : shown.map(([label, value]) => `${INDENT}${`${label}:`.padEnd(width)}${value}`).join("\n");
}

function timeLine(event: ComplaintEvent, language: string): string | null {
  const words = wordsOf(language);
  const time = event.time;
  const utc = writeTimes([time], language);
  if (!time || !utc) return null;
  if (time.zone === "assumed") return `${utc} (${words.assumedZone})`;
  if (time.zone === "contradictory") return `${utc} (${words.contradictoryZone})`;
  const written = plainText(time.text, 60);
  return written === "" || written === utc ? utc : `${utc} (${words.inYourReport}: ${written})`;
}

function sourceLine(
  event: ComplaintEvent,
  checked: EventFindings,
  evidence: Evidence,
  words: { ourRelay: string; port: string },
): string | null {
  if (!event.sourceIp) return null;
  const port = event.sourcePort === null ? "" : `, ${words.port} ${event.sourcePort}`;
  const ours = checked.findings.some(({ kind, answer }) => kind === "tenure" && answer === "yes");
  const relay = evidence.relays.find(({ ip }) => ip === event.sourceIp);
  const name = ours && relay ? ` (${words.ourRelay} ${relay.nickname})` : "";
  return `${event.sourceIp}${port}${name}`;
}

function targetLine(event: ComplaintEvent, port: string): string | null {
  const parts = [
    event.destinationIp,
    event.destinationPort && `${port} ${event.destinationPort}`,
    event.protocol === "unknown" ? null : event.protocol.toUpperCase(),
  ].filter(Boolean);
  return event.destinationIp || event.destinationPort ? parts.join(", ") : null;
}

function decidingRule(checked: EventFindings): string | null {
  const wanted = checked.verdict === "port-allowed" ? "yes" : "no";
  const decided = checked.findings.find(
    ({ kind, answer, rule }) => kind === "policy" && answer === wanted && rule !== null,
  );
  return decided?.rule ?? null;
}

function row(event: ComplaintEvent, checked: EventFindings, notStated: string): string {
  const port = event.destinationPort === null ? "" : ` ${event.destinationPort}`;
  const protocol = port === "" || event.protocol === "unknown" ? "" : `/${event.protocol}`;
  const target = event.destinationIp ?? notStated;
  const reached = event.destinationIp || port ? ` -> ${target}${port}${protocol}` : "";
  const rule = decidingRule(checked);
  const line = `${writeTime(event.time) ?? notStated}  ${event.sourceIp ?? notStated}${reached}`;
  return `${INDENT}${line}${rule ? `  [${rule}]` : ""}`;
}
