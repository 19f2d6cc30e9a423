import { type Instant, toIso } from "../time/instant.ts";
import type { CaseView } from "./case.ts";
import type { HeldFile } from "./counsel-store.ts";

/**
 * The case on one page that prints well (the browser makes a PDF of it): no script, no picture, nothing loaded. `files`: what
 * lies beside it, by their hashes.
 */
export function counselPage(
  view: CaseView,
  files: readonly Omit<HeldFile, "bytes">[],
  now: Instant,
): string {
  const { ref, title, timeline, complaintList, outbox } = view;
  const about = [
    ["Case", ref],
    ["Made", toIso(now)],
    ["Type", view.type],
    ["What is proven", view.verdict],
    ["Answer due", view.deadlineAt === null ? "no deadline known" : toIso(view.deadlineAt)],
    ["Read by", ["owners", ...view.readers].join(", ")],
    ["Order not to tell of it", view.gagged ? "yes" : "none noted"],
  ];
  return page(`${ref} ${title}`, [
    `<h1>${text(title)}</h1>`,
    table([], about),
    "<h2>Mails</h2>",
    ...complaintList
      .toReversed()
      .map(
        (mail) =>
          `<h3>${text(toIso(mail.receivedAt))} ${text(mail.from)}</h3><p><b>${text(mail.subject)}</b></p><pre>${text(mail.triage.complaint.message.body)}</pre>`,
      ),
    "<h2>Letters</h2>",
    ...outbox
      .toReversed()
      .map(
        (mail) =>
          `<h3>${text(toIso(mail.createdAt))} ${text(mail.to.join(", "))} (${text(mail.state)})</h3><p><b>${text(mail.subject)}</b></p><pre>${text(mail.text)}</pre>`,
      ),
    "<h2>What happened</h2>",
    table(
      ["When", "Who", "What"],
      timeline.map((entry) => [toIso(entry.at), entry.actor, entry.text]),
    ),
    "<h2>Files beside this page</h2>",
    table(
      ["File", "What it is", "SHA-256"],
      files.map((file) => [file.path, file.about, file.sha256]),
    ),
    view.type === "csam"
      ? "<p>The mails themselves are left out: they may hold what nobody may pass on.</p>"
      : "",
  ]);
}

const STYLE =
  "body{font:11pt/1.4 serif;max-width:48rem;margin:2rem auto}pre{white-space:pre-wrap;overflow-wrap:anywhere;border-left:2px solid;padding-left:1em}td,th{text-align:left;vertical-align:top;padding:.2em .8em .2em 0;overflow-wrap:anywhere}h2,h3{break-after:avoid}";

function page(title: string, parts: string[]): string {
  const policy = `default-src 'none'; style-src 'unsafe-inline'`;
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>${text(title)}</title><style>${STYLE}</style></head><body>\n${parts.join("\n")}\n</body></html>\n`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (tag: "td" | "th", row: readonly string[]) =>
    `<tr>${row.map((cell) => `<${tag}>${text(cell)}</${tag}>`).join("")}</tr>`;
  const top = head.length === 0 ? "" : cells("th", head);
  return `<table>${top}${rows.map((row) => cells("td", row)).join("\n")}</table>`;
}

function text(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
