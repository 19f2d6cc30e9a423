import { parseArgs } from "node:util";
import type { Target } from "../../lib/exit-policy/decide.ts";
import { parseTarget } from "../../lib/exit-policy/parse-target.ts";
import {
  EXIT_LIST_FORMS,
  EXIT_LISTS,
  type ExitListForm,
} from "../../lib/relays/exit-list-forms.ts";
import { joinNetwork, type Network, networkGroups } from "../../lib/relays/join-network.ts";
import { reachingExits } from "../../lib/relays/reaching-exits.ts";
import { openingProblem, readDocuments } from "./read-documents.ts";

const USAGE = `usage: exitdesk exits-reaching --network FILE|DIR HOST:PORT [--csv|--firewall|--as FORM]
FILE or DIR holds a consensus, with the descriptors or microdescriptors it names if there are any, or an Onionoo
details document. FORM is ${EXIT_LIST_FORMS.join(", ")}; --firewall is the sets for nftables.
`;

type Options = { network: string; target: Target; form: ExitListForm };

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
    const parsed = parseTarget(text);
    if ("flaw" in parsed) return parsed.flaw;
    const form = formOf(values);
    if (form === null)
      return `choose one of --csv, --firewall and --as ${EXIT_LIST_FORMS.join("|")}`;
    return { network: values.network, target: parsed.target, form };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function parse(args: string[]) {
  const options = {
    network: { type: "string" },
    csv: { type: "boolean" },
    firewall: { type: "boolean" },
    as: { type: "string" },
  } as const;
  return parseArgs({ args, allowPositionals: true, options });
}

/** The form that was asked for; null when it is none, or there are several. */
function formOf({ csv, firewall, as }: ReturnType<typeof parse>["values"]): ExitListForm | null {
  const asked = [csv && "csv", firewall && "nftables", as].filter(
    (form) => typeof form === "string",
  );
  if (asked.length === 0) return "list";
  return (asked.length === 1 && EXIT_LIST_FORMS.find((form) => form === asked[0])) || null;
}

function answer({ network: file, target, form }: Options): number {
  const network = load(file);
  if (typeof network === "string") {
    process.stderr.write(`${file}: ${network}\n`);
    return 1;
  }
  const { groups, unread } = networkGroups(network);
  const known = { ...network, relays: network.entries.length };
  const { exits, about, caveats } = reachingExits(known, groups, target);
  process.stdout.write(EXIT_LISTS[form].write({ exits, about, port: target.port }));
  const notes = [
    ...caveats,
    ...(unread.length > 0 ? [`${unread.length} policies could not be read`] : []),
  ];
  process.stderr.write(`${about}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}\n`);
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
