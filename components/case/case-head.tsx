import { Badge } from "@/components/ui/badge.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { TimeLeft } from "@/components/ui/time-left.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { words } from "@/components/words/words.ts";
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
              answer by <UtcTime at={view.deadlineAt} />
            </span>
          </>
        )}
        {view.complaints > 1 ? <span>{view.complaints} complaints</span> : null}
        <span className="opacity-80">case {view.ref}</span>
      </p>
      {view.sealed ? (
        <Notice kind="warning">
          This case is sealed: only owners
          {view.readers.length > 0 ? ` and ${view.readers.join(", ")}` : ""} see it. Answer nothing
          before your counsel has read it.
        </Notice>
      ) : null}
    </div>
  );
}
