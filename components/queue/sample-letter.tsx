import { words } from "@/components/words/words.ts";
import type { SampleLetter as Letter } from "@/lib/cases/review-bulk.ts";

/** One letter read for all, with what differs from case to case marked. */
export function SampleLetter({ letter }: { letter: Letter }) {
  const { bulk } = words().queue;
  const audiences: Record<string, string> = words().audiences;
  return (
    <article className="rounded-box border border-base-300 bg-base-100 px-4 py-3">
      <h3 className="mb-2 font-medium">{audiences[letter.audience]}</h3>
      <dl className="mb-3 grid grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-sm [&_dd]:[overflow-wrap:anywhere]">
        <dt className="font-medium">{bulk.to}</dt>
        <dd>{letter.to.join(", ")}</dd>
        <dt className="font-medium">{bulk.subject}</dt>
        <dd>{letter.subject}</dd>
      </dl>
      <p className="whitespace-pre-wrap text-sm [overflow-wrap:anywhere]">{marked(letter)}</p>
    </article>
  );
}

function marked({ text, pieces }: Letter) {
  const differing = pieces.filter(({ differs }) => differs);
  const ends = [0, ...differing.map(({ end }) => end)];
  return [
    ...differing.map(({ start, end }, at) => (
      <span key={start}>
        {text.slice(ends[at], start)}
        <mark className="bg-warning/30 text-inherit underline">{text.slice(start, end)}</mark>
      </span>
    )),
    text.slice(ends.at(-1)),
  ];
}
