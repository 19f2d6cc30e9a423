import { parseTorrcPolicy } from "../exit-policy/parse-torrc-policy.ts";
import { policyLines } from "../exit-policy/policy.ts";
import { parseIp } from "../net/ip.ts";
import { isPublicIp } from "../net/special-range.ts";
import type { Instant } from "../time/instant.ts";
import { withTenure } from "./announced.ts";
import type { ControlFacts } from "./control-facts.ts";
import { parseFingerprint } from "./fingerprint.ts";
import type { PolicyInForce, Relay, RelayHistory } from "./history.ts";
import { learnFromDescriptor } from "./learn.ts";
import { learnUptime } from "./learn-uptime.ts";
import { observed } from "./observed.ts";
import { policyForm } from "./policy-form.ts";
import { readDescriptors } from "./read-descriptor.ts";
import { readTorrc } from "./read-torrc.ts";

const SOURCE = "control port";

/**
 * What a running relay of ours says of itself at `learnedAt`: its addresses, the exact rules in force in both families,
 * since when it runs, and its signed descriptor. Null when it is no relay. Pure.
 */
export function learnFromControl(
  history: RelayHistory,
  facts: ControlFacts,
  { learnedAt }: { learnedAt: Instant },
): { history: RelayHistory; relay: Relay } | null {
  const fingerprint = parseFingerprint(facts.fingerprint ?? "");
  if (fingerprint === null) return null;
  const torrc = readTorrc(facts.configText);
  const before = withDescriptor(history, facts, learnedAt);
  const known = before.relays.find((relay) => relay.fingerprint === fingerprint) ?? {
    nickname: torrc.nickname ?? "Unnamed",
    fingerprint,
    tenures: [],
    policies: [],
    uptime: [],
  };
  const own = parseIp(facts.address ?? "");
  const told = [
    ...(own !== null && isPublicIp(own) ? [own] : []),
    ...torrc.addresses.map(({ ip }) => ip),
  ];
  const sourced = { from: learnedAt, to: null, source: SOURCE, learnedAt };
  const tenures = told.reduce((all, ip) => withTenure(all, { ip, ...sourced }), known.tenures);
  const relay = withRun(
    { ...known, tenures, policies: withRules(known, facts, sourced, told) },
    facts,
    learnedAt,
  );
  const others = before.relays.filter((each) => each.fingerprint !== fingerprint);
  return { history: { relays: [...others, relay] }, relay };
}

function withDescriptor(
  history: RelayHistory,
  { descriptor }: ControlFacts,
  learnedAt: Instant,
): RelayHistory {
  if (descriptor === null) return history;
  const { descriptors } = readDescriptors(Buffer.from(`${descriptor}\n`, "latin1"));
  return descriptors.reduce(
    (known, each) => learnFromDescriptor(known, each, { learnedAt }).history,
    history,
  );
}

type PolicyText = Pick<PolicyInForce, "lines" | "form">;
type Sourced = { from: Instant; to: null; source: string; learnedAt: Instant };

function withRules(known: Relay, { fullPolicy }: ControlFacts, sourced: Sourced, own: string[]) {
  const lines = fullPolicy.filter((line) => line.trim() !== "");
  const { flaw, ...policy } = policyForm(lines);
  if (lines.length === 0 || flaw !== null) return known.policies;
  return observed(known.policies, { ...policy, ...sourced }, (a, b) => sameRules(a, b, own));
}

/** A descriptor with the same IPv4 rules says less about IPv6: the rules tor itself lists take its place. */
function sameRules(a: PolicyText, b: PolicyText, own: string[]): boolean {
  const [one, other] = [a, b].map(({ lines, form }) =>
    form === "torrc" ? parseTorrcPolicy(lines, own).policy : null,
  );
  return (
    one != null && other != null && policyLines(one).join("\n") === policyLines(other).join("\n")
  );
}

/** Since its start it ran without a break; after a hibernation tor counts anew. */
function withRun(relay: Relay, { uptimeSeconds }: ControlFacts, now: Instant): Relay {
  if (uptimeSeconds === null) return relay;
  const from = now - uptimeSeconds * 1000;
  const run = { covers: { from, to: now }, runs: [{ from, to: null }] };
  return learnUptime(relay, run, { learnedAt: now, source: SOURCE });
}
