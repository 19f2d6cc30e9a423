import { canSeeDesk } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { listDocuments, readDocuments } from "../relays/document-store.ts";
import { readDescriptors } from "../relays/read-descriptor.ts";
import type { DocumentLine } from "../relays/signed-document.ts";
import type { Instant } from "../time/instant.ts";

/** A kept document and where the public archive has the same bytes. */
export type RelayDocument = DocumentLine & {
  /** SHA-1 a consensus names it by, lower-case hex; null when it could not be read again. */
  digest: string | null;
  archive: ArchivePlace | null;
  size: number;
};
/** `file` is below collector.torproject.org, `member` inside it. */
export type ArchivePlace = { file: string; member: string };

/** The signed documents of one relay published in the stretch, newest first, the newest `most` of them. */
export async function relayDocuments(
  db: Db,
  viewer: Viewer,
  fingerprint: string,
  { from, to, most }: { from: Instant; to: Instant; most: number },
): Promise<{ documents: RelayDocument[]; left: number }> {
  if (!canSeeDesk(viewer)) return { documents: [], left: 0 };
  const lines = (await listDocuments(db, [fingerprint]))
    .filter(({ publishedAt }) => publishedAt >= from && publishedAt <= to)
    .toReversed();
  const shown = lines.slice(0, most);
  const whole = await readDocuments(
    db,
    shown.map(({ sha256 }) => sha256),
  );
  const documents = whole.map(({ bytes, ...line }) => {
    const digest = readDescriptors(bytes).descriptors[0]?.digest?.toLowerCase() ?? null;
    const archive = digest === null ? null : archivePlace(digest, line.publishedAt);
    return { ...line, digest, archive, size: bytes.length };
  });
  return { documents, left: lines.length - shown.length };
}

/** One document's bytes for download, or null when it is not one of this relay. */
export async function relayDocument(
  db: Db,
  viewer: Viewer,
  { fingerprint, sha256 }: { fingerprint: string; sha256: string },
): Promise<Uint8Array | null> {
  if (!canSeeDesk(viewer)) return null;
  const [document] = await readDocuments(db, [sha256]);
  return document?.fingerprint === fingerprint ? document.bytes : null;
}

/** Where CollecTor keeps a server descriptor: a tar ball a month, in it folders by the first two digits of the digest. */
export function archivePlace(digest: string, publishedAt: Instant): ArchivePlace {
  const month = `server-descriptors-${new Date(publishedAt).toISOString().slice(0, 7)}`;
  return {
    file: `archive/relay-descriptors/server-descriptors/${month}.tar.xz`,
    member: `${month}/${digest.slice(0, 1)}/${digest.slice(1, 2)}/${digest}`,
  };
}
