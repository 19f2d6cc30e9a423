import { Fragment } from "react";
import { SCROLLS } from "@/components/ui/scrolls.ts";
import type { Highlight } from "./highlights.ts";

/** Plain text as it came, line breaks kept, facts marked where they stand. */
export function HighlightedText({
  text,
  highlights,
  wrap,
}: {
  text: string;
  highlights: Highlight[];
  wrap: boolean;
}) {
  return (
    <pre
      {...SCROLLS}
      className={`text-sm leading-relaxed ${wrap ? "break-words whitespace-pre-wrap" : "overflow-x-auto"}`}
    >
      <MarkedText text={text} highlights={highlights} />
    </pre>
  );
}

/** The marks alone, for a line inside other text. Overlapping marks: the first wins. */
export function MarkedText({ text, highlights }: { text: string; highlights: Highlight[] }) {
  return pieces(text, highlights).map((piece) => (
    <Fragment key={piece.start}>
      {piece.mark === null ? (
        text.slice(piece.start, piece.end)
      ) : (
        <FactMark mark={piece.mark}>{text.slice(piece.start, piece.end)}</FactMark>
      )}
    </Fragment>
  ));
}

function FactMark({ mark, children }: { mark: Highlight; children: string }) {
  return (
    <mark id={mark.id ?? undefined} data-side={mark.side}>
      <a href={mark.href} data-fact={mark.label} title={mark.label} className="fact-link">
        <span className="sr-only">[{mark.label}] </span>
        {children}
      </a>
    </mark>
  );
}

type Piece = { start: number; end: number; mark: Highlight | null };

function pieces(text: string, highlights: Highlight[]): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const mark of [...highlights].sort((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end > text.length || mark.end <= mark.start) continue;
    if (mark.start > at) result.push({ start: at, end: mark.start, mark: null });
    result.push({ start: mark.start, end: mark.end, mark });
    at = mark.end;
  }
  if (at < text.length) result.push({ start: at, end: text.length, mark: null });
  return result;
}
