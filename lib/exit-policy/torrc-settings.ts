import type { PolicyProblem } from "./policy.ts";
import { type TorrcEntry, torrcEntries } from "./torrc-entries.ts";

/** The options of a torrc that shape its exit policy (tor(1), "SERVER OPTIONS"). */
export type TorrcSettings = {
  /** null: auto, the default. */
  exitRelay: boolean | null;
  ipv6Exit: boolean;
  rejectPrivate: boolean;
  rejectLocalInterfaces: boolean;
  reducedPolicy: boolean;
  bridge: boolean;
  exitPolicy: TorrcEntry[];
  /** Values of OutboundBindAddress* and of the port options, in the order tor rejects them. */
  bindAddresses: string[];
  address: string | null;
  orPorts: string[];
};

type Switch = { kind: "bool" | "autobool"; fallback: boolean | null };
const BOOL_OFF: Switch = { kind: "bool", fallback: false };
const SWITCHES: Readonly<Record<string, Switch>> = {
  ExitRelay: { kind: "autobool", fallback: null },
  IPv6Exit: BOOL_OFF,
  ExitPolicyRejectPrivate: { kind: "bool", fallback: true },
  ExitPolicyRejectLocalInterfaces: BOOL_OFF,
  ReducedExitPolicy: BOOL_OFF,
  BridgeRelay: BOOL_OFF,
  TestingTorNetwork: BOOL_OFF,
};
/** In the order in which tor rejects them: outbound addresses, client ports, metrics, then relay ports. */
const BIND_OPTIONS = [
  "OutboundBindAddressOR",
  "OutboundBindAddressExit",
  "OutboundBindAddressPT",
  "OutboundBindAddress",
  "SocksPort",
  "DNSPort",
  "TransPort",
  "NATDPort",
  "HTTPTunnelPort",
  "ControlPort",
  "MetricsPort",
  "ExtORPort",
  "ORPort",
  "DirPort",
];
/** Other options whose names begin alike: an abbreviation must not be taken for one of ours (tor takes the first). */
const NEIGHBOURS = [
  "ExitNodes",
  "ExitPortStatistics",
  "ReducedCircuitPadding",
  "ReducedConnectionPadding",
];
const OPTIONS = [
  "Address",
  "BridgeRelay",
  "ExitNodes",
  "ExitPolicy",
  "ExitPolicyRejectLocalInterfaces",
  "ExitPolicyRejectPrivate",
  "ExitPortStatistics",
  "ExitRelay",
  "IPv6Exit",
  "ReducedExitPolicy",
  "TestingTorNetwork",
  ...BIND_OPTIONS,
];

/** Reads the settings, later lines winning as in tor; every other option is left alone. */
export function torrcSettings(text: string): {
  settings: TorrcSettings;
  problems: PolicyProblem[];
} {
  const { entries, broken } = torrcEntries(text);
  const problems: PolicyProblem[] = [];
  if (broken !== null) problems.push(refusal("torrc-line", broken.text, broken.line));
  const known = entries.flatMap((entry) => {
    const name = optionName(entry.key);
    if (name === "unknown") problems.push(unknownOption(entry));
    return name === null || name === "unknown" ? [] : [{ ...entry, key: name }];
  });
  const switches = readSwitches(known, problems);
  const exitPolicy = readList(known, "ExitPolicy", problems);
  return {
    settings: {
      exitRelay: switches["ExitRelay"] ?? null,
      ipv6Exit: switches["IPv6Exit"] === true,
      rejectPrivate: rejectsPrivate(known, switches),
      rejectLocalInterfaces: switches["ExitPolicyRejectLocalInterfaces"] === true,
      reducedPolicy: switches["ReducedExitPolicy"] === true,
      bridge: switches["BridgeRelay"] === true,
      exitPolicy,
      bindAddresses: BIND_OPTIONS.flatMap((name) => valuesOf(known, name)),
      address: valuesOf(known, "Address")[0] ?? null,
      orPorts: valuesOf(known, "ORPort"),
    },
    problems,
  };
}

