import { type Refusal, refuse } from "../accounts/refusal.ts";

/** The collision stop: null when the case is as the person saw it. */
export function caseChanged(row: { version: number }, seen: number): Refusal | null {
  if (row.version === seen) return null;
  return refuse(
    "case-changed",
    "This case changed while you had it open: see the end of its timeline. Nothing was done; look again and repeat it.",
  );
}

/** The same for a letter two people write. */
export function draftChanged(draft: { version: number }, seen: number): Refusal | null {
  if (draft.version === seen) return null;
  return refuse(
    "draft-changed",
    "Somebody changed this letter while you had it open. Your text is below; compare it with theirs and save again.",
  );
}
