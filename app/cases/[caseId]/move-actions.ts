"use server";
import { z } from "zod";
import { mergeCases } from "@/lib/cases/merge-cases.ts";
import { notTheSame } from "@/lib/cases/not-the-same.ts";
import { splitMail } from "@/lib/cases/split-mail.ts";
import { undoMove } from "@/lib/cases/undo-move.ts";
import { id, wholeNumber } from "../../form-values.ts";
import { movingAction, plainAction } from "./case-action.ts";

/** This case, or one mail of it (`complaintId`), belongs to another case. */
export const joinAction = movingAction(
  z.object({
    caseId: id,
    caseVersion: wholeNumber,
    into: z.string().trim().min(1).max(40),
    complaintId: id.optional(),
  }),
  "join cases",
  async (context, input, deps) => await mergeCases(context.db, context.viewer, input, deps),
);

/** One mail becomes a case of its own. */
export const splitAction = movingAction(
  z.object({ caseId: id, caseVersion: wholeNumber, complaintId: id }),
  "split cases",
  async (context, input, deps) => await splitMail(context.db, context.viewer, input, deps),
);

/** Takes a merge, a move or a split back. */
export const undoMoveAction = movingAction(
  z.object({ caseId: id, caseVersion: wholeNumber, moveId: id }),
  "take back moves",
  async (context, input, deps) => await undoMove(context.db, context.viewer, input, deps),
);

/** The two are not one; the desk does not ask again. */
export const notTheSameAction = plainAction(
  z.object({ caseId: id, otherId: id }),
  "tell cases apart",
  async (context, input) =>
    await notTheSame(context.db, context.viewer, { ...input, now: context.now }),
);
