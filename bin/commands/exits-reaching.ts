import { parseArgs } from "node:util";
import type { Target } from "../../lib/exit-policy/decide.ts";
import { exitsReaching } from "../../lib/exit-policy/exits-reaching.ts";
import { parseTarget } from "../../lib/exit-policy/parse-target.ts";
import { joinNetwork, type Network, networkGroups } from "../../lib/relays/join-network.ts";
import { exitsCsv, exitsFirewall, exitsList, type ReachingExit } from "./exits-text.ts";
import { openingProblem, readDocuments } from "./read-documents.ts";

const USAGE = `usage: exitdesk exits-reaching --network FILE|DIR HOST:PORT [--csv|--firewall]
FILE or DIR holds a consensus, with the descriptors or microdescriptors it names if there are any, or an Onionoo
details document. --csv is for a spreadsheet, --firewall a set for nftables.
`;

type Options = { network: string; text: string; target: Target; form: "list" | "csv" | "firewall" };

/** The exits whose policy lets a connection to the target out. Exit status 0 when answered, 1 when not, 2 for wrong usage. */
export function exitsReachingCommand(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options !== "string") return Promise.resolve(answer(options));
  process.stderr.write(`${options === "" ? "" : `${options}\n`}${USAGE}`);
  return Promise.resolve(2);
}

/** The options, or what is wrong with them. */
function readOptions(args: string[]): Options | string {
  try {
    const { values, positionals } = parse(args);
    const [text] = positionals;
    if (values.network === undefined) return "--network FILE is missing";
    if (text === undefined) return "HOST:PORT is missing";
    if (positionals.length > 1) return "give one HOST:PORT";
    if (values.csv && values.firewall) return "choose --csv or --firewall";
    const parsed = parseTarget(text);
    if ("flaw" in parsed) return parsed.flaw;
    const form = values.csv ? "csv" : values.firewall && "firewall";
    return { network: values.network, text, target: parsed.target, form: form || "list" };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function parse(args: string[]) {
  const options = {
    network: { type: "string" },
    csv: { type: "boolean" },
    firewall: { type: "boolean" },
  } as const;
  return parseArgs({ args, allowPositionals: true, options });
}

function answer({ network: file, text, target, form }: Options): number {
  const network = load(file);
  if (typeof network === "string") {
    process.stderr.write(`${file}: ${network}\n`);
    return 1;
  }
  const { groups, unread } = networkGroups(network);
  const exits = exitsReaching(groups, target)
    .flatMap(({ relays, decision: { result, rule } }) =>
      relays.map((relay): ReachingExit => ({ ...relay, result, rule: rule ?? "no rule matches" })),
    )
    .sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
  const about = `${exits.length} ${exits.length === 1 ? "exit" : "exits"} whose policy allows ${text}, ${network.from}`;
  if (form === "csv") process.stdout.write(exitsCsv(exits));
  else if (form === "firewall") process.stdout.write(exitsFirewall(exits, about, target.port));
  else process.stdout.write(exitsList(exits));
  process.stderr.write(`${about}${caveats(network, target, unread.length)}\n`);
  return 0;
}

/** The network, or why there is none. */
function load(file: string): Network | string {
  try {
    const network = joinNetwork(readDocuments(file));
    return "flaw" in network ? network.flaw : network;
  } catch (error) {
    return openingProblem(error);
  }
}

/** What the list cannot say, on the same line. */
function caveats(
  { exact, entries, withoutIpv6, withoutPolicy }: Network,
  target: Target,
  unread: number,
) {
  const asks6 = target.ip?.includes(":") ?? target.family === 6;
  const notes = [
    exact < entries.length &&
      `${entries.length - exact} of ${entries.length} relays by their port summary, which is only probable for one address`,
    asks6 &&
      withoutIpv6 > 0 &&
      `${withoutIpv6} say nothing about IPv6 here: add cached-microdescs of the same time`,
    withoutPolicy > 0 && `${withoutPolicy} relays without a policy here were left out`,
    unread > 0 && `${unread} policies could not be read`,
  ].filter((note) => note !== false);
  return notes.length === 0 ? "" : ` (${notes.join("; ")})`;
}
