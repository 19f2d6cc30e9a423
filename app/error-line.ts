/** Faults of the machine the operator can mend, by what the database says about them. */
const MENDABLE: readonly (readonly [RegExp, string])[] = [
  [
    /database or disk is full|ENOSPC|SQLITE_FULL/,
    "The disk of the desk is full. Free some space and repeat; nothing was changed.",
  ],
  [
    /readonly database|EROFS|SQLITE_READONLY/,
    "The desk's database cannot be written to. Check the owner and the rights of DATA_DIR; nothing was changed.",
  ],
  [
    /database is locked|SQLITE_BUSY|Unable to start a transaction/,
    "The desk is busy with another change. Repeat in a moment; nothing was changed.",
  ],
];

/** One line for people about a surprise. Never the error's own words: they may hold parts of somebody's mail. */
export function errorLine(error: unknown, incident: string): string {
  const text = words(error, 0);
  const known = MENDABLE.find(([pattern]) => pattern.test(text));
  return (
    known?.[1] ??
    `The desk failed at this (incident ${incident}); nothing was changed. Its log has the kind of error; 'npx exitdesk doctor' checks the rest.`
  );
}

function words(error: unknown, depth: number): string {
  if (!(error instanceof Error) || depth > 4) return String(error);
  return `${error.message} ${words(error.cause, depth + 1)}`;
}
