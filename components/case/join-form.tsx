import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";
import type { MoveView } from "@/lib/cases/case-links-view-store.ts";
import { MoveList } from "./move-list.tsx";

type Props = {
  moves: MoveView[];
  join: ErrorAction;
  undo: ErrorAction;
  hidden: Record<string, string | number>;
};

/** The same matter in two cases: all mails of this one go to the other; letters stay, and it can be taken back. */
export function JoinForm({ moves, join, undo, hidden }: Props) {
  return (
    <Card title={words().casePage.sameTitle}>
      <ActionForm action={join} hidden={hidden}>
        <Field
          id="join-into"
          name="into"
          label={words().casePage.belongsTo}
          hint={words().casePage.refHint}
          maxLength={40}
          required
          autoComplete="off"
        />
        <div>
          <Button>{words().casePage.join}</Button>
        </div>
      </ActionForm>
      {moves.length > 0 ? (
        <div className="mt-4">
          <MoveList moves={moves} undo={undo} hidden={hidden} />
        </div>
      ) : null}
    </Card>
  );
}
