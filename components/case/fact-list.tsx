"use client";
import { fill } from "@/components/words/fill.ts";
import { panelId } from "./fact-ids.ts";
import type { FactRow } from "./fact-rows.ts";
import { FactValue } from "./fact-value.tsx";
import type { ShownFacts } from "./shown-facts.ts";

const SHOWN = 6;

/**
 * The facts read out of the mail, by kind; each leads to where it can be corrected. The underlines are those of the text
 * below. A client component for the same reason as `HighlightedText`.
 */
export function FactList({ rows, shown }: { rows: FactRow[]; shown: ShownFacts }) {
  return (
    <dl
      id="facts"
      className="my-4 grid grid-cols-[7rem_1fr] sm:grid-cols-[8.5rem_1fr] gap-x-3 gap-y-1 text-sm"
    >
      {rows.map(({ name, facts, note }) => (
        <div key={name} className="contents">
          <dt className="opacity-80">{name}</dt>
          <dd className="min-w-0 break-words">
            {facts.length > 0 ? <Values facts={facts} shown={shown} /> : null}
            {note}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Values({ facts, shown }: { facts: number[]; shown: ShownFacts }) {
  const rest = facts.slice(SHOWN);
  return (
    <>
      <ul className="flex flex-wrap gap-x-3">
        {facts.slice(0, SHOWN).map((n) => (
          <Value key={n} n={n} shown={shown} />
        ))}
      </ul>
      {rest.length > 0 ? (
        <details>
          <summary className="cursor-pointer">
            {fill(shown.said.andMore, { length: rest.length })}
          </summary>
          <ul className="flex flex-wrap gap-x-3">
            {rest.map((n) => (
              <Value key={n} n={n} shown={shown} />
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

function Value({ n, shown: { facts, href, hrefEnd, said } }: { n: number; shown: ShownFacts }) {
  const fact = facts[n];
  if (!fact) return null;
  return (
    <li className="min-w-0">
      <mark data-side={fact.side}>
        <a
          href={`${href}${n}${hrefEnd}#${panelId(n)}`}
          data-fact={n}
          title={said.correctIt}
          className="fact-link"
        >
          <FactValue fact={fact} />
        </a>
      </mark>
      {fact.by === null ? null : (
        <span className="ml-1 text-xs opacity-80">{fill(said.saidByShort, { by: fact.by })}</span>
      )}
    </li>
  );
}
