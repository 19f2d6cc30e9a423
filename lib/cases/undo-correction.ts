import { canWork } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { keptMail } from "./again-store.ts";
import { applyTriage } from "./apply-triage.ts";
import { caseChanged } from "./case-changed.ts";
import type { CaseDeps } from "./case-deps.ts";
import { concluded, knownNow, readKept } from "./check-again.ts";
import { withLetters } from "./correct-fact.ts";
import { undoneCorrection } from "./correction-store.ts";
import { changeData } from "./timeline-text.ts";

type UndoInput = { caseId: string; caseVersion: number; complaintId: string; correctionId: string };

/** Takes one correction back; the others stay, and so does the record that there was one. */
export async function undoCorrection(
  db: Db,
  viewer: Viewer,
  input: UndoInput,
  deps: CaseDeps,
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("take back corrections");
  const mail = await keptMail(db, viewer, input);
  if (!mail) return notFound("mail of this case");
  const stop = caseChanged(mail.of, input.caseVersion);
  if (stop) return stop;
  const undone = mail.corrections.find(({ id }) => id === input.correctionId);
  if (!undone) return refuse("undone-already", "This correction was taken back already.");
  const corrections = mail.corrections.filter((one) => one !== undone);
  const known = await knownNow(db, deps);
  const triage = await readKept({ ...mail, corrections }, known);
  const by = { actor: viewer.userId, at: deps.now };
  const answer = await applyTriage(db, viewer, {
    ...concluded({ ...mail, corrections }, triage),
    caseId: input.caseId,
    seen: mail.of.version,
    now: deps.now,
    quiet: false,
    correction: {
      write: async (tx) => await undoneCorrection(tx, { id: undone.id, ...by }),
      item: { ...by, kind: "fact_undone", data: changeData(undone.change) },
    },
  });
  return await withLetters(db, viewer, { answer, caseId: input.caseId, known, now: deps.now });
}
