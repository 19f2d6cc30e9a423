import { ActionForm } from "@/components/ui/action-form.tsx";
import { Button } from "@/components/ui/button.tsx";
import { LANGUAGE_NAMES, LANGUAGES } from "@/components/words/language.ts";
import { readerLanguage, words } from "@/components/words/words.ts";
import { chooseLanguageAction } from "./language-actions.ts";

/** The languages of the pages before anybody signs in; `back` is the page it stands on. */
export function LanguageChoice({ back }: { back: string }) {
  const others = LANGUAGES.filter((language) => language !== readerLanguage());
  return (
    <nav aria-label={words().welcome.choice.label} className="mt-6 text-sm">
      <ActionForm action={chooseLanguageAction} hidden={{ back }} inline>
        <span aria-current="true">{LANGUAGE_NAMES[readerLanguage()]}</span>
        {others.map((language) => (
          <Button key={language} look="link" name="language" value={language} lang={language}>
            {LANGUAGE_NAMES[language]}
          </Button>
        ))}
      </ActionForm>
    </nav>
  );
}
