"use server";
import { z } from "zod";
import { acceptInvitation } from "@/lib/accounts/accept-invitation.ts";
import { refuse } from "@/lib/accounts/refusal.ts";
import { signIn } from "@/lib/accounts/sign-in.ts";
import { publicAction } from "../operator-action.ts";
import { letIn, thisBrowser } from "../this-browser.ts";

/** Makes the account an invitation is for, and signs its person in. */
export const acceptInvitationAction = publicAction({
  input: z.object({
    token: z.string().max(200),
    login: z.string().max(200),
    password: z.string().max(1000),
    again: z.string().max(1000),
  }),
  refused: (error, form) => ({ error, login: String(form.get("login") ?? "") }),
  run: async ({ db, now }, { again, ...given }) => {
    const { login, password } = given;
    if (password !== again)
      return refuse("not-the-same", "The two passwords are not the same. Type them again.");
    const made = await acceptInvitation(db, { ...given, now });
    if (!made.ok) return made;
    const answer = await signIn(db, { login, password, ...(await thisBrowser()), now });
    if (answer.ok) await letIn(answer);
    return { go: answer.ok ? "/queue" : "/sign-in" };
  },
});
