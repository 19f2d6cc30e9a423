/** Looks in a text for the first match that begins at `from` or later. */
export type Search = (text: string, from: number) => RegExpExecArray | null;

/**
 * Several searches of one text as one: gives whichever match stands first, of two at one place that of the search named
 * first. For patterns of which each alone is found quickly and all joined by `|` are not. `from` must not go back.
 */
export function firstOf(
  searches: readonly Search[],
  text: string,
): (from: number) => RegExpExecArray | null {
  const found: (RegExpExecArray | null)[] = searches.map((search) => search(text, 0));
  return (from) => {
    for (const [index, search] of searches.entries()) {
      const match = found[index];
      if (match && match.index < from) found[index] = search(text, from);
    }
    return found.reduce(earlier, null);
  };
}

function earlier(a: RegExpExecArray | null, b: RegExpExecArray | null): RegExpExecArray | null {
  return a === null || (b !== null && b.index < a.index) ? b : a;
}
