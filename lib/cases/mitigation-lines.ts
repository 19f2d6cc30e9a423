import { type Refusal, refuse } from "../accounts/refusal.ts";
import { parsePolicyText } from "../exit-policy/parse-policy-text.ts";
import { proposeLines } from "../exit-policy/propose-lines.ts";

const MAX_LINES = 20;
const REJECT = /^reject6?\s+[0-9a-fA-F:.*/[\],-]{1,80}$/;
const OPEN = parsePolicyText(["ExitRelay 1", "IPv6Exit 1", "ExitPolicy accept *:*"]).policy;

/**
 * The typed lines as tor takes them, without `ExitPolicy`, one rule each; or why not. A mitigation only ever closes: a line
 * that accepts is refused, and so is one tor would not read.
 */
export function mitigationLines(text: string): { ok: true; lines: string[] } | Refusal {
  const typed = text.split("\n").flatMap((line) => rulesOf(line));
  if (typed.length === 0)
    return refuse("no-line", "Write at least one line, such as reject 203.0.113.5:22.");
  if (typed.length > MAX_LINES)
    return refuse("many-lines", `These are ${typed.length} lines; at most ${MAX_LINES} at a time.`);
  const odd = typed.find((line) => !REJECT.test(line));
  if (odd !== undefined)
    return refuse(
      "not-reject",
      `"${odd.slice(0, 80)}" does not close an address or a port. Write reject ADDRESS:PORT.`,
    );
  if (OPEN === null) throw new Error("the open policy could not be read");
  const { problems } = proposeLines(OPEN, typed.join("\n"));
  const [problem] = problems;
  if (problem) return refuse("bad-line", `tor would not take this: ${problem.text}.`);
  return { ok: true, lines: [...new Set(typed)] };
}

/** A line may hold several rules with commas between them, and the option's name before it. */
function rulesOf(line: string): string[] {
  const text = line.slice(0, 2_000).trim();
  if (text === "" || text.startsWith("#")) return [];
  return text
    .replace(/^ExitPolicy\s+/i, "")
    .split(",")
    .map((rule) => rule.trim().replace(/\s+/g, " "))
    .filter((rule) => rule !== "");
}
