"use server";
import { z } from "zod";
import { canHold, canReleaseHold } from "@/lib/accounts/permissions.ts";
import { holdCase, releaseHold } from "@/lib/cases/hold-case.ts";
import { id } from "../../form-values.ts";
import { operatorAction } from "../../operator-action.ts";
import { onlyError } from "./case-action.ts";

export const holdAction = operatorAction({
  input: z.object({ caseId: id, reason: z.string().max(1000) }),
  may: canHold,
  what: "hold cases",
  refused: onlyError,
  run: async ({ db, viewer, now }, input) => {
    const held = await holdCase(db, viewer, { ...input, now });
    return held.ok ? { go: `/cases/${input.caseId}` } : held;
  },
});

export const releaseHoldAction = operatorAction({
  input: z.object({ caseId: id }),
  may: canReleaseHold,
  what: "release holds",
  refused: onlyError,
  run: async ({ db, viewer, now }, { caseId }) => {
    const released = await releaseHold(db, viewer, { caseId, now });
    return released.ok ? { go: `/cases/${caseId}` } : released;
  },
});
