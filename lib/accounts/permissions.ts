import type { Role, Viewer } from "./viewer.ts";

/** What a person needs to know about a case to decide who may see it. */
export type Guarded = {
  sealed: boolean;
  readerIds: readonly string[];
  /** The relays of ours its complaints are about. */
  relayIds: readonly string[];
};

/**
 * Sealed cases (law enforcement) are for owners and for those named on the case; a delegate sees the cases that are about
 * relays of theirs and about no other, and those they are named on. To everybody else a case does not exist.
 */
export function canSeeCase(viewer: Viewer, guarded: Guarded): boolean {
  if (seesAllSealed(viewer) || guarded.readerIds.includes(viewer.userId)) return true;
  if (guarded.sealed) return false;
  if (seesAllRelays(viewer)) return true;
  const own = viewer.relayIds ?? [];
  return guarded.relayIds.length > 0 && guarded.relayIds.every((id) => own.includes(id));
}

/** Owners answer for the relays and hold the machine: hiding a case from them would be pretence. */
export function seesAllSealed(viewer: Viewer): boolean {
  return viewer.role === "owner";
}

/** Cases of every relay. A delegate answers for some relays and sees nothing of the others. */
export function seesAllRelays(viewer: Viewer): boolean {
  return oneOf(viewer, "owner", "operator", "counsel", "read-only");
}

/** What every signed-in person has: the queue and the cases (each list filters for itself), their own account. */
export function canEnter(viewer: Viewer): boolean {
  return oneOf(viewer, "owner", "operator", "counsel", "delegate", "read-only");
}

/** The pages about the desk as a whole: relays, policy, rules, mailboxes, templates, reports of everything. */
export function canSeeDesk(viewer: Viewer): boolean {
  return seesAllRelays(viewer);
}

/** Correct facts, edit drafts, write notes, close and reopen. */
export function canWork(viewer: Viewer): boolean {
  return oneOf(viewer, "owner", "operator", "counsel", "delegate");
}

/** Approve a reply of a case the viewer can see. Counsel answers sealed cases only, delegates never those. */
export function canSend(viewer: Viewer, { sealed }: Pick<Guarded, "sealed">): boolean {
  if (viewer.role === "counsel") return sealed;
  if (viewer.role === "delegate") return !sealed;
  return oneOf(viewer, "owner", "operator");
}

/** Seal a case others may read so far. */
export function canSeal(viewer: Viewer): boolean {
  return oneOf(viewer, "owner", "operator", "counsel");
}

/** Note that an order forbids to tell of a sealed case. */
export function canGag(viewer: Viewer): boolean {
  return oneOf(viewer, "owner", "counsel");
}

/** Take a sealed case away for a lawyer, of those the viewer may see. */
export function canExportForCounsel(viewer: Viewer): boolean {
  return oneOf(viewer, "owner", "operator", "counsel");
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

/** How the letters name the operator, tokens for machines. */
export function canManageSettings(viewer: Viewer): boolean {
  return oneOf(viewer, "owner");
}

/** Who read, exported, approved and changed what. */
export function canSeeAudit(viewer: Viewer): boolean {
  return oneOf(viewer, "owner");
}

/** Networks, sites and lists that block us: what they said, what we wrote. */
export function canManageBlocks(viewer: Viewer): boolean {
  return oneOf(viewer, "owner", "operator");
}

/** Asking blocklists tells their operators which addresses this desk cares for. */
export function canSwitchLookUps(viewer: Viewer): boolean {
  return oneOf(viewer, "owner");
}

/** Nobody has read a mail in quarantine: it may be one to be sealed. */
export function canReadQuarantine(viewer: Viewer): boolean {
  return seesAllSealed(viewer);
}

/** Have a mail in quarantine tried again, or put it aside. */
export function canSettleQuarantine(viewer: Viewer): boolean {
  return oneOf(viewer, "owner", "operator");
}

/** Keep a case from being purged: harms nobody, so whoever works on it may. */
export function canHold(viewer: Viewer): boolean {
  return oneOf(viewer, "owner", "operator", "counsel");
}

/** Let a held case be purged again. */
export function canReleaseHold(viewer: Viewer): boolean {
  return oneOf(viewer, "owner", "counsel");
}

/** How long what is kept, and what is known about one person: to look up, hand out, redact. */
export function canManagePrivacy(viewer: Viewer): boolean {
  return oneOf(viewer, "owner");
}

/** What strangers may read without signing in, and whether they may write to the desk. */
export function canManagePublicPages(viewer: Viewer): boolean {
  return oneOf(viewer, "owner");
}

function oneOf(viewer: Viewer, ...roles: Role[]): boolean {
  return roles.includes(viewer.role);
}
