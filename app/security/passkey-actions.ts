"use server";
import { z } from "zod";
import type { AddAnswer, OfferAnswer } from "@/components/security/passkey-add.tsx";
import { addPasskey, dropPasskey, offerPasskey } from "@/lib/accounts/add-passkey.ts";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { notFound } from "@/lib/accounts/refusal.ts";
import { operatorAction } from "../operator-action.ts";
import { registrationResponse } from "../passkey-response.ts";
import { thisBrowser, thisSite } from "../this-browser.ts";

/** What the browser makes a passkey from. */
export const offerPasskeyAction = operatorAction({
  input: z.object({ password: z.string().max(1000), code: z.string().max(100).default("") }),
  may: canEnter,
  what: "add passkeys",
  refused: (error): OfferAnswer => ({ error, options: null }),
  run: async ({ db, viewer, now, secretKey: key }, typed) => {
    const found = await thisSite();
    if (!found.ok) return found;
    const proof = { ...typed, ...(await thisBrowser()), key, now };
    const offered = await offerPasskey(db, viewer, proof, found.site);
    return offered.ok ? { show: { error: null, options: offered.options } } : offered;
  },
});

export const addPasskeyAction = operatorAction({
  input: z.object({ name: z.string().max(200), response: registrationResponse }),
  may: canEnter,
  what: "add passkeys",
  refused: (error): AddAnswer => ({ error }),
  run: async ({ db, viewer, now }, given) => {
    const found = await thisSite();
    if (!found.ok) return found;
    const added = await addPasskey(db, viewer, { ...given, site: found.site, now });
    return added.ok ? { show: { error: null } } : added;
  },
});

export const removePasskeyAction = operatorAction({
  input: z.object({ passkeyId: z.string().max(2000) }),
  may: canEnter,
  what: "remove passkeys",
  refused: (error) => ({ error }),
  run: async ({ db, viewer }, { passkeyId }) =>
    (await dropPasskey(db, viewer, passkeyId))
      ? { go: "/security?done=passkey-removed" }
      : notFound("passkey"),
});
