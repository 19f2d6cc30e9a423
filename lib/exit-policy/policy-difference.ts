import type { Network } from "../net/cidr.ts";
import { networkContains } from "../net/cidr.ts";
import { type Ip, ipText } from "../net/ip.ts";
import { type IpBits, ipBits } from "../net/ip-bits.ts";
import type { Port } from "../net/port.ts";
import { type Budget, halves, portSpans } from "./cover-together.ts";
import type { Policy, PortRange, Rule } from "./policy.ts";
import { covers, intersects } from "./rule.ts";
import { summaryRules } from "./summary-rules.ts";

/** Addresses and ports that one policy lets out and the other does not: every network at every range of ports. */
export type Region = {
  family: 4 | 6;
  ports: PortRange[];
  networks: Network[];
  /** What of the family at these ports is not in it. */
  others: Network[];
  /** Part of all addresses of the family, 0 to 1. */
  share: number;
};
export type PolicyDifference = {
  /** Let out before, and not after. */
  closed: Region[];
  opened: Region[];
  /** False when the policies are too long to be compared to the end: then regions are missing. */
  complete: boolean;
};

const MAX_COMPARISONS = 1_500_000;

/** For questions asked together: they share it. */
export function comparisonBudget(): Budget {
  return { comparisons: MAX_COMPARISONS };
}

/**
 * What changes in effect when one policy takes the place of another, whatever their text. Exact for rules; a port summary
 * is taken at its word for every address of its family.
 */
export function policyDifference(
  before: Policy,
  after: Policy,
  budget: Budget = comparisonBudget(),
): PolicyDifference {
  const parts = ([4, 6] as const).flatMap((family) =>
    familyDifference(before, after, family, budget),
  );
  return {
    closed: regions(parts, "closed"),
    opened: regions(parts, "opened"),
    complete: budget.comparisons > 0,
  };
}

/** Whether a target lies in the region: `perhaps` when what is not known of it decides. */
export function inRegion(
  region: Region,
  ip: Ip | null,
  port: Port | null,
): "yes" | "no" | "perhaps" {
  const atPort =
    port === null
      ? "perhaps"
      : yesNo(region.ports.some(({ min, max }) => min <= port && port <= max));
  const bits = ip === null ? null : ipBits(ip);
  const atAddress = bits === null ? whereNobodySays(region) : yesNo(holds(region, bits));
  if (atPort === "no" || atAddress === "no") return "no";
  return atPort === "yes" && atAddress === "yes" ? "yes" : "perhaps";
}

/** `192.0.2.0/24`, the bare address for a single one, `*` for all of a family. */
export function networkText({ family, words, prefix }: Network): string {
  if (prefix === 0) return "*";
  const address = ipText({ family, words });
  return prefix === 32 * words.length ? address : `${address}/${prefix}`;
}

type Change = "same" | "closed" | "opened";
type Part = { family: 4 | 6; ports: PortRange; nets: Record<Change, Network[]> };

function familyDifference(before: Policy, after: Policy, family: 4 | 6, budget: Budget): Part[] {
  const [one, two] = [rulesOf(before, family), rulesOf(after, family)];
  const words = family === 4 ? [0] : [0, 0, 0, 0];
  const all: Rule = {
    accept: true,
    family,
    words,
    prefix: 0,
    minPort: 1,
    maxPort: 65535,
    text: "",
    origin: "",
  };
  const known = new Map<string, Part["nets"]>();
  return portSpans(all, [...one, ...two]).flatMap((span): Part[] => {
    budget.comparisons -= one.length + two.length;
    if (budget.comparisons < 0) return [];
    const lists = [one, two].map((list) => list.filter((rule) => intersects(rule, span)));
    const key = lists.map(listKey).join("|");
    const nets = known.get(key) ?? spanNets(span, lists, budget);
    known.set(key, nets);
    return [{ family, ports: { min: span.minPort, max: span.maxPort }, nets }];
  });
}

/** Spans where the same networks follow each other have the same answer, whatever their ports. */
function listKey(rules: readonly Rule[]): string {
  return rules.map(({ accept, prefix, words }) => `${accept}${prefix}/${words}`).join(" ");
}

