"use server";
import { z } from "zod";
import { planFollowUp, undoFollowUp } from "@/lib/cases/plan-follow-up.ts";
import { id, wholeNumber } from "../../form-values.ts";
import { plainAction } from "./case-action.ts";

/** Out of the queue for some days. */
export const laterAction = plainAction(
  z.object({ caseId: id, days: wholeNumber, reason: z.string().max(300).default("") }),
  "plan follow-ups",
  async ({ db, viewer, now }, input) => await planFollowUp(db, viewer, { ...input, now }),
);

export const notLaterAction = plainAction(
  z.object({ caseId: id }),
  "plan follow-ups",
  async ({ db, viewer, now }, input) => await undoFollowUp(db, viewer, { ...input, now }),
);
