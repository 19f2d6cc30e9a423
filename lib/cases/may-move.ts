import { canManageSeal } from "../accounts/permissions.ts";
import { type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";

/**
 * May mails of `from` be put into `to`? What is sealed never comes where more people read; between two sealed cases only
 * an owner moves, for their readers differ.
 */
export function whyNotMove(
  viewer: Viewer,
  from: { sealed: boolean },
  to: { sealed: boolean; ref: string; mergedIntoId: string | null },
): Refusal | null {
  if (to.mergedIntoId !== null)
    return refuse(
      "merged-away",
      "Case {ref} was merged into another one; name that one, or take the merge back first.",
      { ref: to.ref },
    );
  if (!from.sealed) return null;
  if (!to.sealed)
    return refuse("sealed", "A sealed case cannot be put into one that others can read.");
  return canManageSeal(viewer)
    ? null
    : refuse("sealed", "Only an owner joins two sealed cases: their readers differ.");
}
