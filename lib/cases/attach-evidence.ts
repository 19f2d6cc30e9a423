import type { Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { PackPages } from "../evidence/pack-input.ts";
import { toIso } from "../time/instant.ts";
import { type AttachTo, attachFile } from "./attach-file.ts";
import { makeEvidencePack } from "./make-evidence-pack.ts";

/** Attaches the evidence pack of the case as it is now. */
export async function attachEvidence(
  db: Db,
  viewer: Viewer,
  to: AttachTo,
  pages: PackPages,
): Promise<{ ok: true } | Refusal> {
  const pack = await makeEvidencePack(db, viewer, to, pages);
  if (!pack.ok) return pack;
  const about = `evidence pack of ${toIso(to.now)}`;
  const { name, bytes } = pack;
  return await attachFile(db, viewer, to, { name, mediaType: "application/zip", about, bytes });
}
