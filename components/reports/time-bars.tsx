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
/** How many dates and how many numbers fit beside each other on the narrowest and on a wide screen. */
const FIT = { narrow: { dates: 4, numbers: 9 }, wide: { dates: 12, numbers: 32 } };

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
  const height = heightOf(bar.cases, most);
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

type LabelProps = {
  bars: Bar[];
  unit: Figures["asked"]["unit"];
  fit: { dates: number; numbers: number };
  shown: string;
};

/** When they began, and how many they have: as many as fit beside each other, and always the most. */
function Labels({ bars, unit, fit, shown }: LabelProps) {
  const step = Math.ceil(bars.length / fit.dates);
  const most = Math.max(1, ...bars.map(({ cases }) => cases));
  const highest = bars.findIndex(({ cases }) => cases === most);
  return (
    <g className={`${shown} fill-base-content text-xs tabular-nums`}>
      {bars.map(({ bucket, days, cases }, index) => {
        const { x, width } = placeOf(index, bars.length);
        const isNumbered = cases > 0 && (bars.length <= fit.numbers || index === highest);
        const place = { x: `${x + width / 2}%`, textAnchor: anchor(x, width) };
        return (
          <g key={bucket}>
            {index % step === 0 ? (
              <text {...place} y={HEIGHT + 18}>
                {bucketText(days.from, unit)}
              </text>
            ) : null}
            {isNumbered ? (
              <text {...place} textAnchor="middle" y={HEIGHT - heightOf(cases, most) - 5}>
                {numberText(cases)}
              </text>
            ) : null}
          </g>
        );
      })}
    </g>
  );
}

function heightOf(cases: number, most: number): number {
  return Math.max(2, (cases / most) * (HEIGHT - TOP));
}

/** A word at an end must not stand out of the page. */
function anchor(x: number, width: number): "start" | "middle" | "end" {
  if (width > 12) return "middle";
  if (x < 6) return "start";
  return x > 88 ? "end" : "middle";
}
