/** A stretch of text that carries fact number `n`. `first`: the mark one comes back to. */
export type Highlight = { start: number; end: number; n: number; first: boolean };

/** Ids of the page: the panel of fact `n` of the opened mail, and the first mark that leads to it. */
export const panelId = (n: number) => `fact-${n}`;
export const markId = (n: number) => `mark-${n}`;
