/** A count below this is not published: it could point to one complainant. Zero points to nobody. */
export const FEWEST = 5;

/** `few`: one to four. */
export type Published = number | "few";

export function isFew(count: number): boolean {
  return count > 0 && count < FEWEST;
}

/**
 * Counts that stand beside each other. A reader who knew their sum could work out a single `few`, so no figure may be
 * published that they have a part in; `sumOf` says what may be.
 */
export function publish(count: number): Published {
  return isFew(count) ? "few" : count;
}

/** Between what numbers the sum lies, as far as the published counts tell it themselves: it adds nothing to them. */
export function sumOf(counts: readonly Published[]): { least: number; most: number } {
  const few = counts.filter((count) => count === "few").length;
  const shown = counts.reduce<number>((sum, count) => sum + (count === "few" ? 0 : count), 0);
  return { least: shown + few, most: shown + few * (FEWEST - 1) };
}
