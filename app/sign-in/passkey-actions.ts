"use server";
import { z } from "zod";
import type { AskAnswer, EnterAnswer } from "@/components/security/passkey-enter.tsx";
import { askPasskey, passkeySignIn } from "@/lib/accounts/passkey-sign-in.ts";
import { publicAction } from "../operator-action.ts";
import { authenticationResponse } from "../passkey-response.ts";
import { halfToken } from "../session-cookie.ts";
import { letIn, thisBrowser, thisSite } from "../this-browser.ts";

const step = z.enum(["sign-in", "second"]);

/** What a passkey has to sign. */
export const askPasskeyAction = publicAction({
  input: z.object({ step }),
  refused: (error): AskAnswer => ({ error, options: null }),
  run: async ({ db, now }, asked) => {
    const found = await thisSite();
    if (!found.ok) return found;
    const half = asked.step === "second" ? await halfToken() : null;
    const answer = await askPasskey(db, { half, ...(await thisBrowser()), site: found.site, now });
    return answer.ok ? { show: { error: null, options: answer.options } } : answer;
  },
});

export const passkeySignInAction = publicAction({
  input: z.object({ step, response: authenticationResponse }),
  refused: (error): EnterAnswer => ({ error }),
  run: async ({ db, now }, { step: asked, response }) => {
    const found = await thisSite();
    if (!found.ok) return found;
    const half = asked === "second" ? await halfToken() : null;
    const browser = await thisBrowser();
    const { site } = found;
    const answer = await passkeySignIn(db, { half, ...browser, site, now, response });
    if (answer.ok) await letIn(answer);
    return answer.ok ? { show: { error: null } } : answer;
  },
});
