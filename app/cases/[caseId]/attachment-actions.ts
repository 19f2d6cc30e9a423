"use server";
import { z } from "zod";
import { canWork } from "@/lib/accounts/permissions.ts";
import type { Refusal } from "@/lib/accounts/refusal.ts";
import { attachEvidence } from "@/lib/cases/attach-evidence.ts";
import { attachExits } from "@/lib/cases/attach-exits.ts";
import { detachFile } from "@/lib/cases/detach-file.ts";
import { EXIT_LIST_FORMS } from "@/lib/relays/exit-list-forms.ts";
import { packPages } from "../../desk.ts";
import { id } from "../../form-values.ts";
import { type ActionContext, operatorAction } from "../../operator-action.ts";

const to = { caseId: id, draftId: id };

/** The exits that reach a target go with the letter. */
export const attachExitsAction = attaching(
  z.object({
    ...to,
    target: z.string().trim().min(1, "Say which target, such as 203.0.113.5:22.").max(300),
    form: z.enum(EXIT_LIST_FORMS),
  }),
  async ({ db, viewer, now }, { caseId, draftId, target, form }) =>
    await attachExits(db, viewer, { caseId, draftId, now }, { target, form }),
);

/** The evidence of the case as it is now goes with the letter. */
export const attachEvidenceAction = attaching(
  z.object(to),
  async ({ db, viewer, now }, { caseId, draftId }) =>
    await attachEvidence(db, viewer, { caseId, draftId, now }, await packPages()),
);

/** A file does not go with the letter after all. */
export const detachAction = attaching(
  z.object({ ...to, attachmentId: id }),
  async ({ db, viewer, now }, input) => await detachFile(db, viewer, { ...input, now }),
);

/** Leads back to the case, where what goes with the letter is listed. */
function attaching<S extends z.ZodType<{ caseId: string }>>(
  input: S,
  act: (context: ActionContext, input: z.infer<S>) => Promise<{ ok: true } | Refusal>,
) {
  return operatorAction({
    input,
    may: canWork,
    what: "attach files to letters",
    refused: (error) => ({ error }),
    run: async (context, parsed) => {
      const answer = await act(context, parsed);
      return answer.ok ? { go: `/cases/${parsed.caseId}` } : answer;
    },
  });
}
