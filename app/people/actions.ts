"use server";
import { z } from "zod";
import { resetPassword } from "@/lib/accounts/change-password.ts";
import { createUser } from "@/lib/accounts/create-user.ts";
import { canManageUsers } from "@/lib/accounts/permissions.ts";
import { refuse } from "@/lib/accounts/refusal.ts";
import { ROLES } from "@/lib/accounts/viewer.ts";
import { operatorAction } from "../operator-action.ts";

const password = z.string().max(1000);
const login = z.string().max(200);

/** One more person, with a password the owner tells them. */
export const addPersonAction = operatorAction({
  input: z.object({ login, role: z.enum(ROLES), password }),
  may: canManageUsers,
  what: "add people",
  refused: (error, form) => ({
    error,
    login: String(form.get("login") ?? ""),
    role: String(form.get("role") ?? ""),
  }),
  run: async ({ db, viewer, now }, person) => {
    const made = await createUser(db, viewer, { ...person, now });
    return made.ok ? { go: `/people?added=${encodeURIComponent(made.person.login)}` } : made;
  },
});

/** For somebody who forgot theirs; signs them out everywhere. One's own is changed in the settings, with the present one. */
export const resetPasswordAction = operatorAction({
  input: z.object({ login, password }),
  may: canManageUsers,
  what: "set another person's password",
  refused: (error) => ({ error }),
  run: async ({ db, viewer }, person) => {
    if (person.login === viewer.login)
      return refuse("own-password", "Change your own password in Settings.");
    const done = await resetPassword(db, viewer, person);
    return done.ok ? { go: `/people?reset=${encodeURIComponent(person.login)}` } : done;
  },
});
