"use server";
import { z } from "zod";
import type { ChannelAnswer } from "@/components/alerts/channel-form.tsx";
import { canManageSettings } from "@/lib/accounts/permissions.ts";
import { channelSchema } from "@/lib/alerts/channel-form.ts";
import { removeChannel, saveChannel, testChannel } from "@/lib/alerts/save-channel.ts";
import { id } from "../../form-values.ts";
import { operatorAction } from "../../operator-action.ts";

const WHAT = "change where alerts go";
const one = z.object({ channelId: id });
const ticked = z
  .string()
  .optional()
  .transform((value) => value === "yes");

/** Everything typed comes back on a refusal, but never a secret. */
const typed = (error: string, form: FormData): ChannelAnswer => ({
  error,
  values: Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") && name !== "secret"
        ? [[name, value]]
        : [],
    ),
  ),
});

export const saveChannelAction = operatorAction({
  input: channelSchema.extend({
    channelId: z.union([id, z.literal("")]),
    onIntake: ticked,
    onDue: ticked,
    enabled: ticked,
  }),
  may: canManageSettings,
  what: WHAT,
  refused: typed,
  run: async ({ db, viewer, now, secretKey }, { channelId, ...form }) => {
    const input = { channelId: channelId === "" ? null : channelId, form, now };
    const saved = await saveChannel(db, viewer, input, secretKey);
    return saved.ok ? { go: "/settings/alerts?saved=channel" } : saved;
  },
});

export const testChannelAction = operatorAction({
  input: one,
  may: canManageSettings,
  what: WHAT,
  refused: (error) => ({ error }),
  run: async ({ db, viewer, now, secretKey }, { channelId }) => {
    const tested = await testChannel(db, viewer, { channelId, now }, secretKey);
    return tested.ok ? { go: "/settings/alerts?saved=tested" } : tested;
  },
});

export const removeChannelAction = operatorAction({
  input: one,
  may: canManageSettings,
  what: WHAT,
  refused: (error) => ({ error }),
  run: async ({ db, viewer }, input) => {
    const removed = await removeChannel(db, viewer, input);
    return removed.ok ? { go: "/settings/alerts" } : removed;
  },
});
