import Link from "next/link";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import { numberText, shareText } from "./number-text.ts";
import { PATTERNS, type Pattern } from "./plot-patterns.tsx";

export type Part = { key: string; name: string; count: number; href: string };
type Props = { parts: Part[]; text: string };

const HEIGHT = 28;

/** What a whole is made of: one strip, its parts told apart by their pattern, each named beneath. */
export function PartsStrip({ parts, text }: Props) {
  const { part: form } = words().reports.answers;
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  const said = parts.map(({ name, count }) => fill(form, { name, count: numberText(count) }));
  let before = 0;
  const placed = parts.map((part, index) => {
    const x = before;
    const width = whole === 0 ? 0 : (part.count / whole) * 100;
    before += width;
    return { ...part, x, width, pattern: PATTERNS[index % PATTERNS.length] ?? "plain" };
  });
  return (
    <>
      <svg
        width="100%"
        height={HEIGHT}
        role="img"
        aria-label={fill(text, { parts: said.join(", ") })}
        className="block"
      >
        {placed.map(({ key, x, width, pattern }) =>
          width === 0 ? null : (
            <rect
              key={key}
              x={`${x}%`}
              width={`${width}%`}
              height={HEIGHT}
              fill={`url(#plot-${pattern})`}
              className="stroke-base-content"
            />
          ),
        )}
      </svg>
      <ul className="mt-2 flex flex-wrap gap-x-6 gap-y-1 tabular-nums">
        {placed.map(({ key, name, count, href, pattern }) => (
          <li key={key} className="flex items-center gap-2">
            <Swatch pattern={pattern} />
            <span>{name}</span>
            {count === 0 ? (
              <span>0</span>
            ) : (
              <>
                <Link
                  href={href}
                  prefetch={false}
                  className="link"
                  aria-label={`${name}: ${count}`}
                >
                  {numberText(count)}
                </Link>
                <span>{shareText(count, whole)}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Swatch({ pattern }: { pattern: Pattern }) {
  return (
    <svg width="18" height="14" aria-hidden="true" className="shrink-0">
      <rect
        x="0.5"
        y="0.5"
        width="17"
        height="13"
        fill={`url(#plot-${pattern})`}
        className="stroke-base-content"
      />
    </svg>
  );
}
