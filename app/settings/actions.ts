"use server";
import { z } from "zod";
import type { TokenAnswer } from "@/components/settings/token-form.tsx";
import { TOKEN_KINDS } from "@/lib/accounts/api-scope.ts";
import { canManageSettings } from "@/lib/accounts/permissions.ts";
import { createApiToken, revokeApiToken } from "@/lib/cases/create-api-token.ts";
import { saveOperatorProfile } from "@/lib/cases/save-operator-profile.ts";
import { id } from "../form-values.ts";
import { operatorAction } from "../operator-action.ts";

const text = z.string().max(2000).default("");
const PROFILE = [
  "name",
  "signature",
  "jurisdiction",
  "noticeUrl",
  "logStatement",
  "counsel",
] as const;

export const saveProfileAction = operatorAction({
  input: z.object({
    name: text,
    signature: text,
    jurisdiction: text,
    noticeUrl: text,
    logStatement: text,
    counsel: text,
  }),
  may: canManageSettings,
  what: "change how letters are signed",
  refused: (error, form) => ({
    error,
    values: Object.fromEntries(PROFILE.map((name) => [name, String(form.get(name) ?? "")])),
  }),
  run: async ({ db, viewer }, profile) => {
    const saved = await saveOperatorProfile(db, viewer, profile);
    return saved.ok ? { go: "/settings?saved=profile" } : saved;
  },
});

/** The token is the answer of the form, not part of an address: it stays out of history and logs. */
export const createTokenAction = operatorAction({
  input: z.object({ name: z.string().max(200), kind: z.enum(TOKEN_KINDS) }),
  may: canManageSettings,
  what: "make tokens",
  refused: (error): TokenAnswer => ({ error, made: null }),
  run: async ({ db, viewer, now, secretKey }, { name, kind }) => {
    const made = await createApiToken(db, viewer, { name, kind, now }, secretKey);
    return made.ok ? { show: { error: null, made } } : made;
  },
});

export const revokeTokenAction = operatorAction({
  input: z.object({ tokenId: id }),
  may: canManageSettings,
  what: "revoke tokens",
  refused: (error) => ({ error }),
  run: async ({ db, viewer, now }, { tokenId }) => {
    const done = await revokeApiToken(db, viewer, { tokenId, now });
    return done.ok ? { go: "/settings?saved=token" } : done;
  },
});
