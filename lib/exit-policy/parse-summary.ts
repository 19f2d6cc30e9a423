import type { PolicyProblem, PortRange, PortSummary } from "./policy.ts";

/** tor stops at this many entries (MAX_EXITPOLICY_SUMMARY_LEN). */
const MAX_ENTRIES = 1000;
const MAX_LENGTH = 100_000;

export type ParsedSummary = { summary: PortSummary | null; problems: PolicyProblem[] };

/**
 * Reads `accept 80,443` or `reject 25,6881-6999` as tor's parse_short_policy does: entries that do not start with a digit
 * are skipped, any other flaw refuses the whole. `line` is kept as the rule's text, `p accept 80` or `ipv6-policy ...`.
 */
export function parseSummary(text: string, line = text): ParsedSummary {
  const problems: PolicyProblem[] = [];
  const action = /^(accept|reject) /.exec(text)?.[1];
  if (action === undefined) {
    return refused(`"${cut(text)}" must start with "accept " or "reject ", followed by ports`);
  }
  if (text.length > MAX_LENGTH) return refused("the summary is too long");
  const ranges: PortRange[] = [];
  for (const entry of text.slice(action.length + 1).split(",")) {
    const range = readEntry(entry);
    if (range === "bad") return refused(`"${cut(entry)}" is no port or range in "${cut(text)}"`);
    if (range === "unknown") problems.push(skipped(entry));
    else if (range !== null) ranges.push(range);
    if (ranges.length > MAX_ENTRIES) return refused("the summary has more than 1000 entries");
  }
  if (ranges.length === 0) return refused(`"${cut(text)}" names no port`);
  return { summary: { accept: action === "accept", ranges, text: line }, problems };
}

/** Null for an empty entry. strtoul lets white space and a plus sign pass before a number. */
function readEntry(entry: string): PortRange | "bad" | "unknown" | null {
  if (entry === "") return null;
  const read = /^\s*\+?([0-9]+)(?:-\s*\+?([0-9]+))?$/.exec(entry);
  const min = Number(read?.[1] ?? 0);
  const max = Number(read?.[2] ?? min);
  if (read !== null && min >= 1 && min <= max && max <= 65535) return { min, max };
  // A number tor can read commits it to the entry; only what it cannot read and has no leading digit is skipped.
  const leading = /^\s*\+?([0-9]+)/.exec(entry)?.[1];
  const readable = leading !== undefined && Number(leading) >= 1 && Number(leading) <= 65535;
  return readable || /^[0-9]/.test(entry) ? "bad" : "unknown";
}

function refused(text: string): ParsedSummary {
  const problem: PolicyProblem = {
    code: "summary-refused",
    effect: "refused",
    text: `policy summary: ${text}`,
    line: null,
  };
  return { summary: null, problems: [problem] };
}

function skipped(entry: string): PolicyProblem {
  const text = `policy summary: tor skips the entry "${cut(entry)}", which is no port`;
  return { code: "summary-entry", effect: "ignored", text, line: null };
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
