import { parseEndpoint } from "../net/endpoint.ts";
import { type Ip, ipFamily } from "../net/ip.ts";
import { ipBits } from "../net/ip-bits.ts";
import { isPublicForTor } from "./is-public-for-tor.ts";
import { parseItem } from "./parse-item.ts";
import {
  type ParsedPolicy,
  type Policy,
  type PolicyProblem,
  type Rule,
  rejectsAll,
} from "./policy.ts";
import { makeRule, removeRedundant } from "./rule.ts";
import { DEFAULT_POLICY, reducedPolicy } from "./standard-policies.ts";
import { trimAscii } from "./torrc-entries.ts";
import { type TorrcSettings, torrcSettings } from "./torrc-settings.ts";

export type TorrcOptions = {
  /** The tor that ran, "0.4.8.12"; decides which reduced policy was meant. Null or absent: the newest. */
  torVersion?: string | null;
  /** Addresses of the machine's interfaces, for ExitPolicyRejectLocalInterfaces. */
  interfaceAddresses?: readonly Ip[];
};

/**
 * The effective exit policy of a torrc, as tor assembles it (policies.c, policies_parse_exit_policy_from_options).
 * `relayAddresses` are the relay's own advertised addresses, rejected under ExitPolicyRejectPrivate; when empty they are
 * taken from the Address and ORPort lines. Never throws: a configuration tor refuses gives a null policy and the reason.
 */
export function parseTorrcPolicy(
  lines: readonly string[],
  relayAddresses: readonly Ip[],
  options: TorrcOptions = {},
): ParsedPolicy {
  const { rules, problems } = assembleTorrc(lines, relayAddresses, options);
  return { policy: rules === null ? null : policyOf(removeRedundant(rules)), problems };
}

/** The same before tor drops the rules that decide nothing: each rule in order, for showing why one has no effect. */
export function assembleTorrc(
  lines: readonly string[],
  relayAddresses: readonly Ip[],
  options: TorrcOptions = {},
): { rules: readonly Rule[] | null; problems: PolicyProblem[] } {
  const { settings, problems } = torrcSettings(lines.join("\n").replaceAll("\r", ""));
  if (problems.some(({ effect }) => effect === "refused")) return { rules: null, problems };
  if (isNoExit(settings)) return { rules: rejectEverything(), problems };
  const own = relayAddresses.length > 0 ? relayAddresses : advertised(settings);
  const configured = exitPolicyRules(settings, problems);
  if (problems.some(({ effect }) => effect === "refused")) return { rules: null, problems };
  const rules = [
    ...prefixRules(settings, own, options, problems),
    ...configured,
    ...tailRules(settings, options.torVersion ?? null),
  ];
  problems.push(...hints(settings));
  return { rules, problems };
}

function isNoExit(settings: TorrcSettings): boolean {
  if (settings.exitRelay !== null) return !settings.exitRelay;
  return settings.exitPolicy.length === 0 && !settings.reducedPolicy && !settings.ipv6Exit;
}

/** tor prints one `reject *:*` for a relay that accepts nothing in either family. */
function policyOf(rules: readonly Rule[]): Policy {
  const closed = rejectsAll(rules, 4) && rejectsAll(rules, 6);
  return { rules: closed ? rejectEverything() : rules, summary4: null, summary6: null };
}

function rejectEverything(): Rule[] {
  const rules = itemRules("reject *:*", "not an exit");
  return rules.map((rule) => ({ ...rule, text: "reject *:*" }));
}

function prefixRules(
  settings: TorrcSettings,
  own: readonly Ip[],
  options: TorrcOptions,
  problems: PolicyProblem[],
): Rule[] {
  const { ipv6Exit, rejectPrivate, rejectLocalInterfaces } = settings;
  const local = rejectLocalInterfaces ? localAddresses(settings, options) : [];
  if (rejectLocalInterfaces && options.interfaceAddresses === undefined) {
    problems.push({
      code: "interfaces-unknown",
      effect: "note",
      text: "ExitPolicyRejectLocalInterfaces also rejects the machine's own interface addresses, which the torrc does not name",
      line: null,
    });
  }
  return [
    ...(ipv6Exit ? [] : itemRules("reject *6:*", "IPv6Exit 0")),
    ...(rejectPrivate ? itemRules("reject private:*", "ExitPolicyRejectPrivate") : []),
    ...(rejectPrivate ? rejectAddresses(own, ipv6Exit, "the relay's own address") : []),
    ...rejectAddresses(local, ipv6Exit, "ExitPolicyRejectLocalInterfaces"),
  ];
}

