import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { WhatIfAnswer } from "@/lib/cases/ask-what-if.ts";
import type { Region } from "@/lib/exit-policy/policy-difference.ts";
import type { ProposedLine } from "@/lib/exit-policy/propose-lines.ts";
import { PolicyProblems } from "./policy-problems.tsx";
import { RegionWords } from "./region-words.tsx";

const MAX_REGIONS = 30;

/** What the lines change in effect, and which of them change nothing. */
export function PolicyChange({ answer }: { answer: WhatIfAnswer }) {
  const { lines, problems, difference } = answer;
  return (
    <Card title={words().policy.newlyClose}>
      <PolicyProblems words={words().policy.simulated} problems={problems} />
      {lines.length === 0 ? null : (
        <ul className="mb-4 flex flex-col gap-1 text-sm" aria-label={words().policy.proposedLines}>
          {lines.map((line) => (
            <li key={line.line}>
              <code className="break-all">{line.text}</code> {lineWords(line)}
            </li>
          ))}
        </ul>
      )}
      {difference === null ? null : (
        <>
          {difference.complete ? null : <Notice kind="warning">{words().policy.tooLong}</Notice>}
          <Regions
            title={words().policy.newlyClosed}
            regions={difference.closed}
            none={words().policy.nothingClosed}
          />
          {difference.opened.length > 0 ? (
            <Regions title={words().policy.newlyOpen} regions={difference.opened} none="" />
          ) : null}
        </>
      )}
    </Card>
  );
}

function lineWords({ effect, why }: ProposedLine): string {
  switch (effect) {
    case "closes":
      return words().policy.closes;
    case "opens":
      return words().policy.opens;
    case "both":
      return words().policy.both;
    case "nothing":
      return fill(words().policy.nothing, { why: why ?? "" });
  }
}

function Regions({
  title,
  regions,
  none,
}: {
  title: string;
  regions: readonly Region[];
  none: string;
}) {
  return (
    <section className="mb-3 text-sm">
      <h3 className="font-semibold">{title}</h3>
      {regions.length === 0 ? <p>{none}</p> : null}
      <ul className="mt-1 flex flex-col gap-2">
        {regions.slice(0, MAX_REGIONS).map((region, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: drawn once, in an order of their own.
          <li key={index}>
            <RegionWords region={region} />
          </li>
        ))}
      </ul>
      {regions.length > MAX_REGIONS ? (
        <p>{rich(words().policy.andMoreRegions, { regions: regions.length - MAX_REGIONS })}</p>
      ) : null}
    </section>
  );
}
