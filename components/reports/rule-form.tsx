import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Select } from "@/components/ui/select.tsx";
import { TextArea } from "@/components/ui/text-area.tsx";
import { words } from "@/components/words/words.ts";
import {
  AUTHORITY_RULES,
  MAX_WORDS,
  type TransparencyRule,
} from "@/lib/reports/transparency-rule.ts";

type Props = { action: ErrorAction; hidden: Record<string, string>; rule: TransparencyRule };

/** Whether and how published reports speak of what authorities asked. */
export function RuleForm({ action, hidden, rule }: Props) {
  const texts = words().reports.transparency;
  return (
    <ActionForm action={action} hidden={hidden}>
      <p>{texts.ruleHint}</p>
      <Select
        name="authorities"
        label={texts.rule}
        options={AUTHORITY_RULES.map((value) => ({ value, label: texts.rules[value] }))}
        defaultValue={rule.authorities}
      />
      <p className="text-sm">{texts.exactWarning}</p>
      <TextArea
        name="words"
        label={texts.words}
        hint={texts.wordsHint}
        defaultValue={rule.words}
        maxLength={MAX_WORDS}
        rows={3}
      />
      <div>
        <Button>{texts.save}</Button>
      </div>
    </ActionForm>
  );
}
