import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { consensusExcerpts } from "../relays/consensus-excerpt.ts";
import { keepDocuments, listDocuments, readDocuments } from "../relays/document-store.ts";
import { familyClaims } from "../relays/family-claims.ts";
import { offerFamily } from "../relays/family-store.ts";
import type { RelayHistory } from "../relays/history.ts";
import { learnFromDescriptors } from "../relays/learn.ts";
import { type FileLesson, learnFromDocuments } from "../relays/learn-from-documents.ts";
import type { Told } from "../relays/lessons.ts";
import { readDescriptors } from "../relays/read-descriptor.ts";
import { type DatedFile, readTorFiles, typedZone } from "../relays/read-tor-files.ts";
import { signedDescriptor } from "../relays/signed-document.ts";
import { loadHistory, saveRelays } from "../relays/store.ts";
import { ofKind, type TorDocument } from "../relays/tor-document.ts";
import { wishForCheck } from "./check-open-store.ts";
import { keepWholeNetwork } from "./learn-network.ts";

export type RelayFiles = Omit<Told, "learnedAt"> & {
  files: DatedFile[];
  /** Of the relays' clocks, as typed; empty when it is to be found out, or UTC. */
  zone: string;
  now: number;
};
/**
 * `relays`: nicknames of those more is known about now. `files`: what each file had to teach. `network`: the whole network
 * among them, if there was one, from which lists of exits are made.
 */
export type FilesLearnt = {
  ok: true;
  relays: string[];
  files: FileLesson[];
  network: string | null;
};

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
  const network = await keepWholeNetwork(db, documents, now);
  const before = await loadHistory(db);
  const learnt = learnFromDocuments(before, documents, { ...told, learnedAt: now });
  await keepSigned(db, documents, { fingerprints: learnt.history.relays, now });
  const prints = learnt.changed.map(({ fingerprint }) => fingerprint);
  const history = await withKept(db, learnt.history, prints, now);
  const changed = history.relays.filter((relay) => !before.relays.includes(relay));
  await saveRelays(db, changed);
  const ours = new Set(history.relays.map(({ fingerprint }) => fingerprint));
  await offerFamily(
    db,
    familyClaims(documents, (print) => ours.has(print)),
    now,
  );
  if (changed.length > 0) await wishForCheck(db);
  return {
    ok: true,
    relays: changed.map(({ nickname }) => nickname),
    files: learnt.files,
    network,
  };
}

/** How many kept descriptors are looked at again: a relay publishes two a day or so. */
const AGAIN = 500;

/**
 * The history with the kept descriptors of these relays learnt again, oldest first: what is learnt now may be older than
 * they are, and an interval remembers only when it was last confirmed.
 */
async function withKept(
  db: Db,
  history: RelayHistory,
  fingerprints: readonly string[],
  now: number,
): Promise<RelayHistory> {
  const lines = await listDocuments(db, fingerprints);
  const newest = lines.filter(({ kind }) => kind === "descriptor").slice(-AGAIN);
  const kept = await readDocuments(
    db,
    newest.map(({ sha256 }) => sha256),
  );
  const descriptors = kept.flatMap(({ bytes }) => readDescriptors(bytes).descriptors);
  return learnFromDescriptors(history, descriptors, { learnedAt: now });
}

/**
 * The descriptors of our own relays are kept byte for byte: they prove what was announced; and of each consensus what it
 * says of them, which proves that the network saw it.
 */
async function keepSigned(
  db: Db,
  documents: readonly TorDocument[],
  { fingerprints, now }: { fingerprints: readonly { fingerprint: string }[]; now: number },
): Promise<void> {
  const ours = new Set(fingerprints.map(({ fingerprint }) => fingerprint));
  const context = { source: "file", learnedAt: now };
  const descriptors = ofKind(documents, "descriptors").flatMap((each) => each.descriptors);
  await keepDocuments(db, [
    ...descriptors
      .filter(({ fingerprint }) => fingerprint !== null && ours.has(fingerprint))
      .flatMap((descriptor) => signedDescriptor(descriptor, context) ?? []),
    ...consensusExcerpts(documents, ours, context),
  ]);
}
