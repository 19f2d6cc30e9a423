import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";
import type { TimelineView } from "@/lib/cases/case.ts";
import { timelineSentence } from "./timeline-sentence.ts";

type Props = {
  timeline: readonly TimelineView[];
  hold: ErrorAction;
  release: ErrorAction;
  mayRelease: boolean;
  hidden: Record<string, string | number>;
};

/** Whether the case is kept from being purged, and the way to change it. */
export function HoldForm({ timeline, hold, release, mayRelease, hidden }: Props) {
  const texts = words().casePage.hold;
  const last = timeline.findLast(({ kind }) => kind === "held" || kind === "hold_released");
  const held = last?.kind === "held" ? last : null;
  return (
    <Card title={texts.title}>
      {held ? <p className="text-sm break-words">{timelineSentence(held)}</p> : null}
      {held && mayRelease ? (
        <ActionForm action={release} hidden={hidden}>
          <div className="mt-2">
            <Button>{texts.release}</Button>
          </div>
        </ActionForm>
      ) : null}
      {held ? null : (
        <ActionForm action={hold} hidden={hidden}>
          <Field
            name="reason"
            id="hold-reason"
            label={texts.reason}
            hint={texts.hint}
            maxLength={300}
            required
          />
          <div>
            <Button>{texts.keep}</Button>
          </div>
        </ActionForm>
      )}
    </Card>
  );
}
