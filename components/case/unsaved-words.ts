type Typed = { to: string; subject: string; text: string };
type Unsaved = Typed & { version: number };

/**
 * What was typed into letters and not saved, by draft, for as long as this tab is open: another form of the page (a
 * corrected fact, a note) draws the page anew. Filled in the browser only.
 */
const unsaved = new Map<string, Unsaved>();

/** What was typed, and whether the letter has become another since. */
export function unsavedWords(
  draftId: string,
  draftVersion: number,
): { typed: Typed | null; isOld: boolean } {
  const typed = unsaved.get(draftId) ?? null;
  return { typed, isOld: typed !== null && typed.version !== draftVersion };
}

export function keepUnsaved(draftId: string, version: number, form: HTMLFormElement): void {
  const given = new FormData(form);
  const value = (name: string) => String(given.get(name) ?? "");
  const typed = { to: value("to"), subject: value("subject"), text: value("text") };
  unsaved.set(draftId, { version: unsaved.get(draftId)?.version ?? version, ...typed });
}

/** The letter is saved or sent, or its form says itself what was typed. */
export function dropUnsaved(draftId: string): void {
  unsaved.delete(draftId);
}
