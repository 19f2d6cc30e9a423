"use server";
import { z } from "zod";
import type { CodesAnswer } from "@/components/security/codes-panel.tsx";
import { changePassword } from "@/lib/accounts/change-password.ts";
import {
  beginCodes,
  confirmCodes,
  renewRecoveryCodes,
  switchCodesOff,
} from "@/lib/accounts/one-time-codes.ts";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { refuse } from "@/lib/accounts/refusal.ts";
import { endOtherSessions, endSession } from "@/lib/accounts/session-store.ts";
import { operatorAction } from "../operator-action.ts";
import { CODES_PAGE } from "../operator-session.ts";
import { sessionToken } from "../session-cookie.ts";
import { letIn, thisBrowser } from "../this-browser.ts";

const password = z.string().max(1000);
const code = z.string().max(100).default("");
const error = (text: string) => ({ error: text });
const noCodes = (text: string): CodesAnswer => ({ error: text, codes: [] });

/** One's own password. The other sessions end, this one gets a new cookie. */
export const changePasswordAction = operatorAction({
  input: z.object({ current: password, password, again: password }),
  may: canEnter,
  what: "change your password",
  refused: error,
  run: async ({ db, viewer, now }, { again, ...typed }) => {
    if (typed.password !== again)
      return refuse("not-the-same", "The two new passwords are not the same. Type them again.");
    const done = await changePassword(db, viewer, { ...typed, ...(await thisBrowser()), now });
    if (done.ok) await letIn(done);
    return done.ok ? { go: "/security?done=password" } : done;
  },
});

export const beginCodesAction = operatorAction({
  input: z.object({ password, code }),
  may: canEnter,
  beforeCodes: true,
  what: "set up one-time codes",
  refused: error,
  run: async ({ db, viewer, now, secretKey: key }, typed) => {
    const begun = await beginCodes(db, viewer, { ...typed, ...(await thisBrowser()), key, now });
    return begun.ok ? { go: CODES_PAGE } : begun;
  },
});

/** The recovery codes are the answer of the form, not part of an address: they stay out of history and logs. */
export const confirmCodesAction = operatorAction({
  input: z.object({ code }),
  may: canEnter,
  beforeCodes: true,
  what: "set up one-time codes",
  refused: noCodes,
  run: async ({ db, viewer, now, secretKey: key }, typed) => {
    const token = await sessionToken();
    const done = await confirmCodes(db, viewer, { ...typed, token, key, now });
    return done.ok ? { show: { error: null, codes: done.codes } } : done;
  },
});

export const renewRecoveryCodesAction = operatorAction({
  input: z.object({ password, code }),
  may: canEnter,
  what: "make recovery codes",
  refused: noCodes,
  run: async ({ db, viewer, now, secretKey: key }, typed) => {
    const proof = { ...typed, ...(await thisBrowser()), key, now };
    const done = await renewRecoveryCodes(db, viewer, proof);
    return done.ok ? { show: { error: null, codes: done.codes } } : done;
  },
});

export const switchCodesOffAction = operatorAction({
  input: z.object({ password, code }),
  may: canEnter,
  what: "switch one-time codes off",
  refused: error,
  run: async ({ db, viewer, now, secretKey: key }, typed) => {
    const proof = { ...typed, ...(await thisBrowser()), key, now };
    const done = await switchCodesOff(db, viewer, proof);
    return done.ok ? { go: "/security?done=codes-off" } : done;
  },
});

/** One of one's own sessions, in another browser. */
export const endSessionAction = operatorAction({
  input: z.object({ handle: z.string().max(100) }),
  may: canEnter,
  what: "end sessions",
  refused: error,
  run: async ({ db, viewer }, { handle }) => {
    await endSession(db, viewer, handle);
    return { go: "/security?done=session" };
  },
});

export const endOtherSessionsAction = operatorAction({
  input: z.object({}),
  may: canEnter,
  what: "end sessions",
  refused: error,
  run: async ({ db, viewer }) => {
    await endOtherSessions(db, viewer, await sessionToken());
    return { go: "/security?done=session" };
  },
});
