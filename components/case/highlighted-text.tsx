import { Fragment } from "react";

/** A stretch of text that carries a fact; `label` says which, for the pointer and for screen readers. */
export type Highlight = { start: number; end: number; label: string };

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
      {piece.label === null ? (
        text.slice(piece.start, piece.end)
      ) : (
        <mark title={piece.label}>
          <span className="sr-only">[{piece.label}] </span>
          {text.slice(piece.start, piece.end)}
        </mark>
      )}
    </Fragment>
  ));
}

type Piece = { start: number; end: number; label: string | null };

function pieces(text: string, highlights: Highlight[]): Piece[] {
  const result: Piece[] = [];
  let at = 0;
  for (const mark of [...highlights].sort((a, b) => a.start - b.start)) {
    if (mark.start < at || mark.end > text.length || mark.end <= mark.start) continue;
    if (mark.start > at) result.push({ start: at, end: mark.start, label: null });
    result.push(mark);
    at = mark.end;
  }
  if (at < text.length) result.push({ start: at, end: text.length, label: null });
  return result;
}
