"use server";
import { z } from "zod";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { changeSavedView } from "@/lib/cases/change-view.ts";
import { filterFields, readFilter } from "@/lib/cases/queue-filter.ts";
import { saveView } from "@/lib/cases/save-view.ts";
import { id } from "../form-values.ts";
import { operatorAction } from "../operator-action.ts";

const onlyError = (error: string) => ({ error });
const ticked = z
  .literal("on")
  .optional()
  .transform((said) => said === "on");

/** The filter that is shown becomes a tab. Whoever may enter may have tabs of their own. */
export const saveViewAction = operatorAction({
  input: z.object({ ...filterFields, name: z.string().max(500), shared: ticked }),
  may: canEnter,
  what: "keep views",
  refused: onlyError,
  run: async ({ db, viewer, now }, { name, shared, ...filter }) => {
    const saved = await saveView(db, viewer, { name, shared, filter: readFilter(filter), now });
    return saved.ok ? { go: `/queue?view=${saved.viewId}` } : saved;
  },
});

const change = z.discriminatedUnion("change", [
  z.object({ change: z.literal("rename"), viewId: id, name: z.string().max(500) }),
  z.object({
    change: z.enum(["remove", "restore", "share", "unshare", "default", "no-default"]),
    viewId: id,
  }),
]);

/** One change of one view; what was removed is named on the page that follows, to be brought back. */
export const changeViewAction = operatorAction({
  input: change,
  may: canEnter,
  what: "change views",
  refused: onlyError,
  run: async ({ db, viewer, now }, input) => {
    const answer = await changeSavedView(db, viewer, { ...input, now });
    if (!answer.ok) return answer;
    const removed = input.change === "remove" ? `?removed=${input.viewId}` : "";
    return { go: `/queue/views${removed}` };
  },
});
