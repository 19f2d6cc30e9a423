import { canWork } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { CaseModel } from "../db/generated/models.ts";
import { caseChanged } from "./case-changed.ts";
import type { CaseDeps } from "./case-deps.ts";
import { changeCase } from "./case-store.ts";
import {
  findMove,
  hasNewMail,
  type Move,
  markUndone,
  putMails,
  settledHead,
  standingFields,
} from "./move-store.ts";
import { onTwoCases } from "./on-two-cases.ts";
import { refreshLetters } from "./refresh-letters.ts";

type UndoInput = { caseId: string; caseVersion: number; moveId: string };
type Answer = { ok: true; caseId: string } | Refusal;

/**
 * Takes a merge, a move or a split back: the mails return to the case they came from, which stands as it stood. Mails that
 * came later stay; those that were moved on since must be brought back first.
 */
export async function undoMove(
  db: Db,
  viewer: Viewer,
  input: UndoInput,
  deps: CaseDeps,
): Promise<Answer> {
  if (!canWork(viewer)) return forbidden("take back moves");
  const move = await findMove(db, input.moveId);
  if (!move || ![move.fromCaseId, move.toCaseId].includes(input.caseId)) return notFound("move");
  const ids = { caseId: move.toCaseId, otherId: move.fromCaseId };
  const answer = await onTwoCases(db, viewer, ids, async (tx, pair): Promise<Answer> => {
    const [holder, origin] = [pair.one, pair.other];
    const page = input.caseId === holder.id ? holder : origin;
    const stop = caseChanged(page, input.caseVersion);
    if (stop) return stop;
    if ((await findMove(tx, move.id))?.undone)
      return refuse("undone-already", "This was taken back already.");
    const ways = { from: holder.id, to: origin.id };
    const moved = await putMails(tx, move.complaintIds, ways);
    if (moved < move.complaintIds.length)
      return refuse(
        "moved-on",
        "Some of these mails have been moved on since. Take that back first, then this.",
      );
    await restore(tx, { move, holder, origin, moved, actor: viewer.userId, now: deps.now });
    return { ok: true, caseId: origin.id };
  });
  if (answer.ok) await refreshLetters(db, viewer, [move.fromCaseId, move.toCaseId], deps);
  return answer;
}

type Restored = {
  move: Move;
  holder: CaseModel;
  origin: CaseModel;
  moved: number;
  actor: string;
  now: number;
};

async function restore(tx: Tx, given: Restored): Promise<void> {
  const { move, holder, origin, moved, actor, now } = given;
  const by = { actor, at: now };
  await markUndone(tx, move.id, by);
  await changeCase(
    tx,
    origin.id,
    { ...(await settledHead(tx, origin, holder, now)), ...stateBefore(move, origin, holder) },
    { ...by, kind: "mail_back", data: { other: holder.ref, mails: moved } },
  );
  const { woken } = move.before;
  const asleep = woken && holder.state === "open" && !(await hasNewMail(tx, holder.id, move.id));
  await changeCase(
    tx,
    holder.id,
    {
      ...(asleep ? standingFields(woken) : {}),
      ...(await settledHead(tx, holder, origin, now)),
    },
    { ...by, kind: "mail_left", data: { other: origin.ref, mails: moved } },
  );
}

/** A case that had been emptied stands again as it stood; sealed, if what it gets back has been sealed meanwhile. */
function stateBefore({ before }: Move, origin: CaseModel, holder: CaseModel) {
  const sealed = origin.sealed || holder.sealed;
  const seal = sealed && !origin.sealed ? { sealed, decision: "counsel" } : {};
  if (origin.mergedIntoId === null) return seal;
  return { ...standingFields(before), ...seal };
}
