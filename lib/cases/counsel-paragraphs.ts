import { type Instant, toIso } from "../time/instant.ts";
import type { CaseView } from "./case.ts";
import type { HeldFile } from "./counsel-store.ts";
import type { Paragraph } from "./lay-out-pages.ts";

/** So much of a mail stands on the pages; the whole of it is in its file. */
const MOST = 200_000;

/** What `counselPage` says, as paragraphs for pages. */
export function counselParagraphs(
  view: CaseView,
  files: readonly Omit<HeldFile, "bytes">[],
  now: Instant,
): Paragraph[] {
  const { ref, title, timeline, complaintList, outbox } = view;
  const about = [
    `Case                       ${ref}`,
    `Made                       ${toIso(now)}`,
    `Type                       ${view.type}`,
    `What is proven             ${view.verdict}`,
    `Answer due                 ${view.deadlineAt === null ? "no deadline known" : toIso(view.deadlineAt)}`,
    `Read by                    ${["owners", ...view.readers].join(", ")}`,
    `Order not to tell of it    ${view.gagged ? "yes" : "none noted"}`,
  ];
  return [
    { head: true, text: title },
    { text: about.join("\n") },
    { head: true, text: "MAILS" },
    ...complaintList
      .toReversed()
      .flatMap((mail) => [
        { head: true as const, text: `${toIso(mail.receivedAt)}  ${mail.from}\n${mail.subject}` },
        { text: cut(mail.triage.complaint.message.body) },
      ]),
    { head: true, text: "LETTERS" },
    ...outbox.toReversed().flatMap((mail) => [
      {
        head: true as const,
        text: `${toIso(mail.createdAt)}  ${mail.to.join(", ")} (${mail.state})\n${mail.subject}`,
      },
      { text: cut(mail.text) },
    ]),
    { head: true, text: "WHAT HAPPENED" },
    {
      text: timeline
        .map((entry) => `${toIso(entry.at)}  ${entry.actor}\n    ${entry.text}`)
        .join("\n"),
    },
    { head: true, text: "FILES BESIDE THIS ONE, WITH THEIR SHA-256" },
    {
      text: files
        .map(({ path, about: what, sha256 }) => `${path}  ${what}\n    ${sha256}`)
        .join("\n"),
    },
    ...(view.type === "csam"
      ? [{ text: "The mails themselves are left out: they may hold what nobody may pass on." }]
      : []),
  ];
}

function cut(text: string): string {
  if (text.length <= MOST) return text;
  return `${text.slice(0, MOST)}\n[It goes on; the whole of it is in the file.]`;
}
