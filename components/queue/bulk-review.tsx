import type { ReactNode } from "react";
import { plural, words } from "@/components/words/words.ts";
import type { Review } from "@/lib/cases/review-bulk.ts";
import { CaseReasons } from "./case-reasons.tsx";
import { ReviewedCases } from "./reviewed-cases.tsx";
import { SampleLetter } from "./sample-letter.tsx";

/** What is read before many cases are answered, closed or put off: the sample, the cases, who is left out, the form. */
export function BulkReview({ review, children }: { review: Review; children: ReactNode }) {
  const { bulk } = words().queue;
  const { sample, cases, leftOut } = review;
  const isLetter = sample.length > 0;
  return (
    <div className={isLetter ? "grid gap-6 lg:grid-cols-2" : "grid max-w-3xl gap-6"}>
      {isLetter ? (
        <section className="flex min-w-0 flex-col gap-3">
          <h2 className="font-semibold">{bulk.sample}</h2>
          {cases.length > 1 ? <p className="text-sm">{bulk.sampleHint}</p> : null}
          {sample.map((letter) => (
            <SampleLetter key={letter.audience} letter={letter} />
          ))}
        </section>
      ) : null}
      <div className="flex min-w-0 flex-col gap-6">
        {cases.length === 0 ? null : (
          <ReviewedCases
            cases={cases}
            title={isLetter ? plural(cases.length, bulk.cases) : bulk.chosen}
            column={isLetter ? bulk.differs : bulk.what}
          />
        )}
        <CaseReasons
          title={bulk.leftOut}
          cases={leftOut.map(({ caseId, ref, why }) => ({ caseId, ref, why: { text: why } }))}
        />
        {cases.length === 0 ? null : children}
      </div>
    </div>
  );
}
