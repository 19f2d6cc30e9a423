import type { ReactNode } from "react";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { Confirmed, Sourced } from "@/lib/relays/history.ts";
import type { Gap } from "@/lib/relays/with-gaps.ts";
import { withGaps } from "@/lib/relays/with-gaps.ts";
import type { Interval } from "@/lib/time/instant.ts";
import { Age } from "./age.tsx";

/** `isUnsure`: it says that nobody knows. */
type Known = Interval & Sourced & Confirmed & { isUnsure?: boolean };
type Props<T> = {
  /** Everything known, shown or not: gaps are those of the whole. */
  intervals: readonly T[];
  /** Which of them stand here; gaps that touch none of it are left out. */
  isShown: (interval: Interval) => boolean;
  show?: (interval: T) => ReactNode;
  /** Below one interval, such as the way to strike it out. */
  below?: (interval: T) => ReactNode;
  /** When it was last seen to be so; null where nobody can say. */
  confirmed: (interval: T) => number | null;
  /** What it means when none covers a stretch that lies between two, or after the last. */
  between: string;
  now: number;
};

/** Open at once; the rest is folded away. */
const FIRST = 8;
const MOST = 48;

/** Intervals, newest first, with source and age; where nothing is known stands so. */
export function IntervalList<T extends Known>(props: Props<T>) {
  const { intervals, isShown, now } = props;
  if (intervals.length === 0) {
    return <p className="text-sm">{words().relays.notKnown}</p>;
  }
  const rows = withGaps(intervals)
    .filter(({ known, gap }) => isShown(gap === null ? known : whole(gap, now)))
    .toReversed();
  if (rows.length === 0) return <p className="text-sm">{words().relays.nothingShown}</p>;
  const more = rows.length - MOST;
  return (
    <div className="text-sm">
      <Rows {...props} rows={rows.slice(0, FIRST)} />
      {rows.length > FIRST ? (
        <details className="mt-3">
          <summary className="mb-3 cursor-pointer">
            {rich(words().relays.earlier, { rows: rows.length - FIRST })}
          </summary>
          <Rows {...props} rows={rows.slice(FIRST, MOST)} />
          {more > 0 ? (
            <p className="mt-3">{rich(words().relays.andMoreShorter, { more })}</p>
          ) : null}
        </details>
      ) : null}
    </div>
  );
}

function Rows<T extends Known>({
  rows,
  ...props
}: Props<T> & { rows: ReturnType<typeof withGaps<T>> }) {
  return (
    <ol className="flex flex-col gap-3">
      {rows.map(({ known, gap }, index) =>
        gap !== null ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn once, and two may begin at one moment.
          <GapRow key={index} gap={gap} between={props.between} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: see above.
          <KnownRow key={index} known={known} {...props} />
        ),
      )}
    </ol>
  );
}

function KnownRow<T extends Known>({
  known,
  show,
  below,
  confirmed,
  now,
}: Props<T> & { known: T }) {
  const seen = confirmed(known);
  return (
    <li
      className={`flex flex-wrap justify-between gap-x-4 border-l-4 pl-3 ${known.isUnsure ? "border-dashed border-warning" : "border-accent"}`}
    >
      <span>
        {show?.(known)}
        <Span from={known.from} to={known.to} />
        <span className="block opacity-80">
          {rich(words().relays.learnt, {
            source: known.source,
            seen:
              seen === null
                ? null
                : rich(words().relays.confirmed, { age: <Age at={seen} now={now} /> }),
            when: <UtcTime at={known.learnedAt} />,
          })}
        </span>
      </span>
      {below?.(known)}
    </li>
  );
}

function GapRow({ gap, between }: { gap: Gap; between: string }) {
  if (gap.from === null) {
    return (
      <li className="border-l-4 border-dashed border-warning pl-3">
        {rich(words().relays.unknownBefore, {
          gap: gap.to === null ? null : <UtcTime at={gap.to} />,
        })}
      </li>
    );
  }
  return (
    <li className="border-l-4 border-dashed border-warning pl-3">
      {between}
      <Span from={gap.from} to={gap.to} />
    </li>
  );
}

function whole(gap: Gap, now: number): Interval {
  return { from: gap.from ?? Number.NEGATIVE_INFINITY, to: gap.to ?? now };
}

function Span({ from, to }: { from: number; to: number | null }) {
  return (
    <span className="block">
      {rich(words().relays.fromTo, {
        when: <UtcTime at={from} />,
        to: to === null ? words().relays.now : <UtcTime at={to} />,
      })}
    </span>
  );
}
