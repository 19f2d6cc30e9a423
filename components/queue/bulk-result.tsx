import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { plural, words } from "@/components/words/words.ts";
import type { BulkItem, BulkView, Reason } from "@/lib/cases/bulk.ts";
import { CaseReasons } from "./case-reasons.tsx";

type Props = {
  bulk: BulkView;
  /** Letters that can still be stopped, and until when; null: none. */
  waiting: { letters: number; until: number } | null;
  csrf: string;
  undo: ErrorAction;
};

/** What became of each case; what was left out or could not be taken back is named with its reason. */
export function BulkResult({ bulk, waiting, csrf, undo }: Props) {
  const { result } = words().queue;
  const done = bulk.items.filter(isDone);
  const isUndone = bulk.undoneAt !== null;
  const canUndo = !isUndone && done.length > 0 && (bulk.kind !== "answer" || waiting !== null);
  return (
    <div className="flex max-w-3xl flex-col gap-6">
      <Notice kind="good">
        <div className="flex flex-col gap-3">
          <p>{isUndone ? undoneCount(bulk) : plural(done.length, result[bulk.kind].done)}</p>
          {isUndone || bulk.kind !== "answer" || done.length === 0 ? null : (
            <p>{waiting ? stillWait(waiting) : result.gone}</p>
          )}
          {canUndo ? (
            <ActionForm action={undo} hidden={{ csrf, bulkId: bulk.id }} inline>
              <Button data-undo>{result.undo}</Button>
            </ActionForm>
          ) : null}
        </div>
      </Notice>
      <CaseReasons title={result.notUndone} cases={withReason(bulk.items, notUndone)} />
      <CaseReasons title={result.leftTitle} cases={withReason(bulk.items, ({ left }) => left)} />
      <CaseLinks
        title={isUndone ? result.undoneTitle : result.doneTitle}
        items={isUndone ? bulk.items.filter(isTakenBack) : done}
      />
    </div>
  );
}

function isDone({ left, outboxIds }: BulkItem): boolean {
  return left === null || outboxIds.length > 0;
}

function undoneCount({ items }: BulkView): string {
  return plural(items.filter(isTakenBack).length, words().queue.result.undone);
}

function isTakenBack({ undone }: BulkItem): boolean {
  return undone === true;
}

function stillWait({ letters, until }: { letters: number; until: number }) {
  const text = plural(letters, words().queue.result.waits, { until: "{until}" });
  return rich(text, { until: <UtcTime at={until} /> });
}

function notUndone({ undone }: BulkItem): Reason | null {
  return undone === true ? null : undone;
}

function withReason(items: readonly BulkItem[], why: (item: BulkItem) => Reason | null) {
  return items.flatMap((item) => {
    const reason = why(item);
    return reason ? [{ caseId: item.caseId, ref: item.ref, why: reason }] : [];
  });
}

function CaseLinks({ title, items }: { title: string; items: BulkItem[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 font-semibold">{title}</h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {items.map(({ caseId, ref }) => (
          <li key={caseId}>
            <a className="link font-mono" href={`/cases/${caseId}`}>
              {ref}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
