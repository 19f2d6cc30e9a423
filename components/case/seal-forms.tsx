import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { words } from "@/components/words/words.ts";

type Hidden = Record<string, string | number>;
type Props = {
  sealed: boolean;
  gagged: boolean;
  /** What this person may do here; null: not that. */
  seal: ErrorAction | null;
  lift: ErrorAction | null;
  gag: ErrorAction | null;
  hidden: Hidden;
  csrf: string;
};

/** Seals a case, lifts the seal, notes an order that forbids to tell of it, and hands it to counsel as files. */
export function SealForms({ sealed, gagged, seal, lift, gag, hidden, csrf }: Props) {
  const texts = words().casePage.seal;
  if (!sealed)
    return seal === null ? null : (
      <Card title={texts.title}>
        <WhyForm
          name="seal"
          action={seal}
          hidden={hidden}
          label={texts.why}
          hint={texts.hint}
          does={texts.seal}
        />
      </Card>
    );
  // Who may do none of it works on the case all the same.
  if (seal === null && lift === null && gag === null) return null;
  return (
    <Card title={texts.title}>
      <div className="flex flex-col gap-4">
        {seal === null ? null : <ForCounsel caseId={String(hidden["caseId"])} csrf={csrf} />}
        {gag === null ? null : (
          <WhyForm
            name="gag"
            action={gag}
            hidden={{ ...hidden, gagged: gagged ? "no" : "yes" }}
            label={gagged ? texts.gagOverWhy : texts.gagWhy}
            hint={texts.gagHint}
            does={gagged ? texts.gagOver : texts.gag}
          />
        )}
        {lift === null ? null : (
          <WhyForm
            name="lift"
            action={lift}
            hidden={hidden}
            label={texts.liftWhy}
            hint={texts.liftHint}
            does={texts.lift}
          />
        )}
      </div>
    </Card>
  );
}

function ForCounsel({ caseId, csrf }: { caseId: string; csrf: string }) {
  const texts = words().casePage.seal;
  return (
    <form method="post" action={`/api/cases/${caseId}/counsel`}>
      <input type="hidden" name="csrf" value={csrf} />
      <Button>{texts.forCounsel}</Button>
      <p className="mt-1 text-sm">{texts.forCounselHint}</p>
    </form>
  );
}

type WhyProps = {
  name: string;
  action: ErrorAction;
  hidden: Hidden;
  label: string;
  hint: string;
  does: string;
};

function WhyForm({ name, action, hidden, label, hint, does }: WhyProps) {
  return (
    <ActionForm action={action} hidden={hidden}>
      <Field
        name="reason"
        id={`${name}-reason`}
        label={label}
        hint={hint}
        autoComplete="off"
        maxLength={300}
        required
      />
      <div>
        <Button>{does}</Button>
      </div>
    </ActionForm>
  );
}
