"use server";
import { z } from "zod";
import { canManageBlocks, canSwitchLookUps } from "@/lib/accounts/permissions.ts";
import { refuse } from "@/lib/accounts/refusal.ts";
import { addBlockNote, planBlockFollowUp, recordBlockLetter } from "@/lib/blocks/add-block-step.ts";
import { BLOCK_KINDS, BLOCK_STATES } from "@/lib/blocks/block.ts";
import { saveBlock } from "@/lib/blocks/save-block.ts";
import { lookAgain, saveLookUps } from "@/lib/blocks/save-look-ups.ts";
import { addressList, checkedList, id, wholeNumber } from "../form-values.ts";
import { operatorAction } from "../operator-action.ts";
import { dayStart } from "./day-start.ts";

const work = { may: canManageBlocks, what: "change the list of blocks" };
const refused = (error: string) => ({ error });
const text = (max: number) => z.string().max(max).default("");

export const saveLookUpsAction = operatorAction({
  may: canSwitchLookUps,
  what: "switch the look-ups",
  input: z.object({
    isOn: z.literal("yes").optional(),
    lists: checkedList,
    servers: addressList.default([]),
  }),
  refused,
  run: async ({ db, viewer, now }, { isOn, ...given }) => {
    const saved = await saveLookUps(db, viewer, { ...given, isOn: isOn === "yes", now });
    return saved.ok ? { go: "/blocks?saved=look-ups" } : saved;
  },
});

export const lookAgainAction = operatorAction({
  ...work,
  input: z.object({}),
  refused,
  run: async ({ db, viewer, now }) => {
    const done = await lookAgain(db, viewer, now);
    return done.ok ? { go: "/blocks?saved=asking" } : done;
  },
});

export const saveBlockAction = operatorAction({
  ...work,
  input: z.object({
    id: z.union([id, z.literal("")]).default(""),
    caseId: z.union([id, z.literal("")]).default(""),
    kind: z.enum(BLOCK_KINDS),
    name: text(300),
    contact: text(600),
    status: z.enum(BLOCK_STATES),
    relays: addressList.default([]),
    since: text(20),
    followUp: text(20),
  }),
  refused,
  run: async ({ db, viewer, now }, { since, followUp, ...given }) => {
    const days = { since: dayStart(since), followUpAt: dayStart(followUp) };
    const wrong = [days.since === undefined && since, days.followUpAt === undefined && followUp];
    const bad = wrong.find((day) => typeof day === "string");
    if (days.since === undefined || days.followUpAt === undefined)
      return refuse("bad-day", `"${bad}" is no day such as 2026-03-01.`);
    const fields = { ...given, since: days.since, followUpAt: days.followUpAt };
    const ids = { id: given.id || null, caseId: given.caseId || null };
    const saved = await saveBlock(db, viewer, { ...fields, ...ids, now });
    return saved.ok ? { go: `/blocks/networks/${saved.id}` } : saved;
  },
});

export const noteAction = operatorAction({
  ...work,
  input: z.object({ id, text: text(5_000) }),
  refused,
  run: async ({ db, viewer, now }, given) => {
    const done = await addBlockNote(db, viewer, { ...given, now });
    return done.ok ? { go: `/blocks/networks/${given.id}` } : done;
  },
});

export const followUpAction = operatorAction({
  ...work,
  input: z.object({ id, days: wholeNumber }),
  refused,
  run: async ({ db, viewer, now }, given) => {
    const done = await planBlockFollowUp(db, viewer, { ...given, now });
    return done.ok ? { go: `/blocks/networks/${given.id}` } : done;
  },
});

const LETTER = ["to", "subject", "text", "days"] as const;

export const letterAction = operatorAction({
  ...work,
  input: z.object({
    id,
    to: text(600),
    subject: text(400),
    text: text(21_000),
    days: wholeNumber,
  }),
  refused: (error: string, form) => ({
    error,
    values: Object.fromEntries(LETTER.map((name) => [name, String(form.get(name) ?? "")])),
  }),
  run: async ({ db, viewer, now }, given) => {
    const done = await recordBlockLetter(db, viewer, { ...given, now });
    return done.ok ? { go: `/blocks/networks/${given.id}` } : done;
  },
});
