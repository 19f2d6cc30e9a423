import type { PolicyResult, Target } from "../exit-policy/decide.ts";
import { exitsReaching, type PolicyGroup } from "../exit-policy/exits-reaching.ts";
import { ipFamily } from "../net/ip.ts";
import type { Network, NetworkRelay } from "./join-network.ts";

/** An exit that reaches the target, with the answer of its policy and the line that decides. */
export type ReachingExit = NetworkRelay & { result: string; rule: string };
/** `count`: those of the whole network, before any list of it is cut. `caveats`: what the list cannot say. */
export type ReachingExits = { exits: ReachingExit[]; about: string; caveats: string[] };

type Known = Pick<Network, "from" | "exact" | "withoutIpv6" | "withoutPolicy"> & { relays: number };

/** The exits whose policy lets a connection to the target out, by fingerprint, with one line about the list. */
export function reachingExits(
  network: Known,
  groups: readonly PolicyGroup<NetworkRelay>[],
  target: Target,
): ReachingExits {
  const exits = exitsReaching(groups, target)
    .flatMap(({ relays, decision: { result, rule } }) =>
      relays.map((relay): ReachingExit => ({ ...relay, result, rule: rule ?? "no rule matches" })),
    )
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  const many = `${exits.length} ${exits.length === 1 ? "exit" : "exits"}`;
  const about = `${many} whose policy allows ${targetText(target)}, ${network.from}`;
  return { exits, about, caveats: caveatsOf(network, target, exits) };
}

/** `192.0.2.7:25`, `[2001:db8::7]:443`, `*:22`. */
export function targetText({ ip, port }: Target): string {
  const host = ip !== null && ipFamily(ip) === 6 ? `[${ip}]` : ip;
  return `${host ?? "*"}:${port ?? "*"}`;
}

function caveatsOf(network: Known, target: Target, exits: readonly ReachingExit[]): string[] {
  const { exact, relays, withoutIpv6, withoutPolicy } = network;
  const asks6 = target.ip === null ? target.family === 6 : ipFamily(target.ip) === 6;
  const probable: PolicyResult = "probably-accept";
  const notes = [
    exits.some(({ result }) => result === probable) &&
      exact < relays &&
      `${relays - exact} of ${relays} relays by their port summary, which is only probable for one address`,
    asks6 &&
      withoutIpv6 > 0 &&
      `${withoutIpv6} say nothing about IPv6 here: add cached-microdescs of the same time`,
    withoutPolicy > 0 && `${withoutPolicy} relays without a policy here were left out`,
  ];
  return notes.filter((note) => note !== false);
}
