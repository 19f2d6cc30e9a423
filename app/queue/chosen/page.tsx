import { z } from "zod";
import { AnswerManyForm, CloseManyForm, PutOffManyForm } from "@/components/queue/bulk-forms.tsx";
import { BulkReview } from "@/components/queue/bulk-review.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { fill } from "@/components/words/fill.ts";
import { plural, words } from "@/components/words/words.ts";
import { canWork } from "@/lib/accounts/permissions.ts";
import { MAX_BULK } from "@/lib/cases/bulk.ts";
import { readBulkCases } from "@/lib/cases/bulk-store.ts";
import { type Review, reviewBulk, reviewChange } from "@/lib/cases/review-bulk.ts";
import { DeskPage } from "../../desk-page.tsx";
import { operatorPage } from "../../operator-page.ts";
import { titled } from "../../page-metadata.ts";
import { chosenIds, itemOf } from "../chosen-items.ts";
import { answerManyAction, closeManyAction, putOffManyAction } from "./actions.ts";

export const generateMetadata = titled(({ queue }) => queue.bulk.chosen);

const KINDS = ["answer", "close", "later"] as const;
type Kind = (typeof KINDS)[number];
const input = z.object({ case: chosenIds, do: z.enum(KINDS).catch("answer") });
const FORMS = { answer: AnswerManyForm, close: CloseManyForm, later: PutOffManyForm };
const ACTIONS = { answer: answerManyAction, close: closeManyAction, later: putOffManyAction };

/** One look at what is going to happen to the chosen cases, and the form that does it. */
export default operatorPage({ input, may: canWork }, async ({ input: asked, ...context }) => {
  const { db, viewer, csrf } = context;
  const kind = asked.do;
  const isTooMany = asked.case.length > MAX_BULK;
  const cases = isTooMany ? [] : await readBulkCases(db, viewer, asked.case);
  const review = kind === "answer" ? reviewBulk(cases) : reviewChange(cases);
  const Form = FORMS[kind];
  return (
    <DeskPage room="queue" screen="review" viewer={viewer} csrf={csrf}>
      <PageTitle aside={<a href="/queue">{words().queue.result.back}</a>}>
        {titleOf(kind, review)}
      </PageTitle>
      <WhyNot isTooMany={isTooMany} isNothing={cases.length === 0} review={review} />
      <BulkReview review={review}>
        <Form act={ACTIONS[kind]} csrf={csrf} items={review.cases.map(({ of }) => itemOf(of))} />
      </BulkReview>
    </DeskPage>
  );
});

function titleOf(kind: Kind, { cases }: Review): string {
  const { bulk } = words().queue;
  if (kind === "close") return bulk.closeTitle;
  return kind === "later" ? bulk.laterTitle : plural(cases.length, bulk.answerTitle);
}

type Stops = { isTooMany: boolean; isNothing: boolean; review: Review };

function WhyNot({ isTooMany, isNothing, review }: Stops) {
  if (review.cases.length > 0) return null;
  const { bulk } = words().queue;
  const chosen = isNothing ? bulk.nothing : bulk.nobody;
  return (
    <div className="mb-4">
      <Notice kind="warning">{isTooMany ? fill(bulk.tooMany, { count: MAX_BULK }) : chosen}</Notice>
    </div>
  );
}
