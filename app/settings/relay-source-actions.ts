"use server";
import { z } from "zod";
import { canManageRelays } from "@/lib/accounts/permissions.ts";
import { answerFamily } from "@/lib/cases/adopt-family.ts";
import { relaySourceSchema } from "@/lib/cases/relay-source-form.ts";
import {
  readRelaySourceNow,
  removeRelaySource,
  saveRelaySource,
} from "@/lib/cases/save-relay-source.ts";
import { id } from "../form-values.ts";
import { operatorAction } from "../operator-action.ts";

const WHAT = "change where relays are read from";
const one = z.object({ sourceId: id });

/** Everything typed comes back on a refusal, but never a password. */
const typed = (error: string, form: FormData) => ({
  error,
  values: Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") && name !== "password"
        ? [[name, value]]
        : [],
    ),
  ) as Record<string, string>,
});

export const saveSourceAction = operatorAction({
  input: relaySourceSchema.extend({
    sourceId: z.union([id, z.literal("")]),
    enabled: z
      .string()
      .optional()
      .transform((value) => value === "yes"),
  }),
  may: canManageRelays,
  what: WHAT,
  refused: typed,
  run: async ({ db, viewer, now, secretKey }, { sourceId, ...form }) => {
    const input = { sourceId: sourceId === "" ? null : sourceId, form, now };
    const saved = await saveRelaySource(db, viewer, input, secretKey);
    return saved.ok ? { go: "/settings?saved=source#sources" } : saved;
  },
});

export const readSourceAction = operatorAction({
  input: one,
  may: canManageRelays,
  what: WHAT,
  refused: (error) => ({ error }),
  run: async ({ db, viewer, now }, { sourceId }) => {
    const wished = await readRelaySourceNow(db, viewer, { sourceId, now });
    return wished.ok ? { go: "/settings?saved=reading#sources" } : wished;
  },
});

export const removeSourceAction = operatorAction({
  input: one,
  may: canManageRelays,
  what: WHAT,
  refused: (error) => ({ error }),
  run: async ({ db, viewer }, input) => {
    const removed = await removeRelaySource(db, viewer, input);
    return removed.ok ? { go: "/settings?saved=source#sources" } : removed;
  },
});

const print = z.string().regex(/^[0-9A-F]{40}$/);

export const answerFamilyAction = operatorAction({
  input: z.object({
    answer: z.enum(["adopt-all", "adopted", "declined"]),
    fingerprints: z
      .union([print.transform((value) => [value]), z.array(print).max(10_000)])
      .default([]),
  }),
  may: canManageRelays,
  what: "add relays",
  refused: (error) => ({ error }),
  run: async ({ db, viewer, now }, { answer, fingerprints }) => {
    const all = answer === "adopt-all";
    const said = all ? ("adopted" as const) : answer;
    const done = await answerFamily(db, viewer, {
      fingerprints: all ? "all" : fingerprints,
      answer: said,
      now,
    });
    return done.ok ? { go: "/settings?saved=family#sources" } : done;
  },
});
