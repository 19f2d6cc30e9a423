import type { Role, Viewer } from "./viewer.ts";

/** What a person needs to know about a case to decide who may see it. */
export type Guarded = { sealed: boolean; readerIds: readonly string[] };

/** Sealed cases (law enforcement) are for owners and for those named on the case; to everybody else they do not exist. */
export function canSeeCase(viewer: Viewer, guarded: Guarded): boolean {
  if (!guarded.sealed) return true;
  return seesAllSealed(viewer) || guarded.readerIds.includes(viewer.userId);
}

/** Owners answer for the relays and hold the machine: hiding a case from them would be pretence. */
export function seesAllSealed(viewer: Viewer): boolean {
  return viewer.role === "owner";
}

/** Correct facts, edit drafts, write notes, close and reopen. */
export function canWork(viewer: Viewer): boolean {
  return oneOf(viewer, "owner", "operator", "counsel");
}

/** Approve a reply. Counsel answers sealed cases only, operators everything they can see. */
export function canSend(viewer: Viewer, guarded: Guarded): boolean {
  if (!canSeeCase(viewer, guarded)) return false;
  if (viewer.role === "counsel") return guarded.sealed;
  return oneOf(viewer, "owner", "operator");
}

/** Name further readers of a sealed case, or lift the seal. */
export function canManageSeal(viewer: Viewer): boolean {
  return oneOf(viewer, "owner");
}

export function canManageRelays(viewer: Viewer): boolean {
  return oneOf(viewer, "owner", "operator");
}

export function canManageMailboxes(viewer: Viewer): boolean {
  return oneOf(viewer, "owner");
}

export function canManageUsers(viewer: Viewer): boolean {
  return oneOf(viewer, "owner");
}

/** Standing orders act in the operator's name. */
export function canManageRules(viewer: Viewer): boolean {
  return oneOf(viewer, "owner");
}

/** The wording of letters; who may write one may write a template. */
export function canManageTemplates(viewer: Viewer): boolean {
  return oneOf(viewer, "owner", "operator");
}

/** How the letters name the operator, tokens of the webhook. */
export function canManageSettings(viewer: Viewer): boolean {
  return oneOf(viewer, "owner");
}

function oneOf(viewer: Viewer, ...roles: Role[]): boolean {
  return roles.includes(viewer.role);
}
