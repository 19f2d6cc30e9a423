import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";

type Props = { marks: { x: number; title: string }[] };

const MAX = 300;

/** When the complaints about this relay say something happened; the list of them is further down. */
export function CaseMarks({ marks }: Props) {
  const text = fill(words().relays.marks, { length: marks.length });
  return (
    <svg width="100%" height="18" role="img" aria-label={text} className="block overflow-visible">
      <rect width="100%" height="18" className="fill-base-200" />
      {marks.slice(0, MAX).map(({ x, title }, index) => (
        <line
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, and two may be of one moment.
          key={index}
          x1={`${x}%`}
          x2={`${x}%`}
          y1="2"
          y2="16"
          strokeWidth="2"
          className="stroke-error"
        >
          <title>{title}</title>
        </line>
      ))}
    </svg>
  );
}
