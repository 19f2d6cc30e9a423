import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import type { CaseView } from "@/lib/cases/case.ts";

type Props = {
  view: CaseView;
  /** The mail shown above. */
  openedId: string;
  split: ErrorAction;
  move: ErrorAction;
  /** Null: the viewer may read only. */
  hidden: Record<string, string | number> | null;
};

/** The mails of a case that has several; the opened one can be taken out of it. */
export function MailList({ view, openedId, split, move, hidden }: Props) {
  const { complaintList, complaints } = view;
  if (complaints < 2) return null;
  const more = complaints - complaintList.length;
  return (
    <Card title={`${complaints} mails in this case`}>
      <ul className="flex flex-col gap-2 text-sm">
        {complaintList.map(({ id, subject, from, receivedAt }) => (
          <li key={id} aria-current={id === openedId ? "true" : undefined}>
            {id === openedId ? (
              <span className="font-semibold break-words">{subject || "(no subject)"} (above)</span>
            ) : (
              <a href={`/cases/${view.id}?mail=${id}`} className="link break-words">
                {subject || "(no subject)"}
              </a>
            )}
            <span className="block opacity-80">
              {from} · <UtcTime at={receivedAt} />
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="mt-2 text-sm">and {more} older ones.</p> : null}
      {hidden ? (
        <details className="mt-4 text-sm">
          <summary className="cursor-pointer font-medium">The mail above is another matter</summary>
          <div className="mt-3 flex flex-col gap-4">
            <ActionForm action={split} hidden={{ ...hidden, complaintId: openedId }}>
              <div>
                <Button>Make it a case of its own</Button>
              </div>
            </ActionForm>
            <ActionForm action={move} hidden={{ ...hidden, complaintId: openedId }}>
              <Field
                id="move-into"
                name="into"
                label="Or put it into case"
                hint="The case's eight letters and digits"
                maxLength={40}
                required
                autoComplete="off"
              />
              <div>
                <Button>Move it</Button>
              </div>
            </ActionForm>
          </div>
        </details>
      ) : null}
    </Card>
  );
}
