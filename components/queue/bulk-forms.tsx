import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { fill } from "@/components/words/fill.ts";
import { plural, words } from "@/components/words/words.ts";

type Props = {
  act: ErrorAction;
  csrf: string;
  /** The cases as they were shown, one field each. */
  items: string[];
};

/** Many letters go only after a person said how many: a key pressed twice does not do it. */
export function AnswerManyForm({ act, csrf, items }: Props) {
  const { bulk } = words().queue;
  const count = items.length;
  return (
    <ActionForm action={act} hidden={{ csrf }}>
      <Items items={items} />
      <Field
        id="bulk-number"
        name="number"
        label={fill(bulk.number, { count })}
        hint={bulk.numberHint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        required
      />
      <div>
        <Button look="primary" data-send>
          {plural(count, bulk.send)}
        </Button>
      </div>
    </ActionForm>
  );
}

export function CloseManyForm({ act, csrf, items }: Props) {
  const { bulk } = words().queue;
  const reasons = Object.entries(words().closeReasons);
  return (
    <ActionForm action={act} hidden={{ csrf }}>
      <Items items={items} />
      <Select
        name="reason"
        label={bulk.why}
        options={reasons.map(([value, label]) => ({ value, label }))}
      />
      <Field
        name="text"
        label={bulk.words}
        hint={bulk.wordsHint}
        maxLength={500}
        autoComplete="off"
      />
      <div>
        <Button look="primary" data-send>
          {plural(items.length, bulk.close)}
        </Button>
      </div>
    </ActionForm>
  );
}

export function PutOffManyForm({ act, csrf, items }: Props) {
  const { bulk } = words().queue;
  return (
    <ActionForm action={act} hidden={{ csrf }}>
      <Items items={items} />
      <Field
        name="days"
        type="number"
        label={bulk.days}
        min={1}
        max={365}
        defaultValue={7}
        required
      />
      <Field
        name="reason"
        label={bulk.whatFor}
        placeholder={bulk.whatForHint}
        maxLength={300}
        autoComplete="off"
      />
      <div>
        <Button look="primary" data-send>
          {plural(items.length, bulk.later)}
        </Button>
      </div>
    </ActionForm>
  );
}

function Items({ items }: { items: string[] }) {
  return items.map((item) => <input key={item} type="hidden" name="item" value={item} />);
}
