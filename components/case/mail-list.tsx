import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { plural, words } from "@/components/words/words.ts";
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
    <Card title={plural(complaints, words().casePage.mailsHere)}>
      <ul className="flex flex-col gap-2 text-sm">
        {complaintList.map(({ id, subject, from, receivedAt }) => (
          <li key={id} aria-current={id === openedId ? "true" : undefined}>
            {id === openedId ? (
              <span className="font-semibold break-words">
                {rich(words().casePage.above, { subject: subject || words().casePage.noSubject })}
              </span>
            ) : (
              <a href={`/cases/${view.id}?mail=${id}`} className="link break-words">
                {subject || words().casePage.noSubject}
              </a>
            )}
            <span className="block opacity-80">
              {from} · <UtcTime at={receivedAt} />
            </span>
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className="mt-2 text-sm">{rich(words().casePage.andOlder, { more })}</p>
      ) : null}
      {hidden ? (
        <details className="mt-4 text-sm">
          <summary className="cursor-pointer font-medium">{words().casePage.otherMatter}</summary>
          <div className="mt-3 flex flex-col gap-4">
            <ActionForm action={split} hidden={{ ...hidden, complaintId: openedId }}>
              <div>
                <Button>{words().casePage.ownCase}</Button>
              </div>
            </ActionForm>
            <ActionForm action={move} hidden={{ ...hidden, complaintId: openedId }}>
              <Field
                id="move-into"
                name="into"
                label={words().casePage.intoCase}
                hint={words().casePage.refHintShort}
                maxLength={40}
                required
                autoComplete="off"
              />
              <div>
                <Button>{words().casePage.move}</Button>
              </div>
            </ActionForm>
          </div>
        </details>
      ) : null}
    </Card>
  );
}
