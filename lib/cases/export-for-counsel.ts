import { createHash } from "node:crypto";
import { canExportForCounsel } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { PackFile } from "../evidence/zip.ts";
import { zip } from "../evidence/zip.ts";
import type { Instant } from "../time/instant.ts";
import { bareCase } from "./bare-case.ts";
import { addToTimeline, onCase } from "./case-store.ts";
import { readCase } from "./case-view-store.ts";
import { counselPage } from "./counsel-page.ts";
import { counselParagraphs } from "./counsel-paragraphs.ts";
import { bytesForCounsel } from "./counsel-store.ts";
import { layOutPages, type PageFont } from "./lay-out-pages.ts";

/**
 * A sealed case as a zip for a lawyer: the case as PDF and as a page, the mails byte for byte, the letters as they left and what went with
 * them, and the SHA-256 of every file. That it was taken stands on the timeline and in the audit log. Of a case about child
 * abuse material the mails stay here: to hold or pass them on may be a crime even for a lawyer.
 */
export async function exportForCounsel(
  db: Db,
  viewer: Viewer,
  input: { caseId: string; now: Instant },
  font: () => Promise<PageFont>,
): Promise<{ ok: true; name: string; bytes: Uint8Array } | Refusal> {
  if (!canExportForCounsel(viewer)) return forbidden("take cases away for counsel");
  const found = await readCase(db, viewer, input.caseId);
  if (!found?.sealed) return notFound("sealed case");
  const view = bareCase(found);
  const mailsToo = view.type !== "csam";
  const held = await bytesForCounsel(db, viewer, view.id, { mailsToo });
  const title = `Case ${view.ref}`;
  const paragraphs = counselParagraphs(view, held, input.now);
  const pdf = await layOutPages(paragraphs, { title, now: input.now, font: await font() });
  const files = [
    { path: "case.pdf", bytes: pdf },
    { path: "case.html", bytes: Buffer.from(counselPage(view, held, input.now)) },
    ...held.map(({ path, bytes }) => ({ path, bytes })),
  ];
  const name = `counsel-${view.ref}`;
  const all = [...files, sums(files)].map(({ path, bytes }) => ({
    path: `${name}/${path}`,
    bytes,
  }));
  const bytes = zip(all, input.now);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return await onCase(db, viewer, view.id, async (tx, { id }) => {
    const data = { files: [`${name}.zip`], sha256 };
    await addToTimeline(tx, id, {
      kind: "counsel_export",
      actor: viewer.userId,
      at: input.now,
      data,
    });
    return { ok: true as const, name: `${name}.zip`, bytes };
  });
}

/** As `sha256sum -c` reads it. */
function sums(files: readonly PackFile[]): PackFile {
  const lines = files.map(
    ({ path, bytes }) => `${createHash("sha256").update(bytes).digest("hex")}  ${path}\n`,
  );
  return { path: "SHA256SUMS", bytes: Buffer.from(lines.join("")) };
}
