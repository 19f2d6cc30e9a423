import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Verdict } from "./judge-branch.ts";

const FILE = path.join(import.meta.dirname, "verdicts.txt");
const HEAD = "# Written by `node bin/recheck.ts`: what recheck said of each branch, by its hash.\n";

export function readVerdicts(): Map<string, Verdict> {
  const lines = readFileSync(FILE, "utf8").split("\n").slice(1, -1);
  return new Map(
    lines.map((line) => {
      const [id = "", verdict = ""] = line.split(/ (.*)/s);
      return [id, verdict.startsWith("{") ? JSON.parse(verdict) : (verdict as Verdict)];
    }),
  );
}

export function writeVerdicts(verdicts: ReadonlyMap<string, Verdict>): void {
  const lines = [...verdicts].map(
    ([id, verdict]) => `${id} ${typeof verdict === "string" ? verdict : JSON.stringify(verdict)}\n`,
  );
  writeFileSync(FILE, HEAD + lines.toSorted().join(""));
}
