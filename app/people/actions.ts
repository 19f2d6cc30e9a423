"use server";
import { z } from "zod";
import type { InviteAnswer } from "@/components/people/invite-form.tsx";
import { resetPassword } from "@/lib/accounts/change-password.ts";
import { createUser } from "@/lib/accounts/create-user.ts";
import { invite, revokeInvitation } from "@/lib/accounts/invite.ts";
import { changeRole, disablePerson, signOutPerson } from "@/lib/accounts/manage-person.ts";
import { takeCodesAway } from "@/lib/accounts/one-time-codes.ts";
import { canManageUsers } from "@/lib/accounts/permissions.ts";
import { type Refusal, refuse } from "@/lib/accounts/refusal.ts";
import { requireCodes } from "@/lib/accounts/require-codes.ts";
import { ROLES, type Viewer } from "@/lib/accounts/viewer.ts";
import { checkedList, id, wholeNumber } from "../form-values.ts";
import { operatorAction } from "../operator-action.ts";

const password = z.string().max(1000);
const login = z.string().max(200);
const role = z.enum(ROLES);
const error = (text: string) => ({ error: text });
const noLink = (text: string): InviteAnswer => ({ error: text, token: null });

/** One more person, with a password the owner tells them. */
export const addPersonAction = operatorAction({
  input: z.object({ login, role, password }),
  may: canManageUsers,
  what: "add people",
  refused: (text, form) => ({
    error: text,
    login: String(form.get("login") ?? ""),
    role: String(form.get("role") ?? ""),
  }),
  run: async ({ db, viewer, now }, person) => {
    const made = await createUser(db, viewer, { ...person, now });
    return made.ok ? { go: `/people?added=${encodeURIComponent(made.person.login)}` } : made;
  },
});

/** The link is the answer of the form, not part of an address: it stays out of history and logs. */
export const inviteAction = operatorAction({
  input: z.object({
    role,
    relays: checkedList,
    note: z.string().max(200).default(""),
    days: wholeNumber,
  }),
  may: canManageUsers,
  what: "invite people",
  refused: noLink,
  run: async ({ db, viewer, now }, { relays: relayIds, ...asked }) => {
    const made = await invite(db, viewer, { ...asked, relayIds, now });
    return made.ok ? { show: { error: null, token: made.token } } : made;
  },
});

export const revokeInvitationAction = operatorAction({
  input: z.object({ invitationId: id }),
  may: canManageUsers,
  what: "take back invitations",
  refused: error,
  run: async ({ db, viewer, now }, { invitationId }) => {
    const done = await revokeInvitation(db, viewer, { id: invitationId, now });
    return done.ok ? { go: "/people?done=invitation" } : done;
  },
});

export const requireCodesAction = operatorAction({
  input: z.object({ roles: checkedList.pipe(z.array(role)) }),
  may: canManageUsers,
  what: "ask one-time codes of roles",
  refused: error,
  run: async ({ db, viewer }, { roles }) => {
    const done = await requireCodes(db, viewer, roles);
    return done.ok ? { go: "/people?done=required" } : done;
  },
});

export const changeRoleAction = operatorAction({
  input: z.object({ login, role, relays: checkedList }),
  may: canManageUsers,
  what: "change roles",
  refused: error,
  run: async ({ db, viewer }, { relays: relayIds, ...given }) =>
    backTo(await changeRole(db, viewer, { ...given, relayIds })),
});

/** `open` given: they may sign in again. */
export const closeAccountAction = operatorAction({
  input: z.object({ login, open: z.literal("yes").optional() }),
  may: canManageUsers,
  what: "close accounts",
  refused: error,
  run: async ({ db, viewer, now }, given) =>
    notOneself(viewer, given.login) ??
    backTo(
      await disablePerson(db, viewer, {
        login: given.login,
        disabledAt: given.open === "yes" ? null : now,
      }),
    ),
});

export const signOutPersonAction = operatorAction({
  input: z.object({ login }),
  may: canManageUsers,
  what: "sign other people out",
  refused: error,
  run: async ({ db, viewer }, given) => backTo(await signOutPerson(db, viewer, given.login)),
});

/** For somebody who lost telephone and recovery codes. One's own go off with the password and a code. */
export const takeCodesAwayAction = operatorAction({
  input: z.object({ login }),
  may: canManageUsers,
  what: "switch off another person's codes",
  refused: error,
  run: async ({ db, viewer }, given) => {
    const own = notOneself(viewer, given.login);
    if (own) return own;
    const done = await takeCodesAway(db, viewer, given.login);
    return backTo(done.ok ? { ...done, login: given.login } : done);
  },
});

/** For somebody who forgot theirs; signs them out everywhere. One's own is changed with the present one. */
export const resetPasswordAction = operatorAction({
  input: z.object({ login, password }),
  may: canManageUsers,
  what: "set another person's password",
  refused: error,
  run: async ({ db, viewer }, person) => {
    const own = notOneself(viewer, person.login);
    if (own) return own;
    const done = await resetPassword(db, viewer, person);
    return backTo(done.ok ? { ...done, login: person.login } : done);
  },
});

function backTo(done: { ok: true; login: string } | Refusal): { go: string } | Refusal {
  return done.ok ? { go: `/people/${encodeURIComponent(done.login)}?done=yes` } : done;
}

function notOneself(viewer: Viewer, of: string): Refusal | null {
  if (of.trim().toLowerCase() !== viewer.login) return null;
  return refuse("own-account", "Change your own account under “Your account”.");
}
