import { parsePolicyText } from "../exit-policy/parse-policy-text.ts";
import { policyDifference } from "../exit-policy/policy-difference.ts";
import { type ControlReply, infoValue } from "./control-reply.ts";
import {
  POLICY_QUESTION,
  type PolicyWish,
  policyCommand,
  policyOptions,
  wishedLines,
} from "./policy-options.ts";

/** What is or was sent to tor: its ExitPolicy lines before and after, and the very command; null when nothing is to do. */
export type PolicyChange = { before: string[]; after: string[]; command: string | null };
/** Asks a tor one is signed in to; see `onControl` of control.ts. */
type Line = { ask: Ask };
type Ask = (command: string) => Promise<ControlReply>;

/** What would be sent for this wish, by asking tor only. Throws one sentence when it must not be. */
export async function planPolicyChange({ ask }: Line, wish: PolicyWish): Promise<PolicyChange> {
  return await plan(ask, wish);
}

/**
 * Changes the ExitPolicy of a running tor and reads it back. `seen`: the command a person agreed to; when tor's own lines
 * changed since, so that another would be sent, nothing is. Lines put in front must open nothing: else the policy of before
 * is put back. What is set this way holds until tor is reloaded or restarted. Throws one sentence when it could not be done.
 */
export async function changeExitPolicy(
  { ask }: Line,
  wish: PolicyWish,
  seen: string | null,
): Promise<PolicyChange> {
  const change = await plan(ask, wish);
  if (seen !== null && seen !== (change.command ?? ""))
    throw new Error("tor's policy changed since you looked: look at what would be sent again");
  if (change.command === null) return change;
  const full = await fullPolicy(ask);
  await tell(ask, change.command);
  const wrong = await flawOfNow(ask, change, "put" in wish ? full : null);
  if (wrong === null) return change;
  await tell(ask, policyCommand(change.before));
  throw new Error(`${wrong}; the policy of before was put back`);
}

async function plan(ask: Ask, wish: PolicyWish): Promise<PolicyChange> {
  const { lines: before, flaw } = policyOptions(await ask(POLICY_QUESTION));
  if (flaw !== null && "put" in wish) throw new Error(flaw);
  const after = wishedLines(before, wish);
  const isSame = after.join("\n") === before.join("\n");
  return { before, after, command: isSame ? null : policyCommand(after) };
}

async function tell(ask: Ask, command: string): Promise<void> {
  const { status, lines } = await ask(command);
  if (status !== 250)
    throw new Error(
      `tor refused the lines: ${(lines.at(-1)?.text ?? "no reason given").slice(0, 300)}`,
    );
}

async function flawOfNow(
  ask: Ask,
  { after }: PolicyChange,
  full: string[] | null,
): Promise<string | null> {
  const { lines } = policyOptions(await ask(POLICY_QUESTION));
  if (lines.join("\n") !== after.join("\n")) return "tor does not show the lines it was given";
  if (full === null) return null;
  const before = parsePolicyText(full).policy;
  const now = parsePolicyText(await fullPolicy(ask)).policy;
  if (before === null || now === null) return null;
  return policyDifference(before, now).opened.length > 0
    ? "the lines would have opened something"
    : null;
}

/** Every rule in force; the first question makes tor write its descriptor, and so its policy, at once. */
async function fullPolicy(ask: Ask): Promise<string[]> {
  await ask(`GETINFO extra-info/digest/${"0".repeat(40)}`);
  const text = infoValue(await ask("GETINFO exit-policy/full"), "exit-policy/full");
  return text === null ? [] : text.split("\n");
}
