import { DOCUMENT_KINDS, type ReadContext } from "./document-kinds.ts";
import { problem } from "./read-problem.ts";
import { isTar, readTar } from "./read-tar.ts";
import type { TorDocument } from "./tor-document.ts";
import { unixLines } from "./unix-lines.ts";
import { OPAQUE_FILES, SECRET, UNUSED_FILES } from "./unused-files.ts";

/** A file somebody gave, with the name they know it by. */
export type GivenFile = { name: string; bytes: Uint8Array };

const HEAD = 16_000;

/**
 * Reads any file of tor's, CollecTor's or Onionoo's by what stands in it, not by its name. Never throws: what is not
 * known, damaged or packed is `unreadable` with one problem that says why and what to do.
 */
export function readTorDocument({ name, bytes }: GivenFile, context: ReadContext): TorDocument {
  const opaque = OPAQUE_FILES.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte));
  if (opaque !== undefined) return unreadable(name, opaque.code, opaque.why(fileName(name)));
  const text = unixLines(Buffer.from(bytes).toString("latin1"));
  const head = text.slice(0, HEAD);
  if (/^secret_/.test(fileName(name)) || SECRET.test(head)) {
    const why = "This is a secret key of a relay. It was not read; keep it on the relay alone.";
    return unreadable(name, "secret-key", why);
  }
  if (head.trim() === "") return unreadable(name, "empty", "The file is empty.");
  const unused = UNUSED_FILES.find(({ is }) => is.test(head));
  if (unused !== undefined) return { kind: "nothing", what: unused.what, name, problems: [] };
  const kind = DOCUMENT_KINDS.find(({ is }) => is({ text, head, bytes }));
  if (kind === undefined) return unreadable(name, "unknown", UNKNOWN);
  return { ...kind.read({ text, head, bytes }, context), name };
}

const UNKNOWN =
  "This is no file of tor's that is known here: give a torrc, descriptors, a consensus, an exit list, a notices.log or a state file.";

/** The same for a file that may be a tar: each file inside it is one. */
export function* readTorDocuments(file: GivenFile, context: ReadContext): Generator<TorDocument> {
  if (!isTar(file.bytes)) yield readTorDocument(file, context);
  else {
    for (const inner of readTar(file.bytes)) {
      const name = `${fileName(file.name)}: ${fileName(inner.name)}`;
      yield readTorDocument({ name, bytes: inner.bytes }, context);
    }
  }
}

function unreadable(name: string, code: string, why: string): TorDocument {
  return { kind: "unreadable", name, problems: [problem(code, why)] };
}

function fileName(path: string): string {
  return path.split("/").at(-1)?.slice(0, 100) ?? "";
}
