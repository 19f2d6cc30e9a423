import { canSend } from "../accounts/permissions.ts";
import { notFound, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { accusedBy } from "../evidence/accusations.ts";
import { coveringDocuments } from "../evidence/covering-documents.ts";
import { evidencePack } from "../evidence/evidence-pack.ts";
import type { PackInput, PackPages } from "../evidence/pack-input.ts";
import { concernedRelays, eventWindows, relayDuring } from "../evidence/pack-scope.ts";
import { zip } from "../evidence/zip.ts";
import { listDocuments, readDocuments } from "../relays/document-store.ts";
import { historyOf } from "../relays/store.ts";
import type { Instant } from "../time/instant.ts";
import { type KeptMail, leadingRaw } from "./again-store.ts";

export type EvidencePack = { ok: true; name: string; bytes: Uint8Array };

/**
 * The evidence of a case as a zip that an ISP or a court can check without us, about the mail the case is about and what
 * was concluded from it last. It is made to be handed out, so the mail itself is left out of a sealed case for whoever
 * may not send its answer, and always when it may hold pictures of children.
 */
export async function makeEvidencePack(
  db: Db,
  viewer: Viewer,
  input: { caseId: string; now: Instant },
  pages: PackPages,
): Promise<EvidencePack | Refusal> {
  const mail = await leadingRaw(db, viewer, input.caseId);
  if (!mail) return notFound("case");
  const { complaint: said, evidence } = mail.triage;
  const windows = eventWindows(said, mail.receivedAt);
  const relays = concernedRelays(said, evidence, await historyOf(db, accusedBy(said)));
  const fingerprints = relays.map(({ fingerprint }) => fingerprint);
  const chosen = coveringDocuments(await listDocuments(db, fingerprints), windows);
  const ids = chosen.documents.map(({ sha256 }) => sha256);
  const withheld = whyWithheld(mail, viewer);
  const files = evidencePack(
    {
      ref: mail.of.ref,
      madeAt: input.now,
      mail: {
        sha256: mail.sha256,
        size: mail.raw.length,
        receivedAt: mail.receivedAt,
        bytes: withheld === null ? mail.raw : null,
      },
      withheld,
      said,
      evidence,
      relays: relays.map((relay) => relayDuring(relay, windows)),
      documents: await readDocuments(db, ids),
      leftOut: chosen.leftOut,
      language: said.language,
    },
    pages,
  );
  const name = `evidence-${mail.of.ref}`;
  const inFolder = files.map(({ path, bytes }) => ({ path: `${name}/${path}`, bytes }));
  return { ok: true, name: `${name}.zip`, bytes: zip(inFolder, input.now) };
}

function whyWithheld({ of, triage }: KeptMail, viewer: Viewer): PackInput["withheld"] {
  const { type, innerType } = triage.classification;
  if ([of.type, type, innerType].includes("csam")) return "csam";
  // Whoever sees a sealed case is its owner or named on it.
  return canSend(viewer, of) || !of.sealed ? null : "sealed";
}
