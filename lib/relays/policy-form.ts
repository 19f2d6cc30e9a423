import { parseDescriptorPolicy } from "../exit-policy/parse-descriptor-policy.ts";
import { parseTorrcPolicy } from "../exit-policy/parse-torrc-policy.ts";
import type { PolicyInForce } from "./history.ts";

type PolicyText = Pick<PolicyInForce, "lines" | "form">;

/**
 * Policy lines as somebody wrote them down, with the form they are in. Lines with an option in front (`ExitPolicy`,
 * `ExitRelay` ...) are a torrc's. Bare `accept` and `reject` lines are a descriptor's; those that tor would not take
 * there (`accept6`, `*4`) say a whole policy all the same: first match wins, no match accepts. `flaw` is what tor
 * objects to.
 */
export function policyForm(lines: string[]): PolicyText & { flaw: string | null } {
  const written = lines.map((line) => line.trim()).filter((line) => line !== "");
  const isBare = written.every((line) => /^(opt\s|accept|reject|ipv6-policy\s)/.test(line));
  if (!isBare || written.length === 0) return torrcForm(written);
  const { policy } = parseDescriptorPolicy(written);
  if (policy !== null) return { lines: written, form: "descriptor", flaw: null };
  return torrcForm([
    "ExitRelay 1",
    "IPv6Exit 1",
    "ExitPolicyRejectPrivate 0",
    ...written.map((line) => `ExitPolicy ${line}`),
    "ExitPolicy accept *:*",
  ]);
}

function torrcForm(lines: string[]): PolicyText & { flaw: string | null } {
  const { problems } = parseTorrcPolicy(lines, []);
  const flaw = problems.find(({ effect }) => effect === "refused")?.text ?? null;
  return { lines, form: "torrc", flaw };
}