function localAddresses(settings: TorrcSettings, options: TorrcOptions): Ip[] {
  const bound = settings.bindAddresses.flatMap((value) => addressOf(value) ?? []);
  return [...bound, ...(options.interfaceAddresses ?? [])];
}

/** tor only rejects public addresses here (addr_policy_append_reject_addr_filter). */
function rejectAddresses(addresses: readonly Ip[], ipv6Exit: boolean, origin: string): Rule[] {
  return addresses.flatMap((ip) => {
    const bits = ipBits(ip);
    if (bits === null || !isPublicForTor(bits) || (bits.family === 6 && !ipv6Exit)) return [];
    const prefix = bits.family === 4 ? 32 : 128;
    return [makeRule({ ...bits, accept: false, prefix, minPort: 1, maxPort: 65535, origin })];
  });
}

function exitPolicyRules(settings: TorrcSettings, problems: PolicyProblem[]): Rule[] {
  return settings.exitPolicy.flatMap(({ value, line }) =>
    splitItems(value).flatMap((item) => {
      const parsed = parseItem(item, "torrc", `ExitPolicy (line ${line})`);
      if ("rules" in parsed) return parsed.rules;
      problems.push(itemProblem(item, parsed, line));
      return [];
    }),
  );
}

function splitItems(value: string): string[] {
  return value
    .split(",")
    .map(trimAscii)
    .filter((item) => item !== "");
}

type ItemFlaw = { flaw: string; effect: "ignored" | "refused" };

function itemProblem(item: string, { flaw, effect }: ItemFlaw, line: number): PolicyProblem {
  const shown = item.length > 80 ? `${item.slice(0, 80)}...` : item;
  const verdict =
    effect === "ignored" ? "tor ignores this rule" : "tor refuses the whole configuration";
  const text = `line ${line}: ExitPolicy "${shown}": ${flaw} (${verdict})`;
  return { code: `policy-item-${effect}`, effect, text, line };
}

/** Without an own `*:*` tor appends a list: reduced, default, or for a bridge nothing at all. */
function tailRules(
  { bridge, reducedPolicy: reduced }: TorrcSettings,
  version: string | null,
): readonly Rule[] {
  if (bridge) return itemRules("reject *:*", "bridge");
  if (reduced) return itemRules(reducedPolicy(version), "reduced policy");
  return itemRules(DEFAULT_POLICY, "default policy");
}

/** tor's own lists, which never change, are read once. */
const standardRules = new Map<string, readonly Rule[]>();

function itemRules(items: string, origin: string): readonly Rule[] {
  const known = standardRules.get(origin + items);
  if (known !== undefined) return known;
  const rules = readItems(items, origin);
  standardRules.set(origin + items, rules);
  return rules;
}

function readItems(items: string, origin: string): Rule[] {
  return splitItems(items).flatMap((item) => {
    const parsed = parseItem(item, "torrc", origin);
    return "rules" in parsed ? parsed.rules : [];
  });
}

function hints(settings: TorrcSettings): PolicyProblem[] {
  const { exitRelay, ipv6Exit, rejectPrivate, rejectLocalInterfaces, exitPolicy } = settings;
  if (!(exitRelay && ipv6Exit) || rejectPrivate || rejectLocalInterfaces || exitPolicy.length > 0)
    return [];
  const text =
    "tor 0.4.9 aborts on ExitRelay 1 with IPv6Exit 1, ExitPolicyRejectPrivate 0 and no ExitPolicy; add an ExitPolicy line";
  return [{ code: "tor-aborts", effect: "note", text, line: null }];
}

/** The relay's own addresses as the torrc names them. */
function advertised(settings: TorrcSettings): Ip[] {
  const ports = settings.orPorts.flatMap((value) => addressOf(value) ?? []);
  const address = settings.address === null ? null : addressOf(settings.address);
  const ipv4 = address ?? ports.find((ip) => ipFamily(ip) === 4);
  const ipv6 = ports.find((ip) => ipFamily(ip) === 6);
  return [ipv4, ipv6].filter((ip) => ip !== undefined);
}

/** The address of `198.51.100.7`, `198.51.100.7:9001 NoAdvertise` or `[2001:db8::7]:9001`; null when none is named. */
function addressOf(value: string): Ip | null {
  return parseEndpoint(value.split(/[ \t]/, 1)[0] ?? "")?.ip ?? null;
}
