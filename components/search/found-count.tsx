import { fill } from "@/components/words/fill.ts";
import { plural, words } from "@/components/words/words.ts";
import type { FoundPage } from "@/lib/search/find-texts-store.ts";

/** How many texts there are as far as anybody counted, and in which order they stand. */
export function FoundCount({ page }: { page: FoundPage }) {
  const said = words().search;
  const { texts, count, looked, next } = page;
  if (texts.length === 0) return <p>{next === null ? said.none : said.noneHere}</p>;
  return (
    <h2 className="mb-3 text-sm">
      {count === null ? said.hits : counted(count)}, {said.newest}
      {looked === null ? null : <> · {fill(said.looked, { count: looked })}</>}
    </h2>
  );
}

/** The store counts no further than this. */
const CAP = 1000;

function counted(count: number): string {
  const said = words().search;
  return count >= CAP ? fill(said.foundMany, { count: CAP }) : plural(count, said.found);
}
