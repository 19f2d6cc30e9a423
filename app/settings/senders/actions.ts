"use server";
import { z } from "zod";
import type { SenderTrustAnswer } from "@/components/senders/sender-trust-form.tsx";
import { canManageSettings } from "@/lib/accounts/permissions.ts";
import { saveSenderTrust } from "@/lib/senders/save-sender-trust.ts";
import { addressList } from "../../form-values.ts";
import { operatorAction } from "../../operator-action.ts";

const ticked = z
  .literal("yes")
  .optional()
  .transform((value) => value === "yes");
const list = addressList.default([]);

export const saveSenderTrustAction = operatorAction({
  input: z.object({
    names: list,
    hosts: list,
    servers: list,
    beneath: ticked,
    webhook: ticked,
    isDnsOn: ticked,
  }),
  may: canManageSettings,
  what: "change how senders are checked",
  refused: (error, form): SenderTrustAnswer => {
    const text = (name: string) => String(form.get(name) ?? "");
    const isTicked = (name: string) => form.get(name) === "yes";
    const [names, hosts, servers] = [text("names"), text("hosts"), text("servers")];
    const boxes = { beneath: isTicked("beneath"), webhook: isTicked("webhook") };
    return { error, values: { names, hosts, servers, ...boxes, isDnsOn: isTicked("isDnsOn") } };
  },
  run: async ({ db, viewer }, given) => {
    const saved = await saveSenderTrust(db, viewer, given);
    return saved.ok ? { go: "/settings/senders?saved=yes" } : saved;
  },
});
