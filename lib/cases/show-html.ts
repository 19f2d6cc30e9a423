import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { parseMessage } from "../mail/parse-message.ts";
import { safeHtml } from "../mail/safe-html.ts";
import { readRaw } from "./case-view-store.ts";

/**
 * The first HTML part of a complaint as a whole document that is safe to put into a sandboxed frame, or null: the viewer
 * may not see it, it has no HTML, or the case is about child abuse material, of which the desk shows nothing but text.
 */
export async function showHtml(
  db: Db,
  viewer: Viewer,
  complaintId: string,
): Promise<string | null> {
  const raw = await readRaw(db, viewer, complaintId);
  if (!raw || raw.caseType === "csam") return null;
  const { html } = await parseMessage(raw.bytes);
  return html === null ? null : document(safeHtml(html));
}

/** `color-scheme` lets the browser's own colours follow the reader's; a style of ours would need a hole in the policy. */
function document(body: string): string {
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>-</title></head><body>${body}</body></html>`;
}
