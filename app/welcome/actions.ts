"use server";
import { z } from "zod";
import { createOwner } from "@/lib/accounts/create-user.ts";
import { refuse } from "@/lib/accounts/refusal.ts";
import { signIn } from "@/lib/accounts/sign-in.ts";
import { publicAction } from "../operator-action.ts";
import { letIn, thisBrowser } from "../this-browser.ts";

/** Makes the owner of an empty desk and signs them in. There is no default account. */
export const createOwnerAction = publicAction({
  input: z.object({
    login: z.string().max(200),
    password: z.string().max(1000),
    again: z.string().max(1000),
  }),
  refused: (error, form) => ({ error, login: String(form.get("login") ?? "") }),
  run: async ({ db, now }, { login, password, again }) => {
    if (password !== again)
      return refuse("not-the-same", "The two passwords are not the same. Type them again.");
    const made = await createOwner(db, { login, password, now });
    if (!made.ok) return made;
    const answer = await signIn(db, { login, password, ...(await thisBrowser()), now });
    if (!answer.ok) return answer;
    await letIn(answer);
    return { go: "/start" };
  },
});
