"use server";
import { z } from "zod";
import { canManageRelays } from "@/lib/accounts/permissions.ts";
import { refuse } from "@/lib/accounts/refusal.ts";
import { addRelayFromText } from "@/lib/cases/add-relay.ts";
import { addressList } from "../form-values.ts";
import { operatorAction } from "../operator-action.ts";

const MAX_FILE = 4_000_000;

/** A relay from a pasted torrc or descriptor, or from its file. */
export const addRelayAction = operatorAction({
  input: z.object({
    text: z.string().max(MAX_FILE),
    file: z.instanceof(File).optional(),
    addresses: addressList,
    fingerprint: z.string().max(100),
    since: z.string().max(30),
  }),
  may: canManageRelays,
  what: "add relays",
  refused: (error, form) => ({
    error,
    text: String(form.get("text") ?? ""),
    addresses: String(form.get("addresses") ?? ""),
    fingerprint: String(form.get("fingerprint") ?? ""),
    since: String(form.get("since") ?? ""),
  }),
  run: async ({ db, viewer, now }, input) => {
    const from = sinceUtc(input.since, now);
    if (from === null)
      return refuse(
        "bad-date",
        `"${input.since}" is not a date such as 2026-09-15 or 2026-09-15 04:00.`,
      );
    if (input.file && input.file.size > MAX_FILE)
      return refuse("too-long", "The file is larger than 4 MB.");
    const text = input.file && input.file.size > 0 ? await input.file.text() : input.text;
    const added = await addRelayFromText(db, viewer, { ...input, text, from, now });
    if (!added.ok) return added;
    const notes = added.notes
      .slice(0, 5)
      .map((note) => `&note=${encodeURIComponent(note.slice(0, 300))}`);
    return { go: `/relays?added=${encodeURIComponent(added.relays.join(", "))}${notes.join("")}` };
  },
});

/** `2026-09-15`, `2026-09-15 04:00` or `2026-09-15T04:00` in UTC; empty is now. */
function sinceUtc(text: string, now: number): number | null {
  if (text.trim() === "") return now;
  const [, day, time = "00:00"] =
    /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?(?: ?UTC|Z)?$/i.exec(text.trim()) ?? [];
  const at = day ? Date.parse(`${day}T${time}:00Z`) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}
