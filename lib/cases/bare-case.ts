import type { CaseView, ComplaintView, TimelineView } from "./case.ts";
import { isLink } from "./links.ts";

const COVERED = "▒";

/**
 * A case as people may see it. Of one about child abuse every link of its mails is covered, and what is attached or
 * forwarded inside is left out: nobody opens by chance what nobody may have. Covered signs keep their places, so that facts
 * are still marked where they stand. The original is there to be downloaded as it came.
 */
export function bareCase(view: CaseView): CaseView {
  if (view.type !== "csam") return view;
  return {
    ...view,
    complaintList: view.complaintList.map(bareMail),
    timeline: view.timeline.map(bareEntry),
  };
}

function bareMail(mail: ComplaintView): ComplaintView {
  const { complaint } = mail.triage;
  const { message } = complaint;
  const bare = {
    ...message,
    subject: withLinksCovered(message.subject),
    body: withLinksCovered(message.body),
    hasHtml: false,
    parts: message.parts.map((part) => ({ ...part, text: null })),
    nested: [],
  };
  return {
    ...mail,
    subject: withLinksCovered(mail.subject),
    triage: { ...mail.triage, complaint: { ...complaint, message: bare } },
  };
}

/** It quotes the subject of a mail; notes are people's own. */
function bareEntry(entry: TimelineView): TimelineView {
  if (entry.kind !== "opened" && entry.kind !== "complaint") return entry;
  const { subject } = entry.data;
  return {
    ...entry,
    text: withLinksCovered(entry.text),
    data: { ...entry.data, ...(subject ? { subject: withLinksCovered(subject) } : {}) },
  };
}

function withLinksCovered(text: string): string {
  return text.replace(/\S+/g, (word) => (isLink(word) ? COVERED.repeat(word.length) : word));
}
