import { canWork } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { CaseState } from "./case.ts";
import { caseChanged } from "./case-changed.ts";
import { changeCase, onCase } from "./case-store.ts";

type Input = {
  caseId: string;
  /** What it was before it was closed; open when not said. */
  state?: CaseState;
  /** The version it was left at: given, a case that changed since stays closed. */
  caseVersion?: number;
  now: Instant;
};

/** A closed case becomes open again, with what it had. */
export async function reopenCase(
  db: Db,
  viewer: Viewer,
  input: Input,
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("reopen cases");
  return await onCase(db, viewer, input.caseId, async (tx, row) => {
    if (row.state !== "done") return refuse("open-already", "This case is open already.");
    const changed = caseChanged(row, input.caseVersion ?? row.version);
    if (changed) return changed;
    if (row.mergedIntoId !== null)
      return refuse(
        "merged-away",
        "Its mails are in another case now. Take the merge back to work on it.",
      );
    await changeCase(
      tx,
      row.id,
      { state: input.state ?? "open", closedAt: null },
      { kind: "reopened", actor: viewer.userId, at: input.now },
    );
    return { ok: true as const };
  });
}
