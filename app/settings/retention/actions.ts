"use server";
import { z } from "zod";
import type { RetentionAnswer } from "@/components/privacy/retention-form.tsx";
import { canManagePrivacy } from "@/lib/accounts/permissions.ts";
import { previewPurge } from "@/lib/privacy/preview-purge.ts";
import { RETENTION_CLASSES, type Retention } from "@/lib/privacy/retention.ts";
import { refusalOf, saveRetention } from "@/lib/privacy/save-retention.ts";
import { operatorAction } from "../../operator-action.ts";

const NAMES = [
  ...RETENTION_CLASSES.flatMap((one) => [`${one}.mail`, `${one}.record`]),
  "quarantine",
];
/** What is no whole number becomes one that is refused. */
const days = z
  .string()
  .max(20)
  .catch("")
  .transform((text) => (text.trim() === "" ? null : Number(text)));

export const saveRetentionAction = operatorAction({
  input: z.object({
    ...Object.fromEntries(NAMES.map((name) => [name, days])),
    intent: z.enum(["preview", "save", "stop"]),
  }),
  may: canManagePrivacy,
  what: "decide how long things are kept",
  refused: (error, form): RetentionAnswer => ({ error, preview: null, values: typed(form) }),
  run: async ({ db, viewer, now }, given) => {
    const { intent, ...fields } = given;
    const retention = retentionOf(fields);
    if (intent === "preview") {
      const refusal = refusalOf(retention);
      if (refusal) return refusal;
      const preview = await previewPurge(db, retention, now);
      return { show: { error: null, preview, values: shownDays(fields) } };
    }
    const saved = await saveRetention(db, viewer, {
      retention: intent === "stop" ? null : retention,
      now,
    });
    return saved.ok ? { go: "/settings/retention?saved=yes" } : saved;
  },
});

function retentionOf(fields: Record<string, number | null>): Retention {
  const classes = Object.fromEntries(
    RETENTION_CLASSES.map((one) => [
      one,
      { mail: fields[`${one}.mail`] ?? null, record: fields[`${one}.record`] ?? null },
    ]),
  ) as Retention["classes"];
  return { classes, quarantine: fields["quarantine"] ?? null };
}

function shownDays(fields: Record<string, number | null>): Record<string, string> {
  return Object.fromEntries(NAMES.map((name) => [name, String(fields[name] ?? "")]));
}

function typed(form: FormData): Record<string, string> {
  return Object.fromEntries(NAMES.map((name) => [name, String(form.get(name) ?? "")]));
}
