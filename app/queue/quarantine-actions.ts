"use server";
import { z } from "zod";
import { canSettleQuarantine } from "@/lib/accounts/permissions.ts";
import { settleQuarantined } from "@/lib/cases/settle-quarantined.ts";
import { id } from "../form-values.ts";
import { operatorAction } from "../operator-action.ts";

/** Tries a mail in quarantine again, or puts it aside. */
export const settleQuarantinedAction = operatorAction({
  input: z.object({ id, how: z.enum(["again", "put-aside"]) }),
  may: canSettleQuarantine,
  what: "decide about mail in quarantine",
  refused: (error: string) => ({ error }),
  run: async ({ db, viewer }, input) => {
    const settled = await settleQuarantined(db, viewer, input);
    return settled.ok ? { go: "/queue?tab=quarantine" } : settled;
  },
});
