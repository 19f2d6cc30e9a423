"use server";
import { z } from "zod";
import { finishSignIn } from "@/lib/accounts/finish-sign-in.ts";
import { canEnter } from "@/lib/accounts/permissions.ts";
import { closeSession } from "@/lib/accounts/session-store.ts";
import { signIn } from "@/lib/accounts/sign-in.ts";
import { takeWayIn } from "@/lib/accounts/way-in.ts";
import { operatorAction, publicAction } from "../operator-action.ts";
import {
  clearSessionCookie,
  halfToken,
  sessionToken,
  setDeviceCookie,
  setHalfCookie,
} from "../session-cookie.ts";
import { letIn, thisBrowser } from "../this-browser.ts";

/** Opens a session for whoever knows login and password. */
export const signInAction = publicAction({
  input: z.object({
    login: z.string().max(200),
    password: z.string().max(1000),
    way: z.string().max(200).default(""),
  }),
  refused: (error, form) => ({ error, login: String(form.get("login") ?? "") }),
  run: async ({ db, now, secretKey: key }, { way, ...typed }) => {
    const browser = await thisBrowser();
    const isOwn = way !== "" && (await takeWayIn(db, way, { key, now }));
    // The second step is counted there too.
    if (isOwn) await setDeviceCookie(way);
    const deviceToken = isOwn ? way : browser.deviceToken;
    const answer = await signIn(db, { ...typed, ...browser, deviceToken, now });
    if (answer.ok) {
      await letIn(answer);
      return { go: "/queue" };
    }
    if (!("half" in answer)) return answer;
    await setHalfCookie(answer.half);
    return { go: "/sign-in/code" };
  },
});

/** The second step: the code, or a recovery code, of whose password was right. */
export const finishSignInAction = publicAction({
  input: z.object({ code: z.string().max(100) }),
  refused: (error) => ({ error }),
  run: async ({ db, now, secretKey }, { code }) => {
    const half = await halfToken();
    const browser = await thisBrowser();
    const answer = await finishSignIn(db, { half, code, ...browser, key: secretKey, now });
    if (answer.ok) await letIn(answer);
    return answer.ok ? { go: "/queue" } : answer;
  },
});

export const signOutAction = operatorAction({
  input: z.object({}),
  may: canEnter,
  beforeCodes: true,
  what: "sign out",
  refused: (error) => ({ error }),
  run: async ({ db }) => {
    await closeSession(db, await sessionToken());
    await clearSessionCookie();
    return { go: "/sign-in" };
  },
});
