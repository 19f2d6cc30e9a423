// node bin/recheck.ts: has recheck judge every regular expression that is new since the last time; --all: every one (an hour).
import path from "node:path";
import { allBranches } from "./recheck/branches.ts";
import { judgeBranch, type Verdict } from "./recheck/judge-branch.ts";
import { readVerdicts, writeVerdicts } from "./recheck/verdicts.ts";

const branches = await allBranches(path.dirname(import.meta.dirname));
const known = process.argv.includes("--all") ? new Map<string, Verdict>() : readVerdicts();
const fresh = branches.filter(({ id }) => !known.has(id));
const verdicts = new Map(branches.flatMap(({ id }) => pairOf(id, known.get(id))));
let undecided = 0;
for (const [index, { id, source, flags, files }] of fresh.entries()) {
  const verdict = await judgeBranch(source, flags);
  if (verdict === null) {
    undecided += 1;
    say(`undecided: /${source}/${flags} in ${files.join(", ")}`);
  } else {
    verdicts.set(id, verdict);
    if (typeof verdict === "object")
      say(`attack found: /${source}/${flags} in ${files.join(", ")}`);
  }
  if (index % 50 === 49) writeVerdicts(verdicts);
}
writeVerdicts(verdicts);
say(`recheck: branches=${branches.length} judged now=${fresh.length} undecided=${undecided}`);
process.exit(undecided === 0 ? 0 : 1);

function pairOf(id: string, verdict: Verdict | undefined): [string, Verdict][] {
  return verdict === undefined ? [] : [[id, verdict]];
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
