import { words } from "@/components/words/words.ts";
import type { Segment } from "@/lib/relays/strip-view.ts";
import type { Tick } from "@/lib/relays/ticks-view.ts";

export type StripLook = "tenure" | "uptime" | "policy";
type Props = {
  segments: Segment[];
  ticks: { narrow: Tick[]; wide: Tick[] };
  look: StripLook;
  /** Says in words what is drawn. */
  text: string;
  /** What is written into a segment of an interval, where it fits. */
  name?: (segment: Segment) => string | null;
};

const HEIGHT = 26;
/** Percent of the width a word needs on the narrowest screen. */
const ROOM = { word: 24, sign: 3.5, name: 9 };

/** One strip of the time axis. Lengths are percents, so it fits any width and its words keep their size. */
export function StripDrawing({ segments, ticks, look, text, name }: Props) {
  return (
    <svg
      width="100%"
      height={HEIGHT}
      role="img"
      aria-label={text}
      className="block overflow-visible"
    >
      <rect width="100%" height={HEIGHT} className="fill-base-200" />
      <Marks ticks={ticks.narrow} shown="md:hidden" />
      <Marks ticks={ticks.wide} shown="hidden md:inline" />
      {segments.map((segment) => (
        <Drawn key={segment.x} segment={segment} look={look} name={name?.(segment) ?? null} />
      ))}
    </svg>
  );
}

function Drawn({
  segment,
  look,
  name,
}: {
  segment: Segment;
  look: StripLook;
  name: string | null;
}) {
  const { kind, x, width, index } = segment;
  const fill = fillOf(segment, look);
  const isThin = width < 0.4;
  const isLine = kind === "off" && !isThin;
  return (
    <>
      <rect
        x={`${x}%`}
        width={`${width}%`}
        y={isLine ? HEIGHT - 6 : 3}
        height={isLine ? 3 : HEIGHT - 6}
        className={`${fill} ${isThin ? strokeOf(segment) : ""}`}
        {...(kind === "unknown" ? { fill: "url(#hatch-unknown)" } : {})}
        {...(kind === "several" ? { fill: "url(#dots-several)" } : {})}
      />
      {kind === "known" && index !== null && !isThin && x > 0 ? (
        <line x1={`${x}%`} x2={`${x}%`} y1="1" y2={HEIGHT - 1} className="stroke-base-content" />
      ) : null}
      <Words segment={segment} look={look} name={name} />
    </>
  );
}

function Marks({ ticks, shown }: { ticks: Tick[]; shown: string }) {
  return (
    <g className={shown}>
      {ticks.map(({ x, label }) => (
        <line key={label} x1={`${x}%`} x2={`${x}%`} y2={HEIGHT} className="stroke-base-300" />
      ))}
    </g>
  );
}

function Words({
  segment: { kind, x, width },
  look,
  name,
}: {
  segment: Segment;
  look: StripLook;
  name: string | null;
}) {
  const text = wordsIn(kind, width, { look, name });
  if (text === null) return null;
  return (
    <text
      x={`${x + width / 2}%`}
      y={HEIGHT / 2 + 4}
      textAnchor="middle"
      className={`text-[0.7rem] font-medium ${kind === "known" ? "fill-base-100" : "fill-base-content stroke-base-100 stroke-[5px] [paint-order:stroke]"}`}
    >
      {text}
    </text>
  );
}

function wordsIn(
  kind: Segment["kind"],
  width: number,
  { look, name }: { look: StripLook; name: string | null },
): string | null {
  if (kind === "known") return width >= ROOM.name ? name : null;
  if (kind === "off")
    return look === "uptime" && width >= ROOM.word ? words().relays.stripNotRunning : null;
  if (kind !== "unknown" || width < ROOM.sign) return null;
  return width >= ROOM.word ? words().relays.stripUnknown : "?";
}

function fillOf({ kind, index }: Segment, look: StripLook): string {
  if (kind === "off") return look === "uptime" ? "fill-error" : "fill-transparent";
  if (kind !== "known") return "";
  if (look === "policy") return (index ?? 0) % 2 === 0 ? "fill-accent" : "fill-primary";
  return look === "uptime" ? "fill-success" : "fill-accent";
}

/** Too thin to see otherwise. */
function strokeOf({ kind }: Segment): string {
  if (kind === "unknown") return "stroke-warning";
  return kind === "off" ? "stroke-error" : "stroke-accent";
}
