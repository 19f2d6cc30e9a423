import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { AttachmentView } from "@/lib/cases/attachment.ts";
import type { DraftView } from "@/lib/cases/case.ts";
import type { NetworkFacts } from "@/lib/relays/network-store.ts";
import { AttachForms } from "./attach-forms.tsx";
import { AttachedFile } from "./attached-file.tsx";

type Props = {
  caseId: string;
  csrf: string;
  drafts: readonly DraftView[];
  files: readonly AttachmentView[];
  mayChange: boolean;
  network: NetworkFacts | null;
  /** Proposed for the list of exits. */
  target: string;
  attachExits: ErrorAction;
  attachEvidence: ErrorAction;
  detach: ErrorAction;
};

/** What goes with each letter: to be looked at, added and removed until the letter is approved, fixed from then on. */
export function Attachments(props: Props) {
  const { caseId, csrf, drafts, files, mayChange, detach } = props;
  const open = drafts.filter(({ sentAt }) => sentAt === null);
  if (drafts.length === 0 || (files.length === 0 && (!mayChange || open.length === 0))) return null;
  return (
    <Card title={words().casePage.goesWith}>
      {drafts.map((draft) => {
        const shown = files.filter((file) => belongs(file, draft));
        return shown.length === 0 ? null : (
          <section
            key={draft.id}
            className="mb-4"
            aria-label={fill(words().casePage.withWhat, {
              audience: words().audiences[draft.audience],
            })}
          >
            <h3 className="mb-1 text-sm font-semibold">
              {words().audiences[draft.audience]}
              {draft.sentAt === null ? "" : words().casePage.fixed}
            </h3>
            <ul className="flex flex-col gap-2">
              {shown.map((file) => (
                <li key={file.id} className="grid grid-cols-[1fr_auto] items-start gap-3">
                  <AttachedFile file={file} />
                  {mayChange && file.letterId === null ? (
                    <ActionForm
                      inline
                      action={detach}
                      hidden={{ csrf, caseId, draftId: draft.id, attachmentId: file.id }}
                    >
                      <Button
                        look="link"
                        aria-label={fill(words().casePage.removeOne, { name: file.name })}
                      >
                        {words().casePage.remove}
                      </Button>
                    </ActionForm>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {mayChange && open.length > 0 ? <AttachForms {...props} drafts={open} /> : null}
      <p className="mt-3 text-sm">
        <a href={`/policy/what-if?case=${caseId}`}>{words().casePage.whatIf}</a>
      </p>
    </Card>
  );
}

/** Of a letter that is out, what went with it; else what stands at the draft. */
function belongs(file: AttachmentView, { id, delivery, sentAt }: DraftView): boolean {
  if (file.draftId !== id) return false;
  return sentAt === null ? file.letterId === null : file.letterId === (delivery?.id ?? null);
}
