import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import type { Words } from "@/components/words/words.ts";
import type { TriedTemplate } from "@/lib/cases/try-template.ts";

type Props = { tried: TriedTemplate; words: Words["templates"]["preview"] };

/** The letter a template writes for a real case, and what the desk would not let it say. */
export function LetterPreview({ tried, words }: Props) {
  const refused = tried.problems.some(({ refuses }) => refuses);
  return (
    <Card title={fill(words.letterFor, { ref: tried.ref })}>
      <div className="flex flex-col gap-3" data-preview>
        {tried.mayServe ? null : <Notice kind="warning">{words.wouldNot}</Notice>}
        {refused ? <Notice kind="error">{words.refused}</Notice> : null}
        <ul className="flex flex-col gap-1 text-sm">
          {tried.problems.map(({ text, sentence }) => (
            <li key={text} className="break-words">
              {text} {sentence ? <q>{sentence.slice(0, 300)}</q> : null}
            </li>
          ))}
        </ul>
        {tried.gaps.length > 0 ? <p>{rich(words.gaps, { join: tried.gaps.join(", ") })}</p> : null}
        <p>
          <strong className="font-semibold">{words.subject}</strong> {tried.subject}
        </p>
        <pre className="mono rounded-field bg-base-200 p-3 text-[0.8125rem] whitespace-pre-wrap">
          {tried.text}
        </pre>
      </div>
    </Card>
  );
}
