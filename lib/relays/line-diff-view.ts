/** One line of a comparison; `same` lines stand in both. */
export type DiffLine = { change: "added" | "removed" | "same"; text: string };

/** Comparing takes the product of both lengths; beyond it all that differs counts as replaced. */
const MAX_PRODUCT = 1_000_000;

/** What must be taken away and put in to make `after` of `before`, in order (longest common subsequence). */
export function lineDiff(before: readonly string[], after: readonly string[]): DiffLine[] {
  const start = commonStart(before, after);
  const end = commonEnd(before.slice(start), after.slice(start));
  const [was, is] = [
    before.slice(start, before.length - end),
    after.slice(start, after.length - end),
  ];
  const middle =
    was.length * is.length > MAX_PRODUCT
      ? [...as("removed", was), ...as("added", is)]
      : compared(was, is);
  return [
    ...as("same", before.slice(0, start)),
    ...middle,
    ...as("same", after.slice(after.length - end)),
  ];
}

function as(change: DiffLine["change"], lines: readonly string[]): DiffLine[] {
  return lines.map((text) => ({ change, text }));
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const most = Math.min(a.length, b.length);
  let count = 0;
  while (count < most && a[count] === b[count]) count += 1;
  return count;
}

function commonEnd(a: readonly string[], b: readonly string[]): number {
  return commonStart(a.toReversed(), b.toReversed());
}

function compared(was: readonly string[], is: readonly string[]): DiffLine[] {
  const longest = lengths(was, is);
  const at = (i: number, j: number) => longest[i * (is.length + 1) + j] ?? 0;
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < was.length || j < is.length) {
    const [old = "", fresh = ""] = [was[i], is[j]];
    if (i < was.length && j < is.length && old === fresh) {
      lines.push({ change: "same", text: old });
      i += 1;
      j += 1;
    } else if (i < was.length && (j >= is.length || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ change: "removed", text: old });
      i += 1;
    } else {
      lines.push({ change: "added", text: fresh });
      j += 1;
    }
  }
  return lines;
}

/** For each pair of places, how many lines what follows them has in common. */
function lengths(was: readonly string[], is: readonly string[]): Uint32Array {
  const wide = is.length + 1;
  const longest = new Uint32Array((was.length + 1) * wide);
  for (let i = was.length - 1; i >= 0; i -= 1) {
    for (let j = is.length - 1; j >= 0; j -= 1) {
      longest[i * wide + j] =
        was[i] === is[j]
          ? (longest[(i + 1) * wide + j + 1] ?? 0) + 1
          : Math.max(longest[(i + 1) * wide + j] ?? 0, longest[i * wide + j + 1] ?? 0);
    }
  }
  return longest;
}
