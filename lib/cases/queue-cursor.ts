import type { Instant } from "../time/instant.ts";

/** Where a page begins: beyond this case; `back`: before it, towards the beginning of the list. */
export type Cursor = { sortAt: Instant; id: string; back: boolean };

export function cursorOf({ sortAt, id }: { sortAt: Date; id: string }): string {
  return `${sortAt.getTime()}.${id}`;
}

/** An unreadable cursor (a hand-made address) means the first page. */
export function readCursor({
  after,
  before,
}: {
  after: string | null;
  before?: string | null | undefined;
}): Cursor | null {
  const [, sortAt, id] = /^(-?\d{1,15})\.([0-9a-f-]{36})$/.exec(before ?? after ?? "") ?? [];
  if (!sortAt || !id) return null;
  return { sortAt: Number(sortAt), id, back: Boolean(before) };
}
