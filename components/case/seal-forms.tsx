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
export function SealForms(props: Props) {
  const { sealed, seal, lift, gag, hidden, csrf } = props;
  // Who may do none of it works on the case all the same.
  if (seal === null && (!sealed || (lift === null && gag === null))) return null;
  return (
    <Card title={words().casePage.seal.title}>
      <div className="flex flex-col gap-4">
        {sealed && seal !== null ? (
          <ForCounsel caseId={String(hidden["caseId"])} csrf={csrf} />
        ) : null}
        {formsOf(props).map((form) => (
          <WhyForm key={form.name} {...form} />
        ))}
      </div>
    </Card>
  );
}

function formsOf({ sealed, gagged, seal, lift, gag, hidden }: Props): WhyProps[] {
  const texts = words().casePage.seal;
  const all = [
    {
      name: "seal",
      action: sealed ? null : seal,
      hidden,
      label: texts.why,
      hint: texts.hint,
      does: texts.seal,
    },
    {
      name: "gag",
      action: sealed ? gag : null,
      hidden: { ...hidden, gagged: gagged ? "no" : "yes" },
      label: gagged ? texts.gagOverWhy : texts.gagWhy,
      hint: texts.gagHint,
      does: gagged ? texts.gagOver : texts.gag,
    },
    {
      name: "lift",
      action: sealed ? lift : null,
      hidden,
      label: texts.liftWhy,
      hint: texts.liftHint,
      does: texts.lift,
    },
  ];
  return all.flatMap(({ action, ...form }) => (action === null ? [] : [{ ...form, action }]));
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
