"use client";
import { Fragment } from "react";
import { Badge, type BadgeTone } from "@/components/ui/badge.tsx";

/** A checked fact as the page shows it. Plain data: it goes to the browser in place of its markup. */
export type ShownFinding = {
  kind: string;
  answer: string;
  tone: BadgeTone;
  text: string;
  rule: string | null;
  /** Where it is from and how old that knowledge is: words, and moments between them. */
  source: (string | { iso: string; text: string })[];
};

/** The checked facts of one event; each with its source and how old that knowledge is. */
export function FindingList({ findings }: { findings: ShownFinding[] }) {
  return (
    <ul className="flex flex-col gap-3 [&>li]:border-b [&>li]:border-base-300 [&>li]:pb-3 [&>li:last-child]:border-0 [&>li:last-child]:pb-0">
      {findings.map(({ kind, answer, tone, text, rule, source }) => (
        <li key={`${kind}-${text}`}>
          <div className="flex items-baseline justify-between gap-2">
            <h3 className="text-sm font-semibold">{kind}</h3>
            <Badge tone={tone}>{answer}</Badge>
          </div>
          <p className="mt-1 text-sm">{text}</p>
          {rule === null ? null : <code className="mt-1 block text-sm break-all">{rule}</code>}
          <p className="mt-1 text-xs opacity-80">
            {source.map((piece) =>
              typeof piece === "string" ? (
                <Fragment key={piece}>{piece}</Fragment>
              ) : (
                <time key={piece.iso} dateTime={piece.iso}>
                  {piece.text}
                </time>
              ),
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
