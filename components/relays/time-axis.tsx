import type { Tick } from "@/lib/relays/ticks-view.ts";

type Props = { narrow: Tick[]; wide: Tick[] };

/** The marks of the common axis: few on a narrow screen, more on a wide one. */
export function TimeAxis({ narrow, wide }: Props) {
  return (
    <svg width="100%" height="20" aria-hidden="true" className="block overflow-visible">
      <Labels ticks={narrow} shown="md:hidden" />
      <Labels ticks={wide} shown="hidden md:inline" />
    </svg>
  );
}

function Labels({ ticks, shown }: { ticks: Tick[]; shown: string }) {
  return (
    <g className={shown}>
      {ticks.map(({ x, label }) => (
        <text
          key={label}
          x={`${x}%`}
          y="14"
          textAnchor={anchor(x)}
          className="fill-base-content text-xs tabular-nums"
        >
          {label}
        </text>
      ))}
    </g>
  );
}

/** A word at an end must not stand out of the page. */
function anchor(x: number): "start" | "middle" | "end" {
  if (x < 8) return "start";
  return x > 92 ? "end" : "middle";
}
