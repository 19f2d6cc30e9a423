"use server";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { canWork } from "@/lib/accounts/permissions.ts";
import type { Refusal } from "@/lib/accounts/refusal.ts";
import { answerAlike } from "@/lib/cases/answer-alike.ts";
import { closeMany, putOffMany } from "@/lib/cases/change-many.ts";
import { CLOSE_REASONS, type CloseReason } from "@/lib/cases/close-case.ts";
import { wholeNumber } from "../../form-values.ts";
import { operatorAction } from "../../operator-action.ts";
import { asChosen, reviewedItems } from "../chosen-items.ts";

const onlyError = (error: string) => ({ error });
const REASONS = Object.keys(CLOSE_REASONS) as [CloseReason, ...CloseReason[]];

/** All of them after one was read, and after the number of them was typed. */
export const answerManyAction = operatorAction({
  input: z.object({ item: reviewedItems, number: z.coerce.number().int().catch(-1) }),
  may: canWork,
  what: "send letters",
  refused: onlyError,
  run: async ({ db, viewer, now, threadKey }, { item: items, number }) => {
    const deps = { threadKey, random: (bytes: number) => randomBytes(bytes) };
    return toResult(await answerAlike(db, viewer, { items, number, now }, deps));
  },
});

export const closeManyAction = operatorAction({
  input: z.object({ item: reviewedItems, reason: z.enum(REASONS), text: z.string().max(2000) }),
  may: canWork,
  what: "close cases",
  refused: onlyError,
  run: async ({ db, viewer, now }, { item, ...why }) =>
    toResult(await closeMany(db, viewer, { items: asChosen(item), ...why, now })),
});

export const putOffManyAction = operatorAction({
  input: z.object({ item: reviewedItems, days: wholeNumber, reason: z.string().max(300) }),
  may: canWork,
  what: "plan follow-ups",
  refused: onlyError,
  run: async ({ db, viewer, now }, { item, ...plan }) =>
    toResult(await putOffMany(db, viewer, { items: asChosen(item), ...plan, now })),
});

function toResult(answer: { ok: true; bulkId: string } | Refusal): { go: string } | Refusal {
  return answer.ok ? { go: `/queue/together/${answer.bulkId}` } : answer;
}
