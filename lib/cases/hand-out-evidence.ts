import { createHash } from "node:crypto";
import type { Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { PackPages } from "../evidence/pack-input.ts";
import type { Instant } from "../time/instant.ts";
import { addToTimeline, onCase } from "./case-store.ts";
import { type EvidencePack, makeEvidencePack } from "./make-evidence-pack.ts";

/**
 * The evidence pack for somebody who takes it away. Who made it, when, and the SHA-256 of the file stand on the timeline,
 * so that a pack that turns up later can be told from one that was made up. The case itself stays as it is.
 */
export async function handOutEvidence(
  db: Db,
  viewer: Viewer,
  input: { caseId: string; now: Instant },
  pages: PackPages,
): Promise<EvidencePack | Refusal> {
  const pack = await makeEvidencePack(db, viewer, input, pages);
  if (!pack.ok) return pack;
  const sha256 = createHash("sha256").update(pack.bytes).digest("hex");
  return await onCase(db, viewer, input.caseId, async (tx, { id }) => {
    const data = { files: [pack.name], sha256 };
    await addToTimeline(tx, id, { kind: "pack", actor: viewer.userId, at: input.now, data });
    return pack;
  });
}
