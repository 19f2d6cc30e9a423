import type { FactChange } from "../complaints/fact-change.ts";
import type { TimelineKind } from "./case.ts";
import { FACT_NAMES } from "./fact-names.ts";
import type { TimelineData } from "./timeline-data.ts";

type Words = (data: TimelineData) => string;
const WORDS: Record<TimelineKind, Words> = {
  opened: ({ from, subject }) => `Opened by a mail from ${from ?? "?"}: ${subject ?? "no subject"}`,
  complaint: ({ from, subject, reason }) =>
    `A further mail from ${from ?? "?"}: ${subject ?? "no subject"}${reason ? ` (${reason})` : ""}`,
  drafted: ({ audience }) => `A letter to the ${audience ?? "?"} was proposed`,
  edited: ({ audience, reason }) =>
    `The letter to the ${audience ?? "?"} was ${reason ?? "changed"}`,
  attached: ({ audience, files, text }) =>
    `Attached to the letter to the ${audience ?? "?"}: ${(files ?? []).join(", ")}${text ? `, ${text}` : ""}`,
  detached: ({ audience, files }) =>
    `Removed from the letter to the ${audience ?? "?"}: ${(files ?? []).join(", ")}`,
  pack: ({ files, sha256 }) =>
    `Evidence pack made and handed out: ${(files ?? []).join(", ")}, SHA-256 ${sha256 ?? "?"}`,
  approved: ({ to, files, rule }) =>
    `Approved${rule ? ` by the rule "${rule}"` : ""} for ${(to ?? []).join(", ")}${files?.length ? `, with ${files.join(", ")}` : ""}`,
  undone: ({ to }) => `Taken back before it went to ${(to ?? []).join(", ")}`,
  sent: ({ to, answer, reason }) =>
    reason ?? `The mail server took it for ${(to ?? []).join(", ")}${answer ? `: ${answer}` : ""}`,
  send_failed: ({ to, answer }) => `Not delivered to ${(to ?? []).join(", ")}: ${answer ?? "?"}`,
  send_unknown: ({ to, answer }) =>
    `Nobody knows whether it reached ${(to ?? []).join(", ")}: ${answer ?? "the connection ended"}. Look at the sent mail before you send again.`,
  closed: ({ reason }) => `Closed${reason ? `: ${reason}` : ""}`,
  reopened: ({ reason }) => `Opened again${reason ? `: ${reason}` : ""}`,
  retyped: ({ before, after }) => `Type corrected from ${before ?? "?"} to ${after ?? "?"}`,
  checked: ({ before, after }) => `Checked again: ${before ?? "?"} became ${after ?? "?"}`,
  fact: (data) => `Corrected: ${changeText(data)}`,
  fact_undone: (data) => `Correction taken back: ${changeText(data)}`,
  merged: ({ other }) => `Joined to case ${other ?? "?"}; its letters stay here`,
  mail_left: (data) => `${mailCount(data)} put into ${otherCase(data)}`,
  mail_came: (data) => `${mailCount(data)} came from ${otherCase(data)}`,
  mail_back: (data) => `${mailCount(data)} came back from ${otherCase(data)}`,
  deadline_set: ({ rule, after }) => `The rule "${rule ?? "?"}" set the deadline ${after ?? "?"}`,
  not_same: () => "Told apart from a case it looked like",
  counsel_export: ({ files, sha256 }) =>
    `Taken away for counsel: ${(files ?? []).join(", ")}, SHA-256 ${sha256 ?? "?"}`,
  sealed: ({ reason }) => `Sealed${reason ? `: ${reason}` : ""}`,
  unsealed: ({ reason }) => `The seal was lifted${reason ? `: ${reason}` : ""}`,
  gagged: ({ reason }) => `An order forbids to tell of it${reason ? `: ${reason}` : ""}`,
  gag_over: ({ reason }) => `It may be told again${reason ? `: ${reason}` : ""}`,
  reader_added: ({ login }) => `${login ?? "?"} may read this sealed case`,
  mitigation: ({ text }) => text ?? "",
  follow_up: ({ text }) => text ?? "",
  held: ({ reason }) => `Held, nothing of it is purged${reason ? `: ${reason}` : ""}`,
  hold_released: () => "The hold was released",
  mail_purged: (data) =>
    `Purged, their time was over: ${mailCount(data)}; hashes and facts are kept`,
  record_purged: () =>
    "Purged, their time was over: letters, notes and facts; what the reports count is kept",
  redacted: ({ mails }) =>
    `A person's data was redacted here${mails ? `, in ${mails === 1 ? "one mail" : `${mails} mails`} too` : ""}`,
  note: ({ text }) => text ?? "",
};

function mailCount({ mails }: TimelineData): string {
  return mails === 1 ? "One mail" : `${mails ?? "?"} mails`;
}

function otherCase({ other }: TimelineData): string {
  return other?.includes(" ") ? other : `case ${other ?? "?"}`;
}

/** The words a letter had before a new draft took their place. */
export function formerText(kind: TimelineKind, data: unknown): string | null {
  if (kind !== "edited" || typeof data !== "object" || data === null) return null;
  return (data as TimelineData).text ?? null;
}

function changeText({ field, before, after, text }: TimelineData): string {
  const name = field ? FACT_NAMES[field] : "a fact";
  const kind = text ? ` (${text})` : "";
  if (!before) return `${name}: ${after ?? "?"}`;
  return `${name}: ${before} is ${after ?? "not one"}${kind}`;
}

/** What the timeline keeps of a correction. */
export function changeData({ field, from, to, as }: FactChange): TimelineData {
  return {
    field,
    ...(from === null ? {} : { before: from }),
    ...(to === null ? {} : { after: to }),
    ...(as ? { text: FACT_NAMES[as] } : {}),
  };
}

/** What an entry keeps; nothing where it cannot be read. */
export function timelineData(data: unknown): TimelineData {
  return typeof data === "object" && data !== null ? data : {};
}

/** One sentence for people. */
export function timelineText(kind: TimelineKind, data: unknown): string {
  const known = WORDS[kind];
  return known ? known(timelineData(data)) : kind;
}
