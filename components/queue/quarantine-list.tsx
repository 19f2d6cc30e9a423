import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { words } from "@/components/words/words.ts";
import type { QuarantineView } from "@/lib/cases/quarantine-store.ts";

type Props = {
  items: QuarantineView[];
  csrf: string;
  /** Null for who may only look. */
  settle: ErrorAction | null;
};

/** Mails that could not be taken: where each is, and what to do about it. */
export function QuarantineList({ items, csrf, settle }: Props) {
  if (items.length === 0) return null;
  return (
    <ul className="divide-y divide-base-300 rounded-box border border-base-300 bg-base-100">
      {items.map((item) => (
        <li key={item.id} className="px-3 py-2">
          <p>{item.problem}</p>
          <p className="text-sm opacity-80">
            {item.mailbox ?? item.source ?? words().queue.notMailbox} · <UtcTime at={item.seenAt} />
          </p>
          <div className="-ml-3 flex flex-wrap items-center gap-x-2">
            {item.hasBytes ? <DownloadForm id={item.id} csrf={csrf} /> : null}
            {settle ? <SettleForms item={item} csrf={csrf} settle={settle} /> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}

function DownloadForm({ id, csrf }: { id: string; csrf: string }) {
  return (
    <form method="post" action={`/api/quarantine/${id}`}>
      <input type="hidden" name="csrf" value={csrf} />
      <Button look="link">{words().queue.quarantine.download}</Button>
    </form>
  );
}

type SettleProps = { item: QuarantineView; csrf: string; settle: ErrorAction };

function SettleForms({ item: { id, canRetry }, csrf, settle }: SettleProps) {
  const { again, putAside } = words().queue.quarantine;
  return (
    <>
      {canRetry ? (
        <ActionForm action={settle} hidden={{ csrf, id, how: "again" }} inline>
          <Button look="link">{again}</Button>
        </ActionForm>
      ) : null}
      <ActionForm action={settle} hidden={{ csrf, id, how: "put-aside" }} inline>
        <Button look="link">{putAside}</Button>
      </ActionForm>
    </>
  );
}
