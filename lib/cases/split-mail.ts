import { canWork } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { keptMail } from "./again-store.ts";
import { caseChanged } from "./case-changed.ts";
import type { CaseDeps } from "./case-deps.ts";
import { caseRef } from "./case-ref.ts";
import { onCase } from "./case-store.ts";
import { knownNow, readKept } from "./check-again.ts";
import { decideCase } from "./decide-case.ts";
import { moveMails } from "./merge-cases.ts";
import { copyReaders, createCase } from "./open-case-store.ts";
import { lettersOnTheirWay } from "./outbox-view-store.ts";
import { refreshLetters } from "./refresh-letters.ts";

type SplitInput = { caseId: string; caseVersion: number; complaintId: string };
type Answer = { ok: true; caseId: string } | Refusal;

/** A mail that is about something else becomes a case of its own, with its own letters. A seal goes with it. */
export async function splitMail(
  db: Db,
  viewer: Viewer,
  input: SplitInput,
  deps: CaseDeps,
): Promise<Answer> {
  if (!canWork(viewer)) return forbidden("split cases");
  const mail = await keptMail(db, viewer, input);
  if (!mail) return notFound("mail of this case");
  const triage = await readKept(mail, await knownNow(db, deps));
  const plan = decideCase(triage, false);
  const answer = await onCase(db, viewer, input.caseId, async (tx, row): Promise<Answer> => {
    const stop = caseChanged(row, input.caseVersion);
    if (stop) return stop;
    if (row.complaintCount < 2)
      return refuse("only-mail", "It is the only mail of this case: there is nothing to split.");
    if ((await lettersOnTheirWay(tx, row.id)) > 0)
      return refuse(
        "on-its-way",
        "A letter of this case is on its way. Take it back or wait until it is sent.",
      );
    const sealed = row.sealed || plan.sealed;
    const made = await createCase(
      tx,
      { triage, receivedAt: mail.receivedAt, letters: true },
      { ...plan, sealed, state: "open", closeReason: null, complaintCount: 0 },
      { ref: caseRef(deps.random(8)), now: deps.now },
    );
    if (row.sealed) await copyReaders(tx, { from: row.id, to: made.id });
    await moveMails(tx, {
      from: row,
      to: made,
      ids: [mail.complaintId],
      kind: "split",
      actor: viewer.userId,
      now: deps.now,
    });
    return { ok: true, caseId: made.id };
  });
  if (answer.ok) await refreshLetters(db, viewer, [input.caseId], deps);
  return answer;
}
