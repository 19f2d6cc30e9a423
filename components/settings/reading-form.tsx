import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Field } from "@/components/ui/field.tsx";
import { Select } from "@/components/ui/select.tsx";
import { LANGUAGE_NAMES, LANGUAGES } from "@/components/words/language.ts";
import { words } from "@/components/words/words.ts";

type Props = {
  /** What the person chose; null is no choice. */
  reads: { language: string | null; zone: string | null };
  csrf: string;
  action: ErrorAction;
};

/** One's own language of the pages and the zone shown beside UTC. */
export function ReadingForm({ reads, csrf, action }: Props) {
  const texts = words().settings.reader;
  const languages = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));
  return (
    <Card title={texts.title}>
      <ActionForm action={action} hidden={{ csrf }}>
        <Select
          name="language"
          label={texts.language}
          options={[{ value: "", label: texts.asBrowser }, ...languages]}
          defaultValue={reads.language ?? ""}
        />
        <p className="text-sm opacity-80">{texts.languageHint}</p>
        <Field
          id="own-zone"
          name="zone"
          label={texts.zone}
          hint={texts.zoneHint}
          defaultValue={reads.zone ?? ""}
          maxLength={60}
          autoComplete="off"
        />
        <div>
          <Button>{texts.save}</Button>
        </div>
      </ActionForm>
    </Card>
  );
}
