import { canWork } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { ComplaintType } from "../classify/classification.ts";
import type { Db } from "../db/client.ts";
import { historyOf } from "../relays/store.ts";
import type { Triage } from "../triage/triage.ts";
import { type KeptMail, leadingRaw } from "./again-store.ts";
import { applyTriage } from "./apply-triage.ts";
import type { CaseDeps } from "./case-deps.ts";
import { taughtAbout } from "./lessons-store.ts";
import { triageOrSayWhy } from "./open-case.ts";
import { readOperatorProfile } from "./operator-profile-store.ts";
import { type ReadContext, retyped } from "./retyped.ts";

/**
 * Reads the complaint of a case again, against what is known about the relays now: after a relay was added or a policy
 * corrected. Letters a person edited or sent stay; a type a person set stays.
 */
export async function checkAgain(
  db: Db,
  viewer: Viewer,
  input: { caseId: string },
  deps: CaseDeps,
): Promise<{ ok: true } | Refusal> {
  if (!canWork(viewer)) return forbidden("check cases again");
  const known = await knownNow(db, deps);
  return await readAgain(db, viewer, { ...input, known, now: deps.now, quiet: false });
}

/** What every mail is read against. */
export async function knownNow(db: Db, deps: CaseDeps): Promise<Omit<ReadContext, "receivedAt">> {
  return {
    history: (accused) => historyOf(db, accused),
    taught: (seen) => taughtAbout(db, seen),
    templates: deps.templates,
    operator: await readOperatorProfile(db),
  };
}

/** How often a case may change under the reading before it is left to the next time. */
const TRIES = 3;

/** `type`: what a person says it is; null: nobody says so any more. `quiet`: leaves no trace when nothing changed. */
export async function readAgain(
  db: Db,
  viewer: Viewer,
  input: {
    caseId: string;
    known: Omit<ReadContext, "receivedAt">;
    type?: ComplaintType | null;
    now: number;
    quiet: boolean;
  },
): Promise<{ ok: true } | Refusal> {
  const { caseId, now, quiet, known } = input;
  let answer: { ok: true } | Refusal = notFound("case");
  for (let tries = 0; tries < TRIES; tries += 1) {
    const kept = await leadingRaw(db, viewer, caseId);
    if (!kept) return notFound("case");
    const typeByPerson = input.type === undefined ? kept.typeByPerson : (input.type ?? undefined);
    const mail = { ...kept, typeByPerson };
    const triage = await readKept(mail, known);
    const seen = kept.of.version;
    const applied = await applyTriage(db, viewer, {
      ...concluded(mail, triage),
      caseId,
      seen,
      now,
      quiet,
    });
    answer = applied.ok ? { ok: true } : applied;
    if (answer.ok || answer.code !== "case-changed") break;
  }
  return answer;
}

type Said = Pick<KeptMail, "complaintId" | "raw" | "receivedAt" | "typeByPerson" | "corrections">;

/** A kept mail as the desk reads it now, with all that persons said of it. */
export async function readKept(
  mail: Said,
  known: Omit<ReadContext, "receivedAt">,
): Promise<Triage> {
  const context = { ...known, receivedAt: mail.receivedAt };
  const changes = mail.corrections.map(({ change }) => change);
  const read = await triageOrSayWhy(mail.raw, context, changes);
  return mail.typeByPerson ? retyped(read, mail.typeByPerson, context) : read;
}

/** The part of what `applyTriage` wants that comes from the mail. */
export function concluded({ complaintId, typeByPerson, corrections }: Said, triage: Triage) {
  return {
    complaintId,
    triage,
    typeByPerson,
    corrections: corrections.map(({ change }) => change),
  };
}