function spanNets(span: Rule, [one = [], two = []]: Rule[][], budget: Budget): Part["nets"] {
  const nets: Part["nets"] = { same: [], closed: [], opened: [] };
  const all = compare(span, one, two, { nets, budget });
  if (all !== null) nets[all].push(span);
  return nets;
}

type Walk = { nets: Part["nets"]; budget: Budget };

/** The one change of the whole network, or null after its parts were written down each for itself. */
function compare(
  net: Rule,
  before: readonly Rule[],
  after: readonly Rule[],
  walk: Walk,
): Change | null {
  walk.budget.comparisons -= before.length + after.length + 1;
  const [one, two] = [near(net, before), near(net, after)];
  const [first, second] = [decided(net, one), decided(net, two)];
  if (first !== null && second !== null) return changeFrom(first, second);
  if (walk.budget.comparisons < 0) return "same";
  const parts = halves(net).map((half) => ({ half, change: compare(half, one, two, walk) }));
  const [low, high] = parts;
  if (low !== undefined && low.change !== null && low.change === high?.change) return low.change;
  for (const { half, change } of parts) if (change !== null) walk.nets[change].push(half);
  return null;
}

/** The rules that may decide inside the network: up to the first that holds all of it. */
function near(net: Rule, rules: readonly Rule[]): Rule[] {
  const found: Rule[] = [];
  for (const rule of rules) {
    if (!intersects(rule, net)) continue;
    found.push(rule);
    if (covers(rule, net)) break;
  }
  return found;
}

/** Accepted or not, null while it is not one answer for the whole network. No match accepts. */
function decided(net: Rule, rules: readonly Rule[]): boolean | null {
  const [first] = rules;
  if (first === undefined) return true;
  const agree = rules.every(({ accept }) => accept === first.accept);
  const last = rules.at(-1);
  if (agree && (first.accept || (last !== undefined && covers(last, net)))) return first.accept;
  return covers(first, net) ? first.accept : null;
}

function changeFrom(before: boolean, after: boolean): Change {
  if (before === after) return "same";
  return before ? "closed" : "opened";
}

function rulesOf(policy: Policy, family: 4 | 6): readonly Rule[] {
  const summary = family === 4 ? policy.summary4 : policy.summary6;
  if (summary !== null) return summaryRules(summary, family);
  return policy.rules.filter((rule) => rule.family === family);
}

/** Ports with the same networks are one region; neighbouring ports one range. */
function regions(parts: readonly Part[], change: "closed" | "opened"): Region[] {
  const found = new Map<string, Region>();
  for (const { family, ports, nets } of parts) {
    const networks = nets[change];
    if (networks.length === 0) continue;
    const key = `${family} ${networks.map(networkText).join(" ")}`;
    const known = found.get(key);
    if (known !== undefined) addPorts(known.ports, ports);
    else {
      const others = (["same", "closed", "opened"] as const).flatMap((each) =>
        each === change ? [] : nets[each],
      );
      found.set(key, { family, ports: [ports], networks, others, share: shareOf(networks) });
    }
  }
  return [...found.values()];
}

function addPorts(ports: PortRange[], more: PortRange): void {
  const last = ports.at(-1);
  if (last !== undefined && last.max + 1 === more.min)
    ports[ports.length - 1] = { min: last.min, max: more.max };
  else ports.push(more);
}

function shareOf(networks: readonly Network[]): number {
  return networks.reduce((sum, { prefix }) => sum + 2 ** -prefix, 0);
}

function holds({ family, networks }: Region, bits: IpBits): boolean {
  return bits.family === family && networks.some((network) => networkContains(network, bits));
}

/** A complaint that names no address speaks of a public one: all but the reserved ones are as good as all. */
const NEARLY_ALL = 0.8;

function whereNobodySays({ family, share }: Region): "yes" | "perhaps" {
  return family === 4 && share > NEARLY_ALL ? "yes" : "perhaps";
}

function yesNo(is: boolean): "yes" | "no" {
  return is ? "yes" : "no";
}
