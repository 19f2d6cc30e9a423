import { canWork } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { type FactField, parseFactChange } from "../complaints/fact-change.ts";
import type { Db } from "../db/client.ts";
import { keptMail } from "./again-store.ts";
import { applyTriage } from "./apply-triage.ts";
import { caseChanged } from "./case-changed.ts";
import type { CaseDeps } from "./case-deps.ts";
import { concluded, knownNow, readAgain, readKept } from "./check-again.ts";
import { keepCorrection } from "./correction-store.ts";
import { changeData } from "./timeline-text.ts";

/** Of one mail more corrections than this are no corrections. */
const MOST = 200;

export type FactInput = {
  caseId: string;
  /** As the person saw it: the collision stop. */
  caseVersion: number;
  complaintId: string;
  field: FactField;
  /** What the desk read; null: it had missed the fact. */
  from: string | null;
  /** What it is, as typed; null or empty: no fact at all. */
  to: string | null;
  /** "Theirs, not ours": the kind it really is. */
  as?: FactField | undefined;
};

/**
 * The operator knows better what the mail says: correction, verdict, letters and timeline change together. What was read
 * and what was said are both kept, and hold for every later reading.
 */
export async function correctFact(
  db: Db,
  viewer: Viewer,
  input: FactInput,
  deps: CaseDeps,
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("correct facts");
  const parsed = parseFactChange(input);
  if (!parsed.ok) return refuse("bad-fact", parsed.text);
  const mail = await keptMail(db, viewer, input);
  if (!mail) return notFound("mail of this case");
  const stop = caseChanged(mail.of, input.caseVersion);
  if (stop) return stop;
  if (mail.corrections.length >= MOST)
    return refuse("too-many-corrections", "One mail takes {max} corrections; undo some first.", {
      max: MOST,
    });
  const { change } = parsed;
  const corrections = [...mail.corrections, { id: "", change }];
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
      write: async (tx) =>
        await keepCorrection(tx, { complaintId: mail.complaintId, change, ...by }),
      item: { ...by, kind: "fact", data: changeData(change) },
    },
  });
  return await withLetters(db, viewer, { answer, caseId: input.caseId, known, now: deps.now });
}

/** When the case is about another mail than the corrected one, its letters are brought in line with that one. */
export async function withLetters(
  db: Db,
  viewer: Viewer,
  given: {
    answer: Awaited<ReturnType<typeof applyTriage>>;
    caseId: string;
    known: Awaited<ReturnType<typeof knownNow>>;
    now: number;
  },
): Promise<{ ok: true } | Refusal> {
  const { answer, ...again } = given;
  if (!answer.ok) return answer;
  if (answer.leads) return { ok: true };
  return await readAgain(db, viewer, { ...again, quiet: true });
}
