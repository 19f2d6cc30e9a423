const GAP = /\[\[([^[\]\n]{1,80})\]\]/g;

/** Names of the facts still missing in a letter: each stands as `[[name]]`. In order, each once. */
export function gapsIn(...texts: string[]): string[] {
  return [
    ...new Set(texts.flatMap((text) => [...text.matchAll(GAP)].map(([, name]) => name ?? ""))),
  ];
}

/** The text with every `[[name]]` replaced. Replaced literally: `$&` in an answer stays `$&`. */
export function fillGapIn(text: string, name: string, value: string): string {
  return text.replaceAll(`[[${name}]]`, () => value);
}
