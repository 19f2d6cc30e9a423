import { createHash } from "node:crypto";
import { parseEndpoint } from "../net/endpoint.ts";
import type { Ip } from "../net/ip.ts";
import { problem, type ReadProblem } from "./read-problem.ts";

/** A microdescriptor (dir-spec 3.3). It does not name its relay: a consensus-microdesc does, by digest. */
export type Microdescriptor = {
  /** SHA-256 in base64 without padding, as `m` lines of a consensus have it. */
  digest: string;
  addresses: Ip[];
  /** The values of the `p` and `p6` lines; null when missing, which means that nothing is accepted. */
  p: string | null;
  p6: string | null;
};

const MAX_COUNT = 50_000;
const MAX_LENGTH = 20_000;

/** Reads `cached-microdescs`, its journal, or a file of CollecTor's. Never throws. */
export function readMicrodescriptors(text: string): {
  microdescriptors: Microdescriptor[];
  problems: ReadProblem[];
} {
  const microdescriptors: Microdescriptor[] = [];
  const problems: ReadProblem[] = [];
  for (const block of blocks(text)) {
    if (microdescriptors.length >= MAX_COUNT) {
      problems.push(problem("too-many", `Only the first ${MAX_COUNT} microdescriptors were read.`));
      break;
    }
    if (block.length <= MAX_LENGTH) microdescriptors.push(readBlock(block));
    else problems.push(problem("too-long", "A microdescriptor longer than 20 kB was left out."));
  }
  if (microdescriptors.length === 0 && problems.length === 0) {
    problems.push(problem("no-microdescriptor", 'No "onion-key" line begins a microdescriptor.'));
  }
  return { microdescriptors, problems: problems.slice(0, 5) };
}

/** From one `onion-key` line to the annotations of the next: exactly the bytes the digest is made of. */
function* blocks(text: string): Generator<string> {
  const begin = /^onion-key$/gm;
  for (let match = begin.exec(text); match !== null; match = begin.exec(text)) {
    const next = text.indexOf("\nonion-key\n", match.index);
    const limit = next < 0 ? text.length : next + 1;
    const block = text.slice(match.index, limit);
    const annotation = block.indexOf("\n@");
    yield annotation < 0 ? block : block.slice(0, annotation + 1);
    begin.lastIndex = limit;
  }
}

function readBlock(block: string): Microdescriptor {
  const lines = block.split("\n");
  const value = (keyword: string) =>
    lines.find((line) => line.startsWith(`${keyword} `))?.slice(keyword.length + 1) ?? null;
  const addresses = lines
    .filter((line) => line.startsWith("a "))
    .slice(0, 10)
    .flatMap((line) => parseEndpoint(line.slice(2))?.ip ?? []);
  const digest = createHash("sha256")
    .update(block, "latin1")
    .digest("base64")
    .replace(/(?<!=)=+$/, "");
  return { digest, addresses, p: value("p"), p6: value("p6") };
}
