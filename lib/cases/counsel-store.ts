import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { visibleTo } from "./visible.ts";

/** A file of the export, and in one line what it is. */
export type HeldFile = { path: string; about: string; sha256: string; bytes: Uint8Array };

const MAX_RAW = 200 * 1024 * 1024;

/** Mails as they arrived, letters as they left, and what went with them; oldest first. */
export async function bytesForCounsel(
  db: Db,
  viewer: Viewer,
  caseId: string,
  { mailsToo }: { mailsToo: boolean },
): Promise<HeldFile[]> {
  const ofCase = { caseId, case: visibleTo(viewer) };
  const mails = await db.complaint.findMany({
    where: { ...ofCase, raw: { goneAt: null } },
    orderBy: { id: "asc" },
    include: { raw: true },
  });
  const letters = await db.outboxMail.findMany({
    where: { ...ofCase, state: "sent" },
    orderBy: { id: "asc" },
    include: { sentCopy: true, attachments: { include: { file: true }, orderBy: { id: "asc" } } },
  });
  return [
    ...(mailsToo ? mails : []).map(({ raw, fromAddress, subject }, at) =>
      held(`mails/${at + 1}.eml`, unpacked(raw.gzip), `${fromAddress}: ${subject}`),
    ),
    ...letters.flatMap(({ sentCopy, attachments, subject }, at) => [
      ...(sentCopy ? [held(`letters/${at + 1}.eml`, unpacked(sentCopy.gzip), subject)] : []),
      ...attachments.map(({ name, file }, which) =>
        held(`letters/${at + 1}-file-${which + 1}`, file.bytes, name),
      ),
    ]),
  ];
}

function unpacked(gzip: Uint8Array): Uint8Array {
  return gunzipSync(gzip, { maxOutputLength: MAX_RAW });
}

function held(path: string, bytes: Uint8Array, about: string): HeldFile {
  return { path, about, bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}
