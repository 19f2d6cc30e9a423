import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import { FACT_NAMES } from "@/lib/drafting/fact-names.ts";
import { CONDITIONS } from "@/lib/drafting/letter-conditions.ts";
import { FINDING_KINDS, LETTER_LANGUAGE, VERDICTS } from "@/lib/drafting/letter-language.ts";

/** The whole language of templates: so few words that they fit on the page. */
export function LanguageHelp() {
  const means = Object.entries(LETTER_LANGUAGE).map(
    ([name, { block, means: said }]) =>
      [block ? `{{#${name} "..."}} ... {{/${name}}}` : `{{${name} "..."}}`, said] as const,
  );
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p>{rich(words().templates.help, { code: <code>{"{{else}}"}</code> })}</p>
      <Names title={words().templates.wordsTitle} names={means} isOpen />
      <Names title={words().templates.facts} names={Object.entries(FACT_NAMES)} />
      <Names title={words().templates.conditions} names={Object.entries(CONDITIONS)} />
      <p>
        {rich(words().templates.findings, {
          code: <code>{FINDING_KINDS.join(", ")}</code>,
          codeb: <code>{VERDICTS.join(", ")}</code>,
        })}
      </p>
    </div>
  );
}

function Names({
  title,
  names,
  isOpen = false,
}: {
  title: string;
  names: (readonly [string, string])[];
  isOpen?: boolean;
}) {
  return (
    <details open={isOpen}>
      <summary className="cursor-pointer font-medium">{title}</summary>
      <dl className="mt-1 flex flex-col gap-1">
        {names.map(([name, means]) => (
          <div key={name}>
            <dt className="mono inline break-words">{name}</dt>
            <dd className="inline">: {means}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
