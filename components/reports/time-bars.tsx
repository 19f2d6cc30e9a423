import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { Figures } from "@/lib/reports/figures.ts";
import { dayText } from "@/lib/reports/period.ts";
import { bucketText, numberText } from "./number-text.ts";
import type { About } from "./report-link.ts";
import { TimeTable } from "./time-table.tsx";

type Props = { figures: Figures; about: About };
type Bar = Figures["overTime"][number];

const HEIGHT = 150;
const TOP = 22;
/** How many words fit beside each other on the narrowest and on a wide screen. */
const FIT = { narrow: 4, wide: 12 };

/** A bar for each week or month, drawn by the server; lengths are percents, so it fits any width and words keep their size. */
export function TimeBars({ figures: { overTime, asked }, about }: Props) {
  const { overTime: texts } = words().reports;
  const most = overTime.reduce((top, bar) => (bar.cases > top.cases ? bar : top), {
    cases: 0,
    days: asked.period,
  });
  const text = fill(texts.text, {
    unit: texts[asked.unit],
    from: dayText(asked.period.from),
    to: dayText(asked.period.to),
    most: numberText(most.cases),
    when: dayText(most.days.from),
  });
  return (
    <>
      <svg
        width="100%"
        height={HEIGHT + 24}
        role="img"
        aria-label={text}
        className="block overflow-visible"
      >
        <line x2="100%" y1={HEIGHT} y2={HEIGHT} className="stroke-base-content" />
        {overTime.map((bar, index) => (
          <Drawn
            key={bar.bucket}
            bar={bar}
            at={placeOf(index, overTime.length)}
            most={most.cases}
          />
        ))}
        <Labels bars={overTime} unit={asked.unit} fit={FIT.narrow} shown="md:hidden" />
        <Labels bars={overTime} unit={asked.unit} fit={FIT.wide} shown="hidden md:inline" />
      </svg>
      <TimeTable overTime={overTime} about={about} />
    </>
  );
}

type Place = { x: number; width: number };

function placeOf(index: number, count: number): Place {
  const room = 100 / count;
  return { x: index * room + room * 0.1, width: room * 0.8 };
}

function Drawn({ bar, at, most }: { bar: Bar; at: Place; most: number }) {
  if (bar.cases === 0) return null;
  const height = Math.max(2, (bar.cases / most) * (HEIGHT - TOP));
  return (
    <rect
      x={`${at.x}%`}
      width={`${at.width}%`}
      y={HEIGHT - height}
      height={height}
      className="fill-accent"
    />
  );
}

/** When each began, and how many it has: of so many bars as their words fit beside each other. */
function Labels({
  bars,
  unit,
  fit,
  shown,
}: {
  bars: Bar[];
  unit: Figures["asked"]["unit"];
  fit: number;
  shown: string;
}) {
  const step = Math.ceil(bars.length / fit);
  const most = Math.max(1, ...bars.map(({ cases }) => cases));
  return (
    <g className={shown}>
      {bars.map(({ bucket, days, cases }, index) => {
        if (index % step !== 0) return null;
        const { x, width } = placeOf(index, bars.length);
        const top = HEIGHT - (cases / most) * (HEIGHT - TOP);
        return (
          <g key={bucket} textAnchor="middle" className="fill-base-content text-xs tabular-nums">
            <text x={`${x + width / 2}%`} y={HEIGHT + 18} textAnchor={anchor(x, width)}>
              {bucketText(days.from, unit)}
            </text>
            {cases > 0 && step === 1 ? (
              <text x={`${x + width / 2}%`} y={top - 5}>
                {numberText(cases)}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

/** A word at an end must not stand out of the page. */
function anchor(x: number, width: number): "start" | "middle" | "end" {
  if (width > 12) return "middle";
  if (x < 6) return "start";
  return x > 88 ? "end" : "middle";
}
