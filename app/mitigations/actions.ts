"use server";
import { z } from "zod";
import { canManageRelays } from "@/lib/accounts/permissions.ts";
import { endMitigation } from "@/lib/cases/end-mitigation.ts";
import { proposeMitigation } from "@/lib/cases/propose-mitigation.ts";
import { startByControl, startByHand } from "@/lib/cases/start-mitigation.ts";
import { id, wholeNumber } from "../form-values.ts";
import { operatorAction } from "../operator-action.ts";

const guard = { may: canManageRelays, what: "change exit policies" };
const refused = (error: string) => ({ error });

/** Keeps lines; changes no policy. */
export const proposeMitigationAction = operatorAction({
  ...guard,
  input: z.object({
    caseId: z.union([id, z.literal("")]).default(""),
    lines: z.string().max(4_000),
    relay: z.string().max(100).default(""),
    days: wholeNumber,
    reason: z.string().max(300).default(""),
  }),
  refused,
  run: async ({ db, viewer, now }, { caseId, relay, ...input }) => {
    const relays = relay === "" ? [] : [relay];
    const asked = { ...input, caseId: caseId || null, relays, now };
    const made = await proposeMitigation(db, viewer, asked);
    return made.ok ? { go: `/mitigations/${made.id}` } : made;
  },
});

/** A person says that the lines stand in the torrc. */
export const startByHandAction = operatorAction({
  ...guard,
  input: z.object({ id }),
  refused,
  run: async ({ db, viewer, now }, asked) => {
    const done = await startByHand(db, viewer, { ...asked, now });
    return done.ok ? { go: `/mitigations/${asked.id}` } : done;
  },
});

/** Sends to tor what the page showed, and nothing else. */
export const startByControlAction = operatorAction({
  ...guard,
  input: z.object({ id, sourceId: id, command: z.string().max(200_000) }),
  refused,
  run: async ({ db, viewer, now, secretKey }, asked) => {
    const done = await startByControl(db, viewer, { ...asked, now }, secretKey);
    return done.ok ? { go: `/mitigations/${asked.id}` } : done;
  },
});

export const endMitigationAction = operatorAction({
  ...guard,
  input: z.object({ id }),
  refused,
  run: async ({ db, viewer, now, secretKey }, asked) => {
    const done = await endMitigation(db, viewer, { ...asked, now }, secretKey);
    return done.ok ? { go: `/mitigations/${asked.id}` } : done;
  },
});
