import { Badge } from "@/components/ui/badge.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { TimeLeft } from "@/components/ui/time-left.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { plural, words } from "@/components/words/words.ts";
import type { CaseView } from "@/lib/cases/case.ts";
import { VerdictChip } from "./verdict-chip.tsx";

/** The case in two lines: what it is, until when, what is proven. */
export function CaseHead({ view, now }: { view: CaseView; now: number }) {
  return (
    <div className="mb-4 flex flex-col gap-2">
      <h1 className="text-xl font-semibold break-words">{view.title}</h1>
      <p className="flex flex-wrap items-center gap-2 text-sm">
        <Badge>{words().types[view.type]}</Badge>
        <VerdictChip verdict={view.verdict} />
        <Badge>{words().states[view.state]}</Badge>
        {view.deadlineAt === null || view.state === "done" ? null : (
          <>
            <TimeLeft deadline={view.deadlineAt} now={now} />
            <span>
              {rich(words().casePage.answerBy, { when: <UtcTime at={view.deadlineAt} /> })}
            </span>
          </>
        )}
        {view.complaints > 1 ? (
          <span>{plural(view.complaints, words().casePage.complaintCount)}</span>
        ) : null}
        <span className="opacity-80">{rich(words().casePage.caseRef, { ref: view.ref })}</span>
      </p>
      {view.gagged ? <Notice kind="warning">{words().casePage.seal.gagged}</Notice> : null}
      {view.sealed ? (
        <Notice kind="warning">
          {rich(words().casePage.sealed, {
            readers:
              view.readers.length > 0
                ? fill(words().casePage.andReaders, { join: view.readers.join(", ") })
                : "",
          })}
        </Notice>
      ) : null}
    </div>
  );
}
