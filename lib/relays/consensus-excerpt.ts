import { createHash } from "node:crypto";
import { type Instant, toIso } from "../time/instant.ts";
import { PUBLIC_AUTHORITIES } from "./authorities.ts";
import { type ConsensusSignatures, checkConsensus } from "./consensus-signatures.ts";
import type { AuthorityCertificate } from "./read-certificates.ts";
import type { DocumentKind, SignedDocument } from "./signed-document.ts";
import { ofKind, type TorDocument } from "./tor-document.ts";

/** Lines of the header that say which consensus it is; the rest of it concerns the whole network. */
const HEADER = /^(?:network-status-version|vote-status|valid-after|fresh-until|valid-until) /;
const SIGNATURE = "\ndirectory-signature ";
const FOOTER = "\ndirectory-footer\n";
/** An entry has about ten lines, the footer about ten signatures. */
const MAX_ENTRY = 10_000;
const MAX_FOOTER = 50_000;

type Consensus = { text: string; validAfter: Instant | null; flavor: string };

/**
 * What a consensus says of one relay, small enough to be kept for every hour: a few lines of ours that name the whole
 * document, then of the document the lines that say which it is, the relay's entry, and the footer with the authorities'
 * signatures, byte for byte. The digests are those the signatures are made over (dir-spec 3.4.1, through the space behind
 * the first `directory-signature`), since copies of one consensus differ in how many signatures they carry. Null when
 * the relay is not listed, or nobody signed. `text` has one character a byte.
 */
export function consensusExcerpt(
  { text, validAfter, flavor }: Consensus,
  fingerprint: string,
  learnt: { source: string; learnedAt: Instant },
): SignedDocument | null {
  const start = /^network-status-version /m.exec(text)?.index ?? -1;
  const footer = start < 0 ? -1 : text.indexOf(FOOTER, start);
  const signed = footer < 0 ? -1 : text.indexOf(SIGNATURE, footer);
  if (validAfter === null || signed < 0) return null;
  const entry = entryOf(text, start, fingerprint);
  if (entry === null) return null;
  const head = text.slice(start, text.indexOf("\nr ", start)).split("\n");
  const bytes = Buffer.from(
    [
      ...nameOf(Buffer.from(text.slice(start, signed + SIGNATURE.length), "latin1")),
      ...archivedAt(validAfter, flavor),
      ...head.filter((line) => HEADER.test(line)),
      entry,
      text.slice(footer + 1, footer + MAX_FOOTER).trimEnd(),
      "",
    ].join("\n"),
    "latin1",
  );
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { sha256, kind: KIND, fingerprint, publishedAt: validAfter, ...learnt, bytes };
}

const KIND: DocumentKind = "consensus";

/** The entries of our own relays in all consensuses among the documents that are not known to be changed. */
export function consensusExcerpts(
  documents: readonly TorDocument[],
  ours: ReadonlySet<string>,
  learnt: { source: string; learnedAt: Instant },
): SignedDocument[] {
  const certificates = ofKind(documents, "certificates").flatMap((each) => each.certificates);
  return ofKind(documents, "consensus").flatMap(({ consensus, signatures, text }) => {
    const { validAfter, relays } = consensus;
    if (signatures === null || isForged(signatures, validAfter, certificates)) return [];
    return relays
      .filter(({ fingerprint }) => ours.has(fingerprint))
      .flatMap(
        ({ fingerprint }) => consensusExcerpt({ ...consensus, text }, fingerprint, learnt) ?? [],
      );
  });
}

function isForged(
  signatures: ConsensusSignatures,
  validAfter: Instant | null,
  certificates: readonly AuthorityCertificate[],
): boolean {
  return (
    checkConsensus(signatures, validAfter, certificates, PUBLIC_AUTHORITIES).state === "invalid"
  );
}

function nameOf(signed: Buffer): string[] {
  const hex = (algorithm: string) => createHash(algorithm).update(signed).digest("hex");
  return [
    "exitdesk-consensus-excerpt 1",
    `signed-part-sha1 ${hex("sha1")}`,
    `signed-part-sha256 ${hex("sha256")}`,
  ];
}

/** Where CollecTor keeps it: the archive of the month, and the file in it (CollecTor's protocol, 5.1). */
function archivedAt(validAfter: Instant, flavor: string): string[] {
  const [date = "", time = ""] = toIso(validAfter).replace("Z", "").split("T");
  const month = date.slice(0, 7);
  const micro = flavor === "microdesc";
  const stem = micro ? "microdescs" : "consensuses";
  const inside = micro
    ? `${stem}-${month}/consensus-microdesc/${date.slice(8)}`
    : `${stem}-${month}/${date.slice(8)}`;
  const name = `${date}-${time.replaceAll(":", "-")}-consensus${micro ? "-microdesc" : ""}`;
  return [
    `archive collector.torproject.org/archive/relay-descriptors/${stem}/${stem}-${month}.tar.xz`,
    `archived-file ${inside}/${name}`,
  ];
}

/** From the relay's `r` line to the next entry. */
function entryOf(text: string, start: number, fingerprint: string): string | null {
  const identity = Buffer.from(fingerprint, "hex")
    .toString("base64")
    .replace(/(?<!=)=+$/, "");
  for (let at = text.indexOf(` ${identity} `, start); at >= 0; ) {
    const line = text.lastIndexOf("\n", at) + 1;
    // The second word of an `r` line names the relay, the third the descriptor.
    if (text.startsWith("r ", line) && !text.slice(line + 2, at).includes(" ")) {
      const rest = text.slice(line, line + MAX_ENTRY);
      const end = /\n(?:r |directory-footer\n)/.exec(rest)?.index;
      return end === undefined ? null : rest.slice(0, end);
    }
    at = text.indexOf(` ${identity} `, at + 1);
  }
  return null;
}
