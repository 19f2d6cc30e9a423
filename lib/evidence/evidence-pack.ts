import { createHash } from "node:crypto";
import type { Relay } from "../relays/history.ts";
import type { SignedDocument } from "../relays/signed-document.ts";
import { toIso } from "../time/instant.ts";
import { fillPage } from "./fill-page.ts";
import { operatorStatement } from "./operator-statement.ts";
import { type PlacedDocument, packFindings } from "./pack-findings.ts";
import type { PackInput, PackPages } from "./pack-input.ts";
import { utc } from "./phrases.ts";
import type { PackFile } from "./zip.ts";

/**
 * The files of a pack that a stranger can check without us: the complaint, the findings, the signed documents, the
 * operator's own statements, and how to check them. Pure; the same input gives the same bytes.
 */
export function evidencePack(input: PackInput, pages: PackPages): PackFile[] {
  const folders = foldersFor(input.relays, input.documents);
  const documents = placed(input.documents, folders);
  const statements = input.relays.map((relay) => ({
    path: `relay/${folders.get(relay.fingerprint)}/operator-statement.txt`,
    bytes: textBytes(operatorStatement(relay)),
  }));
  const readme = pages.readme.get(input.language) ?? pages.readme.get("en") ?? "";
  const files = [
    { path: "README.txt", bytes: textBytes(fillPage(readme, readmeFacts(input))) },
    { path: "VERIFY.md", bytes: textBytes(pages.verifyGuide) },
    { path: "verify.sh", bytes: textBytes(pages.verifyScript) },
    { path: "findings.json", bytes: textBytes(packFindings(input, input.relays, documents)) },
    ...(input.mail.bytes === null ? [] : [{ path: "complaint.eml", bytes: input.mail.bytes }]),
    ...documents.map(({ path, document }) => ({ path, bytes: document.bytes })),
    ...statements,
  ];
  return [...files, { path: "SHA256SUMS", bytes: textBytes(checksums(files)) }];
}

/** Names on every disk: nicknames are 1 to 19 letters and digits, but two relays may share one, in whatever case. */
function foldersFor(relays: readonly Relay[], documents: readonly SignedDocument[]) {
  const nicknames = new Map(documents.map(({ fingerprint }) => [fingerprint, ""]));
  for (const { fingerprint, nickname } of relays) nicknames.set(fingerprint, nickname);
  const taken = new Set<string>();
  const folders = new Map<string, string>();
  for (const [fingerprint, nickname] of nicknames) {
    const plain = nickname.replace(/[^A-Za-z0-9]/g, "").slice(0, 19) || "relay";
    const mark = createHash("sha256").update(fingerprint).digest("hex").slice(0, 16);
    const folder = taken.has(plain.toLowerCase()) ? `${plain}-${mark}` : plain;
    taken.add(folder.toLowerCase());
    folders.set(fingerprint, folder);
  }
  return folders;
}

function placed(
  documents: readonly SignedDocument[],
  folders: Map<string, string>,
): PlacedDocument[] {
  const paths = new Map<string, number>();
  return documents.map((document) => {
    const time = toIso(document.publishedAt).replaceAll(":", "-");
    const stem = `relay/${folders.get(document.fingerprint)}/${document.kind}-${time}`;
    const count = (paths.get(stem) ?? 0) + 1;
    paths.set(stem, count);
    return { path: count === 1 ? `${stem}.txt` : `${stem}-${count}.txt`, document };
  });
}

function readmeFacts({
  ref,
  madeAt,
  mail,
  withheld,
  evidence,
  relays,
  documents,
  leftOut,
}: PackInput) {
  const holds = new Set<string>([
    evidence.verdict,
    mail.bytes === null ? (withheld ?? "sealed") : "mail",
    ...(documents.length === 0 ? ["unsigned"] : []),
    ...(documents.some(({ kind }) => kind === "descriptor") ? ["signed"] : []),
    ...(documents.some(({ kind }) => kind === "consensus") ? ["consensus"] : []),
    ...(relays.length > 0 ? ["statements"] : []),
    ...(leftOut > 0 ? ["cut"] : []),
  ]);
  const summary = evidence.summary.replace(/\p{Cc}+/gu, " ");
  return { values: { ref, madeAt: utc(madeAt), summary, cut: String(leftOut) }, holds };
}

/** As `sha256sum` writes it. */
function checksums(files: readonly PackFile[]): string {
  return files
    .map(({ path, bytes }) => `${createHash("sha256").update(bytes).digest("hex")}  ${path}\n`)
    .join("");
}

function textBytes(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}
