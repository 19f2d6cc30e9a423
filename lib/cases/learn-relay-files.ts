import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { keepDocuments } from "../relays/document-store.ts";
import { type FileLesson, learnFromDocuments } from "../relays/learn-from-documents.ts";
import type { Told } from "../relays/lessons.ts";
import { type DatedFile, readTorFiles, typedZone } from "../relays/read-tor-files.ts";
import { signedDescriptor } from "../relays/signed-document.ts";
import { loadHistory, saveRelay } from "../relays/store.ts";
import { ofKind, type TorDocument } from "../relays/tor-document.ts";
import { wishForCheck } from "./check-open-store.ts";

export type RelayFiles = Omit<Told, "learnedAt"> & {
  files: DatedFile[];
  /** Of the relays' clocks, as typed; empty when it is to be found out, or UTC. */
  zone: string;
  now: number;
};
/** `relays`: nicknames of those more is known about now. `files`: what each file had to teach. */
export type FilesLearnt = { ok: true; relays: string[]; files: FileLesson[] };

/** Learns what any files of tor's, CollecTor's or Onionoo's say about relays of ours. Nothing known is thrown away. */
export async function learnRelayFiles(
  db: Db,
  viewer: Viewer,
  { files, zone, now, ...told }: RelayFiles,
): Promise<FilesLearnt | Refusal> {
  if (!canManageRelays(viewer)) return forbidden("add relays");
  const known = zone.trim() === "" ? null : typedZone(zone);
  if (known === null && zone.trim() !== "") {
    const text = `"${zone.slice(0, 40)}" is no time zone: write UTC, +02:00 or Europe/Berlin.`;
    return refuse("bad-zone", text);
  }
  const documents = readTorFiles(files, { zone: known, now });
  const learnt = learnFromDocuments(await loadHistory(db), documents, { ...told, learnedAt: now });
  await keepSigned(db, documents, { fingerprints: learnt.history.relays, now });
  for (const relay of learnt.changed) await saveRelay(db, relay);
  if (learnt.changed.length > 0) await wishForCheck(db);
  const relays = learnt.changed.map(({ nickname }) => nickname);
  return { ok: true, relays, files: learnt.files };
}

/** The descriptors of our own relays are kept byte for byte: they prove what was announced. */
async function keepSigned(
  db: Db,
  documents: readonly TorDocument[],
  { fingerprints, now }: { fingerprints: readonly { fingerprint: string }[]; now: number },
): Promise<void> {
  const ours = new Set(fingerprints.map(({ fingerprint }) => fingerprint));
  const context = { source: "file", learnedAt: now };
  const descriptors = ofKind(documents, "descriptors").flatMap((each) => each.descriptors);
  await keepDocuments(
    db,
    descriptors
      .filter(({ fingerprint }) => fingerprint !== null && ours.has(fingerprint))
      .flatMap((descriptor) => signedDescriptor(descriptor, context) ?? []),
  );
}
