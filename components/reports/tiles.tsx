import Link from "next/link";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { Figures } from "@/lib/reports/figures.ts";
import { durationText, numberText } from "./number-text.ts";
import { type About, casesLink } from "./report-link.ts";

type Props = { figures: Figures; about: About };

/** The six numbers most asked for. */
export function Tiles({ figures, about }: Props) {
  const { tiles } = words().reports;
  const { cases, mails, repeats, times, deadlines } = figures;
  const due = deadlines.met + deadlines.missed;
  const time = (seconds: number | null) => (seconds === null ? tiles.none : durationText(seconds));
  return (
    <dl aria-label={tiles.title} className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-6">
      <Tile name={tiles.cases} value={numberText(cases)} href={casesLink(about)} />
      <Tile name={tiles.mails} value={numberText(mails)} />
      <Tile name={tiles.repeats} value={numberText(repeats)} />
      <Tile name={tiles.median} value={time(times.medianSeconds)} />
      <Tile name={tiles.p90} value={time(times.p90Seconds)} />
      <Tile
        name={tiles.met}
        value={
          due === 0
            ? tiles.noDeadline
            : fill(tiles.metOf, { met: numberText(deadlines.met), all: numberText(due) })
        }
        {...(due === 0 ? {} : { href: casesLink(about, { deadline: "met" }) })}
      />
    </dl>
  );
}

function Tile({ name, value, href }: { name: string; value: string; href?: string }) {
  return (
    <div className="flex flex-col-reverse justify-end rounded-box border border-base-300 bg-base-100 px-4 py-3">
      <dt className="text-sm">{name}</dt>
      <dd className="text-xl font-semibold tabular-nums">
        {href === undefined ? (
          value
        ) : (
          <Link href={href} prefetch={false} className="underline underline-offset-4">
            {value}
          </Link>
        )}
      </dd>
    </div>
  );
}
