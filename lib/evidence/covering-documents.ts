import type { TimeWindow } from "../relays/intervals-in.ts";
import type { DocumentKind, DocumentLine } from "../relays/signed-document.ts";

/**
 * A complaint about a year of events must not carry a year of descriptors for each relay. Consensuses come by the hour
 * and say less, so that they never take the place of a descriptor.
 */
const MAX_DOCUMENTS: Record<DocumentKind, number> = { descriptor: 200, consensus: 50 };

/**
 * The documents that show what a relay announced in these windows: the last one before each, those inside it, and the
 * next one, which shows what came after. Oldest first; `leftOut` counts those beyond the limit, newest first.
 */
export function coveringDocuments<T extends DocumentLine>(
  documents: readonly T[],
  windows: readonly TimeWindow[],
): { documents: T[]; leftOut: number } {
  const relays = new Map<string, T[]>();
  for (const document of documents.toSorted(byPublished)) {
    const key = `${document.kind} ${document.fingerprint}`;
    const own = relays.get(key) ?? [];
    relays.set(key, own);
    own.push(document);
  }
  const covering = [...relays.values()]
    .flatMap((own) => coveringOf(own, windows))
    .sort(byPublished);
  const chosen = KINDS.flatMap((wanted) =>
    covering.filter(({ kind }) => kind === wanted).slice(0, MAX_DOCUMENTS[wanted]),
  );
  return { documents: chosen.sort(byPublished), leftOut: covering.length - chosen.length };
}

const KINDS: readonly DocumentKind[] = ["descriptor", "consensus"];

function coveringOf<T extends DocumentLine>(sorted: T[], windows: readonly TimeWindow[]): T[] {
  const wanted = new Set<number>();
  for (const { earliest, latest } of windows) {
    const before = sorted.findLastIndex(({ publishedAt }) => publishedAt <= earliest);
    const after = sorted.findIndex(({ publishedAt }) => publishedAt > latest);
    const first = Math.max(before, 0);
    const last = after < 0 ? sorted.length - 1 : after;
    for (let index = first; index <= last; index++) wanted.add(index);
  }
  return sorted.filter((_, index) => wanted.has(index));
}

function byPublished(a: DocumentLine, b: DocumentLine): number {
  return a.publishedAt - b.publishedAt || (a.sha256 < b.sha256 ? -1 : 1);
}
