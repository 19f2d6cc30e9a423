"use server";
import { z } from "zod";
import { closeSession } from "@/lib/accounts/session-store.ts";
import { signIn } from "@/lib/accounts/sign-in.ts";
import { operatorAction, publicAction } from "../operator-action.ts";
import {
  clearSessionCookie,
  deviceToken,
  sessionToken,
  setDeviceCookie,
  setSessionCookie,
} from "../session-cookie.ts";

/** Opens a session for whoever knows login and password. */
export const signInAction = publicAction({
  input: z.object({ login: z.string().max(200), password: z.string().max(1000) }),
  refused: (error, form) => ({ error, login: String(form.get("login") ?? "") }),
  run: async ({ db, now }, input) => {
    const answer = await signIn(db, { ...input, deviceToken: await deviceToken(), now });
    if (!answer.ok) return answer;
    await setSessionCookie(answer.token);
    if (answer.deviceToken) await setDeviceCookie(answer.deviceToken);
    return { go: "/queue" };
  },
});

export const signOutAction = operatorAction({
  input: z.object({}),
  may: () => true,
  what: "sign out",
  refused: (error) => ({ error }),
  run: async ({ db }) => {
    await closeSession(db, await sessionToken());
    await clearSessionCookie();
    return { go: "/sign-in" };
  },
});
