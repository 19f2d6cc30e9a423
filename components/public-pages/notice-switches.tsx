import { ActionForm, type ErrorAction } from "@/components/ui/action-form.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { Button } from "@/components/ui/button.tsx";
import { Card } from "@/components/ui/card.tsx";
import { Checkbox } from "@/components/ui/checkbox.tsx";
import { Field } from "@/components/ui/field.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";

type Props = {
  relay: { id: string; nickname: string };
  switched: { name: string; isOn: boolean; takesForm: boolean; isInList: boolean };
  /** Does it hold an address now? */
  hasPage: boolean;
  languages: readonly string[];
  csrf: string;
  save: ErrorAction;
};

/** The public page of one relay: on or off, and what it offers. */
export function NoticeSwitches({ relay, switched, hasPage, languages, csrf, save }: Props) {
  const texts = words().publicPages;
  const { name, isOn, takesForm, isInList } = switched;
  return (
    <Card
      title={fill(texts.relay, { relay: relay.nickname })}
      aside={<Badge tone={isOn ? "good" : "plain"}>{isOn ? texts.on : texts.off}</Badge>}
    >
      <ActionForm action={save} hidden={{ csrf, relayId: relay.id }}>
        <Field
          name="name"
          id={`name-${relay.id}`}
          label={texts.name}
          hint={texts.nameHint}
          defaultValue={name}
          maxLength={39}
          autoComplete="off"
        />
        <Checkbox name="isOn" label={texts.isOn} checked={isOn} />
        <Checkbox name="takesForm" label={texts.takesForm} checked={takesForm} />
        <Checkbox name="isInList" label={texts.isInList} checked={isInList} />
        <div>
          <Button>{texts.save}</Button>
        </div>
      </ActionForm>
      {hasPage ? (
        <div className="mt-4 flex flex-col gap-1 text-sm">
          {isOn ? (
            <p>
              <a href={`/exit/${name}`}>{texts.see}</a>
            </p>
          ) : null}
          <p>
            {texts.file}{" "}
            {languages.map((language) => (
              <a
                key={language}
                className="link mr-2"
                href={`/api/exit-notice?relayId=${relay.id}&language=${language}`}
                download
              >
                {language}
              </a>
            ))}
          </p>
        </div>
      ) : (
        <p className="mt-4 text-sm">{texts.noAddress}</p>
      )}
    </Card>
  );
}
