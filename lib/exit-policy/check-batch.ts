import { type Ip, parseIp } from "../net/ip.ts";
import { MAX_PORT } from "../net/port.ts";
import { decide, type PolicyResult, type Target } from "./decide.ts";
import { parseDescriptorPolicy } from "./parse-descriptor-policy.ts";
import { parseSummaryPolicy } from "./parse-summary-policy.ts";
import { parseTorrcPolicy } from "./parse-torrc-policy.ts";
import type { ParsedPolicy, Policy } from "./policy.ts";
import { reachable } from "./reachable.ts";
import { summarize } from "./summarize.ts";

/** One line of the answer. `result` is a decision, a summary string, or "error" with the reason in `error`. */
export type BatchAnswer = {
  id: string | number | null;
  result: string;
  rule: string | null;
  conclusive: boolean;
  /** tor's own four-valued word, where it says more than `result`. */
  tor_result?: PolicyResult;
  error?: string;
};

/** `flaw` names a line that was no question at all; an answer "error" to a proper question is an answer. */
export type BatchLine = { answer: BatchAnswer; flaw: string | null };

type Question = Readonly<Record<string, unknown>>;
type Answer = Omit<BatchAnswer, "id">;

/** The line is no question: not JSON, an unknown kind, a field missing. */
class BadQuestion extends Error {}
/** A proper question to which the answer is "error": tor refuses the policy, or the target does not exist. */
class NoAnswer extends Error {}

/**
 * Answers JSON lines, one policy question each (`kind` torrc, descriptor, summary, port_only, summarize or query).
 * Never throws; a line that cannot be answered gets an answer that says why. Blank lines are passed over.
 */
export function checkLine(line: string, number: number): BatchLine | null {
  if (line.trim() === "") return null;
  const question = readQuestion(line);
  const id = idOf(question);
  try {
    return { answer: { id, ...answer(question) }, flaw: null };
  } catch (error) {
    if (!(error instanceof BadQuestion || error instanceof NoAnswer)) throw error;
    const refused = { id, result: "error", rule: null, conclusive: false, error: error.message };
    const flaw = error instanceof BadQuestion ? `line ${number}: ${error.message}` : null;
    return { answer: refused, flaw };
  }
}

/** All lines of a batch, in order. */
export function* checkBatch(lines: Iterable<string>): Generator<BatchLine> {
  let number = 0;
  for (const line of lines) {
    const checked = checkLine(line, ++number);
    if (checked !== null) yield checked;
  }
}

function idOf(question: Question): string | number | null {
  const id = question["id"];
  return typeof id === "string" || typeof id === "number" ? id : null;
}

function readQuestion(line: string): Question {
  try {
    const value: unknown = JSON.parse(line);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function answer(question: Question): Answer {
  switch (question["kind"]) {
    case "torrc":
    case "query":
      return decided(accepted(torrcOf(question)), targetOf(question));
    case "descriptor":
      return decided(
        accepted(parseDescriptorPolicy(textLines(question, "policy"))),
        targetOf(question),
      );
    case "summary":
      return decided(accepted(summaryOf(question)), targetOf(question));
    case "port_only":
      return portOnly(accepted(torrcOf(question)), targetOf(question));
    case "summarize":
      return {
        result: summarize(accepted(summarized(question)), familyOf(question)),
        rule: null,
        conclusive: true,
      };
    default:
      throw new BadQuestion(
        'not a policy question; give one JSON object a line with "kind" torrc, descriptor, summary, port_only, summarize or query',
      );
  }
}

/** `probably-` is carried by `conclusive: false` and `tor_result`: a summary is never more than probable. */
function decided(policy: Policy, target: Target): Answer {
  const { result, rule, conclusive } = decide(policy, target);
  const exact = target.ip !== null || isBySummary(policy, target.family ?? 4);
  if (!exact || conclusive) return { result, rule, conclusive };
  return { result: result.replace("probably-", ""), rule, conclusive, tor_result: result };
}

function isBySummary(policy: Policy, family: 4 | 6): boolean {
  return (family === 4 ? policy.summary4 : policy.summary6) !== null;
}

/** Is at least one address of the family reachable at this port? */
function portOnly(policy: Policy, target: Target): Answer {
  const { result, rule, conclusive } = decide(policy, { ...target, ip: null });
  if (target.port === null)
    throw new BadQuestion('"port" is missing; give a whole number from 1 to 65535');
  const open = reachable(policy, target.family ?? 4, target.port);
  if (open === null) return { result: "reject", rule, conclusive: true, tor_result: result };
  return { result: "accept", rule: open.rule?.text ?? null, conclusive, tor_result: result };
}

function accepted({ policy, problems }: ParsedPolicy): Policy {
  if (policy !== null) return policy;
  throw new NoAnswer(problems.find(({ effect }) => effect === "refused")?.text ?? "not a policy");
}

function torrcOf(question: Question): ParsedPolicy {
  const own = [question["relay_ipv4"], question["relay_ipv6"]].filter(
    (ip) => typeof ip === "string",
  );
  return parseTorrcPolicy(
    textLines(question, "torrc"),
    own.flatMap((ip) => parseIp(ip) ?? []),
  );
}

function summaryOf(question: Question): ParsedPolicy {
  const summary = question["summary"];
  if (!isRecord(summary))
    throw new BadQuestion('"summary" is missing; give an object with p or p6');
  const { p, p6 } = summary;
  return parseSummaryPolicy({ p: textOrNull(p), p6: textOrNull(p6) });
}

/** With `torrc_base` the policy lines are ExitPolicy values under those options, else lines of a descriptor. */
function summarized(question: Question): ParsedPolicy {
  const lines = textLines(question, "policy");
  if (!Array.isArray(question["torrc_base"])) return parseDescriptorPolicy(lines);
  const base = textLines(question, "torrc_base");
  return parseTorrcPolicy([...base, ...lines.map((line) => `ExitPolicy ${line}`)], []);
}

function targetOf(question: Question): Target {
  const address = question["address"] ?? null;
  const port = question["port"] ?? null;
  return {
    ip: address === null ? null : ipOf(address),
    port: port === null ? null : portOf(port),
    family: familyOf(question),
  };
}

function ipOf(address: unknown): Ip {
  const ip = typeof address === "string" ? parseIp(address) : null;
  if (ip === null)
    throw new NoAnswer(
      `${show(address)} is no IP address; give one such as 192.0.2.7 or 2001:db8::7`,
    );
  return ip;
}

/** Port 0 is a question tor answers: never permitted. */
function portOf(port: unknown): number {
  if (typeof port === "number" && Number.isInteger(port) && port >= 0 && port <= MAX_PORT)
    return port;
  throw new NoAnswer(`${show(port)} is no port; give a whole number from 1 to 65535`);
}

function familyOf(question: Question): 4 | 6 {
  return question["family"] === "ipv6" ? 6 : 4;
}

function textLines(question: Question, field: string): string[] {
  const lines = question[field];
  if (Array.isArray(lines) && lines.every((line) => typeof line === "string")) return lines;
  throw new BadQuestion(`"${field}" is missing; give a list of policy lines`);
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function show(value: unknown): string {
  return String(JSON.stringify(value) ?? value).slice(0, 60);
}
