"use server";
import { z } from "zod";
import { canManageRelays } from "@/lib/accounts/permissions.ts";
import { refuse } from "@/lib/accounts/refusal.ts";
import { addRelayFromText } from "@/lib/cases/add-relay.ts";
import { addRelayFiles } from "@/lib/cases/add-relay-files.ts";
import { keepRelayImport } from "@/lib/cases/relay-import-store.ts";
import { addressList } from "../form-values.ts";
import { operatorAction } from "../operator-action.ts";

const MAX_FILES = 8_000_000;
const file = z.instanceof(File);

/** More about relays, from a pasted text or from files. */
export const addRelayAction = operatorAction({
  input: z.object({
    text: z.string().max(MAX_FILES),
    file: z.union([file, z.array(file).max(100)]).optional(),
    addresses: addressList,
    fingerprint: z.string().max(100),
    since: z.string().max(30),
    zone: z.string().max(60).default(""),
    mine: z.string().optional(),
  }),
  may: canManageRelays,
  what: "add relays",
  refused: (error, form) => ({
    error,
    text: String(form.get("text") ?? ""),
    addresses: String(form.get("addresses") ?? ""),
    fingerprint: String(form.get("fingerprint") ?? ""),
    since: String(form.get("since") ?? ""),
    zone: String(form.get("zone") ?? ""),
    mine: form.has("mine"),
  }),
  run: async ({ db, viewer, now }, input) => {
    const from = sinceUtc(input.since, now);
    if (from === null)
      return refuse(
        "bad-date",
        `"${input.since}" is not a date such as 2026-09-15 or 2026-09-15 04:00.`,
      );
    const given = [input.file ?? []].flat().filter(({ size }) => size > 0);
    if (given.reduce((sum, { size }) => sum + size, 0) > MAX_FILES) {
      const text = "The files are larger than 8 MB: run exitdesk relays import with them instead.";
      return refuse("too-long", text);
    }
    const files = await Promise.all(given.map(contents));
    const known = { ...input, allOurs: input.mine !== undefined, from, now };
    const added =
      files.length > 0
        ? await addRelayFiles(db, viewer, { ...known, files })
        : await addRelayFromText(db, viewer, known);
    if (!added.ok) return added;
    const told = await keepRelayImport(db, viewer, { ...added, at: now });
    return { go: `/relays/told/${told}` };
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

/** `2026-09-15`, `2026-09-15 04:00` or `2026-09-15T04:00` in UTC; empty is now. */
function sinceUtc(text: string, now: number): number | null {
  if (text.trim() === "") return now;
  const [, day, time = "00:00"] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?(?: ?UTC|Z)?$/i.exec(text.trim()) ?? [];
  const at = day ? Date.parse(`${day}T${time}:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
