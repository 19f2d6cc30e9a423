import { type ControlReply, quotedString } from "./control-reply.ts";

/** What tor's configuration says of its exit policy. `lines`: the values of ExitPolicy in their order; empty: tor's default. */
export type PolicyOptions = { lines: string[]; flaw: string | null };

/** The question that `policyOptions` reads the reply of (control-spec 3.3). */
export const POLICY_QUESTION = "GETCONF ExitPolicy ReducedExitPolicy IPv6Exit ExitRelay";

/**
 * Reads the reply. `flaw` says why lines must not be put in front: with `ExitRelay auto` and no policy of its own a relay
 * lets nothing out, and its first ExitPolicy line would make it an exit (tor manual, ExitRelay).
 */
export function policyOptions({ status, lines }: ControlReply): PolicyOptions {
  const options = lines.map(({ text }) => readOption(text));
  const values = (name: string) =>
    options.flatMap((option) => (option.name === name.toLowerCase() ? [option.value] : []));
  const policy = values("ExitPolicy").filter((value) => value !== "");
  return { lines: policy, flaw: flawOf(status, policy, (name) => values(name)[0] ?? "") };
}

function flawOf(
  status: number,
  policy: readonly string[],
  value: (name: string) => string,
): string | null {
  if (status !== 250) return "tor does not say what its exit policy is, so nothing was changed";
  if (value("ExitRelay") === "0") return "this relay lets nothing out: ExitRelay is 0";
  const isBare = policy.length === 0 && value("ReducedExitPolicy") !== "1";
  if (isBare && value("ExitRelay") !== "1" && value("IPv6Exit") !== "1")
    return "this relay lets nothing out, and a line of its own would make it an exit";
  if (policy.some((line) => line.includes('"')))
    return "its ExitPolicy has quotation marks, which cannot be put back as they are: change it by hand";
  return null;
}

function readOption(text: string): { name: string; value: string } {
  const end = text.indexOf("=");
  return end < 0
    ? { name: text.toLowerCase(), value: "" }
    : { name: text.slice(0, end).toLowerCase(), value: text.slice(end + 1) };
}

/** Lines to put in front of the others, or to take out again. */
export type PolicyWish = { put: readonly string[] } | { take: readonly string[] };

/** The values of ExitPolicy after the wish; those put in front that stand there already stay where they are. */
export function wishedLines(now: readonly string[], wish: PolicyWish): string[] {
  if ("put" in wish) return [...wish.put.filter((line) => !holds(now, line)), ...now];
  const left = [...now];
  for (const line of wish.take) {
    const at = left.findIndex((one) => plain(one) === plain(line));
    if (at >= 0) left.splice(at, 1);
  }
  return left;
}

/** Is this line one of them, however it is spaced? */
export function holds(lines: readonly string[], line: string): boolean {
  return lines.some((one) => plain(one) === plain(line));
}

/** The one command that makes them tor's ExitPolicy lines; none means tor's default (control-spec 3.1, 3.2). */
export function policyCommand(lines: readonly string[]): string {
  if (lines.length === 0) return "RESETCONF ExitPolicy";
  return `SETCONF ${lines.map((line) => `ExitPolicy=${quotedString(line)}`).join(" ")}`;
}

function plain(line: string): string {
  return line.trim().replace(/\s+/g, " ").toLowerCase();
}
