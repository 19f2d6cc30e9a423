import { canWork } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { CaseModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import { caseChanged } from "./case-changed.ts";
import type { CaseDeps } from "./case-deps.ts";
import { changeCase } from "./case-store.ts";
import { settleLookalikes } from "./lookalike-store.ts";
import { whyNotMove } from "./may-move.ts";
import {
  keepMove,
  type MoveKind,
  mailIds,
  putMails,
  settledHead,
  standingOf,
} from "./move-store.ts";
import { onTwoCases } from "./on-two-cases.ts";
import { refreshLetters } from "./refresh-letters.ts";

export type MoveInput = {
  caseId: string;
  /** As the person saw it: the collision stop. */
  caseVersion: number;
  /** Id or reference of the case it belongs to. */
  into: string;
  /** This mail only; absent: all mails of the case, which is then closed and named in the other. */
  complaintId?: string | undefined;
};
type Answer = { ok: true; caseId: string } | Refusal;

/**
 * A person says that this case, or one mail of it, belongs to another case. Mails, counts, the earlier deadline and both
 * timelines change together; letters, outbox and timeline of the left case stay with it, to be read and to come back to.
 */
export async function mergeCases(
  db: Db,
  viewer: Viewer,
  input: MoveInput,
  deps: CaseDeps,
): Promise<Answer> {
  if (!canWork(viewer)) return forbidden("join cases");
  const ids = { caseId: input.caseId, otherId: input.into };
  const answer = await onTwoCases(db, viewer, ids, async (tx, { one, other }): Promise<Answer> => {
    const stop = caseChanged(one, input.caseVersion) ?? whyNotMove(viewer, one, other);
    if (stop) return stop;
    const all = await mailIds(tx, one.id);
    const chosen =
      input.complaintId === undefined ? all : all.filter((id) => id === input.complaintId);
    if (chosen.length === 0) return notFound("mail of this case");
    const kind = chosen.length === all.length ? "merge" : "link";
    const by = { actor: viewer.userId, now: deps.now };
    await moveMails(tx, { from: one, to: other, ids: chosen, kind, ...by });
    await settleLookalikes(tx, { caseId: one.id, otherId: other.id, answer: "joined", ...by });
    return { ok: true, caseId: other.id };
  });
  if (answer.ok) await refreshLetters(db, viewer, [input.caseId, answer.caseId], deps);
  return answer;
}

type Moved = {
  from: CaseModel;
  to: CaseModel;
  ids: string[];
  kind: MoveKind;
  actor: string;
  now: Instant;
};

/** The move itself, inside the transaction of whoever decided it. */
export async function moveMails(tx: Tx, { from, to, ids, kind, actor, now }: Moved): Promise<void> {
  await putMails(tx, ids, { from: from.id, to: to.id });
  const by = { actor, at: now };
  await keepMove(tx, {
    kind,
    fromCaseId: from.id,
    toCaseId: to.id,
    complaintIds: ids,
    before: { ...standingOf(from), woken: isWoken(from, to) ? standingOf(to) : null },
    ...by,
  });
  const hidden = to.sealed && !from.sealed && kind !== "merge";
  const left = { other: hidden ? "another case" : to.ref, mails: ids.length };
  await changeCase(tx, from.id, await settledHead(tx, from, to, now), {
    ...by,
    kind: kind === "merge" ? "merged" : "mail_left",
    data: left,
  });
  await changeCase(
    tx,
    to.id,
    { ...(await settledHead(tx, to, from, now)), ...wokenBy(from, to) },
    { ...by, kind: "mail_came", data: { other: from.ref, mails: ids.length } },
  );
}

function isWoken(from: CaseModel, to: CaseModel): boolean {
  return from.state === "open" && to.state !== "open";
}

/** What still waits for the operator waits for him in the other case too. */
function wokenBy(from: CaseModel, to: CaseModel) {
  if (!isWoken(from, to)) return {};
  const decision = to.decision === "counsel" ? to.decision : from.decision;
  return { state: "open", closedAt: null, decision };
}
