/** The name of a pressed key as the table writes it; null when it is none of ours (Alt, a part of a composed letter). */
export function pressed(event: KeyboardEvent): string | null {
  if (event.altKey || event.isComposing || event.defaultPrevented) return null;
  const ctrl = event.ctrlKey || event.metaKey ? "Ctrl+" : "";
  // Of a character the browser says the shifted one already: `?`, `*`, `Y`.
  const shift = event.shiftKey && event.key.length > 1 ? "Shift+" : "";
  return ctrl + shift + event.key;
}

/** In a field letters are text. A field that cannot be written in takes none. */
export function isTyping(target: EventTarget | null): target is HTMLElement {
  return (
    target instanceof HTMLElement &&
    target.matches(
      "textarea:not([readonly]), select, input:not([readonly], [type=checkbox], [type=radio], [type=submit])",
    )
  );
}
