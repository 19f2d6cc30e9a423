"use server";
import { z } from "zod";
import { canWork } from "@/lib/accounts/permissions.ts";
import { undoBulk } from "@/lib/cases/undo-bulk.ts";
import { id } from "../../../form-values.ts";
import { operatorAction } from "../../../operator-action.ts";

/** Takes back what one form did to many cases, as far as it can still be taken back. */
export const undoManyAction = operatorAction({
  input: z.object({ bulkId: id }),
  may: canWork,
  what: "take back letters",
  refused: (error: string) => ({ error }),
  run: async ({ db, viewer, now }, { bulkId }) => {
    const undone = await undoBulk(db, viewer, { bulkId, now });
    return undone.ok ? { go: `/queue/together/${bulkId}` } : undone;
  },
});
