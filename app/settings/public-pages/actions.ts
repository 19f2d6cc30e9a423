"use server";
import { z } from "zod";
import { canManagePublicPages } from "@/lib/accounts/permissions.ts";
import { saveNotice, saveNoticeSettings } from "@/lib/exit-notice/save-notice.ts";
import { id } from "../../form-values.ts";
import { operatorAction } from "../../operator-action.ts";

const guard = { may: canManagePublicPages, what: "publish pages" };
const refused = (error: string) => ({ error });
const tick = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");

export const saveNoticeAction = operatorAction({
  ...guard,
  input: z.object({
    relayId: id,
    name: z.string().max(100).default(""),
    isOn: tick,
    takesForm: tick,
    isInList: tick,
  }),
  refused,
  run: async ({ db, viewer, now }, given) => {
    const saved = await saveNotice(db, viewer, { ...given, now });
    return saved.ok ? { go: "/settings/public-pages?saved=yes" } : saved;
  },
});

export const saveNoticeSettingsAction = operatorAction({
  ...guard,
  input: z.object({
    contact: z.string().max(500).default(""),
    deskUrl: z.string().max(500).default(""),
  }),
  refused,
  run: async ({ db, viewer }, given) => {
    const saved = await saveNoticeSettings(db, viewer, given);
    return saved.ok ? { go: "/settings/public-pages?saved=yes" } : saved;
  },
});
