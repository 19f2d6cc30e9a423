import { FACT_NAMES } from "@/lib/drafting/fact-names.ts";
import { CONDITIONS } from "@/lib/drafting/letter-conditions.ts";
import { FINDING_KINDS, LETTER_LANGUAGE, VERDICTS } from "@/lib/drafting/letter-language.ts";

/** The whole language of templates: so few words that they fit on the page. */
export function LanguageHelp() {
  const words = Object.entries(LETTER_LANGUAGE).map(
    ([name, { block, means }]) =>
      [block ? `{{#${name} "..."}} ... {{/${name}}}` : `{{${name} "..."}}`, means] as const,
  );
  return (
    <div className="flex flex-col gap-3 text-sm">
      <p>
        A template fills in and leaves out, nothing else. Each guard may have an{" "}
        <code>{"{{else}}"}</code>. A sentence about what happened stands inside a guard, or the desk
        refuses the letter wherever it is not proven.
      </p>
      <Names title="Words" names={words} isOpen />
      <Names title="Facts" names={Object.entries(FACT_NAMES)} />
      <Names title="Conditions, for when" names={Object.entries(CONDITIONS)} />
      <p>
        Findings, for proven and disproven: <code>{FINDING_KINDS.join(", ")}</code>. Verdicts:{" "}
        <code>{VERDICTS.join(", ")}</code>.
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
