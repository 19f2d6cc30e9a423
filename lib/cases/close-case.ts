import { canWork } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { caseChanged } from "./case-changed.ts";
import { changeCase, onCase } from "./case-store.ts";
import { CLOSED_ELSEWHERE } from "./close-words.ts";
import { lettersOnTheirWay } from "./outbox-view-store.ts";

/** Why a case may be closed without an answer; `other` needs words. */
export const CLOSE_REASONS = {
  "no-answer-wanted": "the sender takes no answer",
  duplicate: "answered in another case",
  junk: "not a complaint",
  "answered-elsewhere": CLOSED_ELSEWHERE,
  other: "",
} as const;
export type CloseReason = keyof typeof CLOSE_REASONS;

type CloseInput = {
  caseId: string;
  caseVersion: number;
  reason: CloseReason;
  text: string;
  now: Instant;
};

/** Closes without an answer. A sealed case keeps its seal. Refuses while a letter of it is on its way. */
export async function closeCase(
  db: Db,
  viewer: Viewer,
  input: CloseInput,
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("close cases");
  const reason = [CLOSE_REASONS[input.reason], input.text.trim().slice(0, 500)]
    .filter((part) => part !== "")
    .join(": ");
  if (reason === "") return refuse("no-reason", "Say in a few words why the case is closed.");
  return await onCase(db, viewer, input.caseId, async (tx, row) => {
    if (row.state === "done") return refuse("closed-already", "This case is closed already.");
    const changed = caseChanged(row, input.caseVersion);
    if (changed) return changed;
    if ((await lettersOnTheirWay(tx, row.id)) > 0)
      return refuse(
        "on-its-way",
        "A letter of this case is on its way. Take it back or wait until it is sent, then close the case.",
      );
    await changeCase(
      tx,
      row.id,
      { state: "done", closedAt: new Date(input.now) },
      { kind: "closed", actor: viewer.userId, at: input.now, data: { reason } },
    );
    return { ok: true as const };
  });
}
