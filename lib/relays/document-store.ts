import { gunzipSync, gzipSync } from "node:zlib";
import type { Db } from "../db/client.ts";
import type { DocumentKind, DocumentLine, SignedDocument } from "./signed-document.ts";

/** SQLite takes 32766 values in one statement. */
const BATCH = 500;
/** gzip can expand a thousandfold; nothing larger than this was ever stored. */
const MAX_BYTES = 50_000_000;

/** Keeps the documents for ever, each once; what is kept already stays as it was learnt first. */
export async function keepDocuments(db: Db, documents: readonly SignedDocument[]): Promise<void> {
  const fresh = new Map(documents.map((document) => [document.sha256, document]));
  const all = [...fresh.values()];
  for (let from = 0; from < all.length; from += BATCH) {
    const batch = all.slice(from, from + BATCH);
    await db.$transaction(async (tx) => {
      const known = await tx.signedDocument.findMany({
        where: { sha256: { in: batch.map(({ sha256 }) => sha256) } },
        select: { sha256: true },
      });
      const has = new Set(known.map(({ sha256 }) => sha256));
      const data = batch.filter(({ sha256 }) => !has.has(sha256)).map(columns);
      await tx.signedDocument.createMany({ data });
    });
  }
}

/**
 * The documents that speak of these relays, oldest first, without their bytes. For the desk itself: whoever hands one
 * out asks first whether the viewer may see the case it belongs to.
 */
export async function listDocuments(
  db: Db,
  fingerprints: readonly string[],
): Promise<DocumentLine[]> {
  const rows = await db.signedDocument.findMany({
    where: { fingerprint: { in: fingerprints.slice(0, BATCH) } },
    orderBy: [{ publishedAt: "asc" }, { sha256: "asc" }],
    omit: { gzip: true },
  });
  return rows.map(line);
}

/** The documents with their bytes, in the order asked for; one that is not kept is left out. */
export async function readDocuments(db: Db, sha256s: readonly string[]): Promise<SignedDocument[]> {
  const rows = await db.signedDocument.findMany({
    where: { sha256: { in: sha256s.slice(0, BATCH) } },
  });
  const found = new Map(rows.map((row) => [row.sha256, row]));
  return sha256s.flatMap((sha256) => {
    const row = found.get(sha256);
    if (row === undefined) return [];
    return [{ ...line(row), bytes: gunzipSync(row.gzip, { maxOutputLength: MAX_BYTES }) }];
  });
}

function columns({ bytes, publishedAt, learnedAt, ...document }: SignedDocument) {
  return {
    ...document,
    publishedAt: new Date(publishedAt),
    learnedAt: new Date(learnedAt),
    gzip: gzipSync(bytes),
  };
}

type Row = {
  sha256: string;
  kind: string;
  fingerprint: string;
  publishedAt: Date;
  source: string;
  learnedAt: Date;
};

function line({ sha256, kind, fingerprint, publishedAt, source, learnedAt }: Row): DocumentLine {
  return {
    sha256,
    kind: kind as DocumentKind,
    fingerprint,
    publishedAt: publishedAt.getTime(),
    source,
    learnedAt: learnedAt.getTime(),
  };
}
