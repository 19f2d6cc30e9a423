import { type Refusal, refuse } from "../accounts/refusal.ts";
import type { Db } from "../db/client.ts";
import type { Target } from "../exit-policy/decide.ts";
import { parseTarget } from "../exit-policy/parse-target.ts";
import { EXIT_LISTS, type ExitListForm } from "../relays/exit-list-forms.ts";
import { type KeptNetwork, readNetwork } from "../relays/network-store.ts";
import { type ReachingExit, reachingExits, targetText } from "../relays/reaching-exits.ts";

export type ExitsAnswer = {
  ok: true;
  target: Target;
  network: KeptNetwork;
  exits: ReachingExit[];
  /** "12 exits whose policy allows 198.51.100.1:22, consensus of ..." */
  about: string;
  caveats: string[];
};
export type ExitListFile = ExitsAnswer & { name: string; mediaType: string; text: string };

/** The exits of the kept network that reach `HOST:PORT`. The network is public: whoever is signed in may ask. */
export async function exitsReachingTarget(db: Db, text: string): Promise<ExitsAnswer | Refusal> {
  const parsed = parseTarget(text);
  if ("flaw" in parsed) return refuse("bad-target", `${parsed.flaw}.`);
  const network = await readNetwork(db);
  if (network === null)
    return refuse(
      "no-network",
      "The desk has no consensus yet. Add one under Policy, Exits that reach a target.",
    );
  return {
    ok: true,
    target: parsed.target,
    network,
    ...reachingExits(network, network.groups, parsed.target),
  };
}

/** The same as a file in one of the forms a list can be handed out as. */
export async function exitList(
  db: Db,
  { target, form }: { target: string; form: ExitListForm },
): Promise<ExitListFile | Refusal> {
  const answer = await exitsReachingTarget(db, target);
  if (!answer.ok) return answer;
  const { exits, about } = answer;
  const { write, extension, mediaType } = EXIT_LISTS[form];
  const where = targetText(answer.target)
    .replaceAll("*", "any")
    .replace(/[^A-Za-z0-9.]+/g, "-");
  const name = `tor-exits-${where.replace(/^-|-$/g, "")}.${extension}`;
  const text = write({ exits, about, port: answer.target.port });
  return { ...answer, name, mediaType, text };
}
