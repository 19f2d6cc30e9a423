"use server";
import { z } from "zod";
import { canManageRelays, canSeeDesk } from "@/lib/accounts/permissions.ts";
import { refuse } from "@/lib/accounts/refusal.ts";
import { learnNetwork } from "@/lib/cases/learn-network.ts";
import { simulate } from "@/lib/exit-policy/simulate.ts";
import { parseIp } from "@/lib/net/ip.ts";
import { addressList } from "../form-values.ts";
import { operatorAction } from "../operator-action.ts";
import { targetFields, targetLines } from "./targets.ts";

const MAX_POLICY = 500_000;
const MAX_FILES = 8_000_000;
const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const typed = (form: FormData) => ({
  text: text(form, "text").slice(0, MAX_POLICY),
  addresses: text(form, "addresses"),
  ip: text(form, "ip"),
  port: text(form, "port"),
  protocol: text(form, "protocol"),
  targets: text(form, "targets"),
});

/** Reads a pasted policy and answers; nothing is kept. */
export const tryPolicyAction = operatorAction({
  input: z.object({
    text: z.string().max(MAX_POLICY, `The text is longer than ${MAX_POLICY} characters.`),
    addresses: addressList,
    ...targetFields,
  }),
  may: canSeeDesk,
  what: "try policies",
  refused: (error: string, form) => ({
    ...typed(form),
    error,
    simulation: null as Simulated | null,
  }),
  run: async (_context, input) => {
    const wrong = input.addresses.find((address) => parseIp(address) === null);
    if (wrong !== undefined)
      return refuse(
        "bad-address",
        `"${wrong.slice(0, 60)}" is no address such as 192.0.2.7 or 2001:db8::7.`,
      );
    const own = input.addresses.flatMap((address) => parseIp(address) ?? []);
    const { ip, port, protocol, targets } = input;
    const simulation = simulate(input.text.split("\n"), targetLines(input), own);
    const answer = {
      text: input.text,
      addresses: input.addresses.join(" "),
      ip,
      port,
      protocol,
      targets,
    };
    return { show: { ...answer, error: "", simulation } };
  },
});
type Simulated = ReturnType<typeof simulate>;

const file = z.instanceof(File);

/** The network's documents, from which the lists of exits are made. */
export const addNetworkAction = operatorAction({
  input: z.object({ file: z.union([file, z.array(file).max(20)]).optional() }),
  may: canManageRelays,
  what: "add the network's documents",
  refused: (error) => ({ error }),
  run: async ({ db, viewer, now }, input) => {
    const given = [input.file ?? []].flat().filter(({ size }) => size > 0);
    if (given.length === 0) return refuse("no-file", "Choose the files first.");
    if (given.reduce((sum, { size }) => sum + size, 0) > MAX_FILES)
      return refuse(
        "too-long",
        "The files are larger than 8 MB: run exitdesk relays import with them on the machine of the desk instead.",
      );
    const files = await Promise.all(given.map(contents));
    const learnt = await learnNetwork(db, viewer, { files, now });
    if (!learnt.ok) return learnt;
    return { go: `/policy/exits?added=${learnt.relays}` };
  },
});

/** A browser does not say when the file was written. */
async function contents(given: File) {
  return {
    name: given.name.slice(0, 100),
    bytes: new Uint8Array(await given.arrayBuffer()),
    modifiedAt: null,
  };
}
