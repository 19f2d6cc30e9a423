"use server";
import { z } from "zod";
import { refuse } from "@/lib/accounts/refusal.ts";
import { correctFact, type FactInput } from "@/lib/cases/correct-fact.ts";
import { settleNewerDraft } from "@/lib/cases/settle-newer-draft.ts";
import { undoCorrection } from "@/lib/cases/undo-correction.ts";
import { FACT_FIELDS, type FactField } from "@/lib/complaints/fact-change.ts";
import { caseDeps } from "../../desk.ts";
import { id, wholeNumber } from "../../form-values.ts";
import { plainAction } from "./case-action.ts";

/** The operator says what the mail means; verdict and letters follow at once. `kind` is what the pressed button says it is. */
export const correctFactAction = plainAction(
  z.object({
    caseId: id,
    caseVersion: wholeNumber,
    complaintId: id,
    mail: id.optional(),
    field: z.enum(FACT_FIELDS),
    from: z.string().max(1000),
    kind: z.enum([...FACT_FIELDS, "none"]),
    to: z.string().max(1000),
  }),
  "correct facts",
  async (context, { kind, mail: _shown, ...input }) => {
    if (kind !== "none" && input.to.trim() === "") return refuse("empty-fact", "Write what it is.");
    return await correctFact(
      context.db,
      context.viewer,
      { ...input, ...saidOf(kind, input) },
      await caseDeps(context),
    );
  },
);

/** "None" takes a fact away; a kind on a fact nobody had read adds one of that kind; else it is the kind it really is. */
function saidOf(
  kind: FactField | "none",
  { field, from, to }: { field: FactField; from: string; to: string },
): Pick<FactInput, "field" | "from" | "to" | "as"> {
  if (kind === "none") return { field, from, to: null };
  if (from === "") return { field: kind, from: null, to };
  return { field, from, to, as: kind };
}

/** Takes one correction back. */
export const undoCorrectionAction = plainAction(
  z.object({
    caseId: id,
    caseVersion: wholeNumber,
    complaintId: id,
    mail: id.optional(),
    correctionId: id,
  }),
  "take back corrections",
  async (context, input) =>
    await undoCorrection(context.db, context.viewer, input, await caseDeps(context)),
);

/** Which stands: the letter edited by hand, or the desk's newer draft. */
export const settleDraftAction = plainAction(
  z.object({
    caseId: id,
    draftId: id,
    draftVersion: wholeNumber,
    choice: z.enum(["take", "keep"]),
  }),
  "change letters",
  async (context, input) =>
    await settleNewerDraft(context.db, context.viewer, { ...input, now: context.now }),
);