/** TestingTorNetwork silently switches ExitPolicyRejectPrivate off unless it is set itself. */
function rejectsPrivate(entries: readonly TorrcEntry[], switches: Switches): boolean {
  const own = entries.some(
    (entry) => entry.key === "ExitPolicyRejectPrivate" && entry.value !== "",
  );
  if (!own && switches["TestingTorNetwork"] === true) return false;
  return switches["ExitPolicyRejectPrivate"] !== false;
}

type Switches = Readonly<Record<string, boolean | null>>;

function readSwitches(entries: readonly TorrcEntry[], problems: PolicyProblem[]): Switches {
  const values: Record<string, boolean | null> = {};
  for (const entry of entries) {
    const option = SWITCHES[entry.key];
    if (option === undefined) continue;
    const value = switchValue(entry.value, option);
    if (value === undefined) problems.push(badSwitch(entry, option));
    else values[entry.key] = value;
  }
  return values;
}

/** No value puts the option back to its default; undefined for a value tor does not take. */
function switchValue(value: string, { kind, fallback }: Switch): boolean | null | undefined {
  if (value === "") return fallback;
  if (value === "0" || value === "1") return value === "1";
  return kind === "autobool" && /^auto$/i.test(value) ? null : undefined;
}

function badSwitch({ key, value, line }: TorrcEntry, { kind }: Switch): PolicyProblem {
  const allowed = kind === "autobool" ? "0, 1 or auto" : "0 or 1";
  return refusal("torrc-value", `${key} is "${cut(value)}"; tor takes only ${allowed}`, line);
}

function readList(
  entries: readonly TorrcEntry[],
  name: string,
  problems: PolicyProblem[],
): TorrcEntry[] {
  let list: TorrcEntry[] = [];
  for (const entry of entries.filter(({ key }) => key === name)) {
    if (entry.command === "clear") list = [];
    else if (entry.value !== "") list.push(entry);
    else {
      const text = `${name} has no value, tor skips the line; give it a rule such as "reject *:25"`;
      problems.push({ code: "torrc-empty", effect: "ignored", text, line: entry.line });
    }
  }
  return list;
}

function valuesOf(entries: readonly TorrcEntry[], name: string): string[] {
  return entries.filter(({ key, value }) => key === name && value !== "").map(({ value }) => value);
}

/**
 * The option's proper name: exact but for case, else the first option the text abbreviates, as tor does. "unknown" for a
 * name tor has no option for among those that begin with Exit, IPv6Exit or ReducedExit; null for options of no concern.
 */
function optionName(key: string): string | null {
  // All options are made of these; a byte order mark or a typing slip makes an option tor does not know.
  if (!/^[a-z0-9_]+$/i.test(key)) return key === "%include" ? null : "unknown";
  const low = key.toLowerCase();
  if (/^(?:accept|reject)6?$/.test(low)) return "unknown";
  const exact = OPTIONS.find((name) => name.toLowerCase() === low);
  if (exact !== undefined) return exact;
  if (low.length < 4) return null;
  const abbreviated = [...NEIGHBOURS, ...OPTIONS]
    .sort()
    .find((name) => name.toLowerCase().startsWith(low));
  if (abbreviated !== undefined) return NEIGHBOURS.includes(abbreviated) ? null : abbreviated;
  return /^(?:exit|ipv6exit|reducedexit)/.test(low) ? "unknown" : null;
}

function unknownOption({ key, line }: TorrcEntry): PolicyProblem {
  if (/^(?:accept|reject)6?$/i.test(key)) {
    return refusal("torrc-option", `"${key}" stands alone; write ExitPolicy before it`, line);
  }
  return refusal("torrc-option", `tor has no option "${cut(key)}"; correct the name`, line);
}

function refusal(code: string, text: string, line: number): PolicyProblem {
  return {
    code,
    effect: "refused",
    text: `line ${line}: ${text} (tor refuses the whole configuration)`,
    line,
  };
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
