"use client";
import { Fragment } from "react";
import { SCROLLS } from "@/components/ui/scrolls.ts";
import { type Highlight, markId, panelId } from "./fact-ids.ts";
import { plainToSee } from "./plain-to-see.ts";
import type { ShownFacts } from "./shown-facts.ts";

type Marked = { text: string; highlights: Highlight[]; shown: ShownFacts };

/**
 * Plain text as it came, line breaks kept, facts marked where they stand. A client component though it needs no script: what
 * goes to the browser beside the markup is the text and the places, not the markup once more.
 */
export function HighlightedText({ wrap, ...marked }: Marked & { wrap: boolean }) {
  return (
    <pre
      {...SCROLLS}
      className={`text-sm leading-relaxed ${wrap ? "break-words whitespace-pre-wrap" : "overflow-x-auto"}`}
    >
      <MarkedText {...marked} />
    </pre>
  );
}

/** The marks alone, for a line inside other text. */
export function MarkedText({ text: raw, highlights, shown }: Marked) {
  const text = plainToSee(raw);
  const inside = highlights.filter(({ end }) => end <= text.length);
  const last = inside.at(-1)?.end ?? 0;
  return (
    <>
      {inside.map((mark, index) => (
        <Fragment key={mark.start}>
          {text.slice(inside[index - 1]?.end ?? 0, mark.start)}
          <FactMark mark={mark} shown={shown}>
            {text.slice(mark.start, mark.end)}
          </FactMark>
        </Fragment>
      ))}
      {text.slice(last)}
    </>
  );
}

type MarkProps = { mark: Highlight; shown: ShownFacts; children: string };

function FactMark({ mark: { n, first }, shown, children }: MarkProps) {
  const fact = shown.facts[n];
  if (!fact) return children;
  return (
    <mark id={first ? markId(n) : undefined} data-side={fact.side}>
      <a
        href={`${shown.href}${n}${shown.hrefEnd}#${panelId(n)}`}
        data-fact={n}
        title={fact.label}
        className="fact-link"
      >
        <span className="sr-only">[{fact.label}] </span>
        {children}
      </a>
    </mark>
  );
}
