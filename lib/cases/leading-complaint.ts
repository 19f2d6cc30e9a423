import type { StoredTriage } from "./stored-triage.ts";

type Read = { triage: StoredTriage };

/**
 * The mail a case is about, of its mails newest first: the newest of the case's own type that says what happened, so that
 * a reminder, an unlock notice or an automatic answer that joined later does not speak for it. One whose facts a person
 * corrected goes before all: the next repeat must not undo what the person said.
 */
export function leadingComplaint<T extends Read>(
  newestFirst: readonly T[],
  caseType: string,
): T | undefined {
  const ofType = newestFirst.filter(({ triage }) => triage.classification.type === caseType);
  return (
    ofType.find(({ triage }) => (triage.corrections?.length ?? 0) > 0) ??
    ofType.find(({ triage }) => triage.complaint.events.length > 0) ??
    ofType[0] ??
    newestFirst.at(-1)
  );
}
