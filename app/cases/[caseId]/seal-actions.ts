"use server";
import { z } from "zod";
import { canGag, canManageSeal, canSeal } from "@/lib/accounts/permissions.ts";
import { liftSeal, sealCase, setGag } from "@/lib/cases/seal-case.ts";
import { id } from "../../form-values.ts";
import { operatorAction } from "../../operator-action.ts";
import { onlyError } from "./case-action.ts";

const why = z.object({ caseId: id, reason: z.string().max(1000) });

export const sealAction = operatorAction({
  input: why,
  may: canSeal,
  what: "seal cases",
  refused: onlyError,
  run: async ({ db, viewer, now }, input) => {
    const done = await sealCase(db, viewer, { ...input, now });
    return done.ok ? { go: `/cases/${input.caseId}` } : done;
  },
});

export const liftSealAction = operatorAction({
  input: why,
  may: canManageSeal,
  what: "lift seals",
  refused: onlyError,
  run: async ({ db, viewer, now }, input) => {
    const done = await liftSeal(db, viewer, { ...input, now });
    return done.ok ? { go: `/cases/${input.caseId}` } : done;
  },
});

export const gagAction = operatorAction({
  input: why.extend({ gagged: z.enum(["yes", "no"]) }),
  may: canGag,
  what: "note gag orders",
  refused: onlyError,
  run: async ({ db, viewer, now }, { gagged, ...input }) => {
    const done = await setGag(db, viewer, { ...input, gagged: gagged === "yes", now });
    return done.ok ? { go: `/cases/${input.caseId}` } : done;
  },
});
