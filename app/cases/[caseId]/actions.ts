"use server";
import { randomBytes } from "node:crypto";
import { z } from "zod";
import { canManageSeal, canWork } from "@/lib/accounts/permissions.ts";
import { addNote } from "@/lib/cases/add-note.ts";
import { answerElsewhere } from "@/lib/cases/answer-elsewhere.ts";
import { checkAgain } from "@/lib/cases/check-again.ts";
import { CLOSE_REASONS, type CloseReason, closeCase } from "@/lib/cases/close-case.ts";
import { editDraft } from "@/lib/cases/edit-draft.ts";
import { fillGapIn } from "@/lib/cases/gaps.ts";
import { nameReader } from "@/lib/cases/name-reader.ts";
import { reopenCase } from "@/lib/cases/reopen-case.ts";
import { sendReply } from "@/lib/cases/send-reply.ts";
import { setType } from "@/lib/cases/set-type.ts";
import { takeBackType } from "@/lib/cases/take-back-type.ts";
import { undoSend } from "@/lib/cases/undo-send.ts";
import { COMPLAINT_TYPES } from "@/lib/classify/classification.ts";
import { caseDeps } from "../../desk.ts";
import { addressList, checkedList, id, wholeNumber } from "../../form-values.ts";
import { operatorAction } from "../../operator-action.ts";
import { finishingAction, nextCase, onlyError, plainAction } from "./case-action.ts";

const letter = z.looseObject({
  caseId: id,
  caseVersion: wholeNumber,
  draftId: id,
  draftVersion: wholeNumber,
  to: addressList,
  subject: z.string().max(1000),
  text: z.string().max(200_000),
  confirmed: checkedList,
  intent: z.enum(["send", "save"]),
});
const typed = (error: string, form: FormData) => ({
  error,
  to: String(form.get("to") ?? ""),
  subject: String(form.get("subject") ?? ""),
  text: String(form.get("text") ?? ""),
});

/** Save or send one letter; after a send, on to the next open case. */
export const letterAction = operatorAction({
  input: letter,
  may: canWork,
  what: "write letters",
  refused: typed,
  run: async (context, input) => {
    const words = { ...input, ...filled(input), now: context.now };
    if (input.intent === "save") {
      const saved = await editDraft(context.db, context.viewer, words);
      return saved.ok ? { go: `/cases/${input.caseId}` } : saved;
    }
    const sent = await sendReply(context.db, context.viewer, words, {
      threadKey: context.threadKey,
      random: (bytes) => randomBytes(bytes),
    });
    if (!sent.ok) return sent;
    return { go: await nextCase(context, input.caseId, sent.outboxId) };
  },
});

/** Stops a letter that still waits. */
export const undoAction = plainAction(
  z.object({ caseId: id, outboxId: id }),
  "take back letters",
  async (context, input) =>
    await undoSend(context.db, context.viewer, { ...input, now: context.now }),
);

export const closeAction = finishingAction(
  z.object({
    caseId: id,
    caseVersion: wholeNumber,
    reason: z.enum(Object.keys(CLOSE_REASONS) as [CloseReason, ...CloseReason[]]),
    text: z.string().max(2000),
  }),
  "close cases",
  async (context, input) =>
    await closeCase(context.db, context.viewer, { ...input, now: context.now }),
);

export const reopenAction = plainAction(
  z.object({ caseId: id }),
  "reopen cases",
  async (context, input) =>
    await reopenCase(context.db, context.viewer, { ...input, now: context.now }),
);

export const noteAction = plainAction(
  z.object({ caseId: id, text: z.string().max(30_000) }),
  "write notes",
  async (context, input) =>
    await addNote(context.db, context.viewer, { ...input, now: context.now }),
);

/** The operator knows better what it is: verdict and letters follow at once. */
export const setTypeAction = plainAction(
  z.object({ caseId: id, type: z.enum(COMPLAINT_TYPES) }),
  "correct the type of cases",
  async (context, input) =>
    await setType(context.db, context.viewer, input, await caseDeps(context)),
);

/** The desk reads it as if nobody had said what it is, and forgets what it learned from that. */
export const takeBackTypeAction = plainAction(
  z.object({ caseId: id }),
  "correct the type of cases",
  async (context, input) =>
    await takeBackType(context.db, context.viewer, input, await caseDeps(context)),
);

/** Reads and checks the mail again, after more is known about the relays. Letters already edited stay. */
export const checkAgainAction = plainAction(
  z.object({ caseId: id }),
  "check cases again",
  async (context, input) =>
    await checkAgain(context.db, context.viewer, input, await caseDeps(context)),
);

/** The letter was pasted into the provider's form. */
export const answeredElsewhereAction = finishingAction(
  z.object({
    caseId: id,
    draftId: id,
    caseVersion: wholeNumber,
    draftVersion: wholeNumber,
    confirmed: checkedList,
  }),
  "answer cases",
  async (context, input) =>
    await answerElsewhere(context.db, context.viewer, { ...input, now: context.now }),
);

/** An owner lets one more person into a sealed case. */
export const nameReaderAction = operatorAction({
  input: z.object({ caseId: id, login: z.string().max(200) }),
  may: canManageSeal,
  what: "name readers of sealed cases",
  refused: onlyError,
  run: async ({ db, viewer, now }, input) => {
    const named = await nameReader(db, viewer, { ...input, now });
    return named.ok ? { go: `/cases/${input.caseId}` } : named;
  },
});

/** The facts typed into the gap fields (`gap.NAME`) take the place of `[[NAME]]` in subject and text. */
function filled(input: z.infer<typeof letter>): { subject: string; text: string } {
  let { subject, text } = input;
  for (const [field, value] of Object.entries(input)) {
    if (!field.startsWith("gap.") || typeof value !== "string" || value.trim() === "") continue;
    const name = field.slice("gap.".length);
    subject = fillGapIn(subject, name, value.trim());
    text = fillGapIn(text, name, value.trim());
  }
  return { subject, text };
}
