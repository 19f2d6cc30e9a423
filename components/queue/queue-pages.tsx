import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";

type Props = {
  /** The address of this list without a place in it. */
  here: string;
  next: string | null;
  previous: string | null;
  /** So many cases were looked at to find these. */
  looked: number | null;
};

/** The ways to the next and the previous page, by key: no page is counted. */
export function QueuePages({ here, next, previous, looked }: Props) {
  if (next === null && previous === null) return null;
  const { queue } = words();
  return (
    <nav aria-label={queue.pages} className="mt-4 flex flex-wrap gap-4">
      {previous === null ? null : (
        <a className="link" rel="prev" href={`${here}&before=${encodeURIComponent(previous)}`}>
          {queue.before}
        </a>
      )}
      {next === null ? null : (
        <a className="link" rel="next" href={`${here}&after=${encodeURIComponent(next)}`}>
          {queue.next}
        </a>
      )}
      {looked === null ? null : (
        <p className="text-sm">{fill(queue.lookedThrough, { count: looked })}</p>
      )}
    </nav>
  );
}
