import { Card } from "@/components/ui/card.tsx";
import { Notice } from "@/components/ui/notice.tsx";
import type { TriedTemplate } from "@/lib/cases/try-template.ts";

/** The letter a template writes for a real case, and what the desk would not let it say. */
export function LetterPreview({ tried }: { tried: TriedTemplate }) {
  const refused = tried.problems.some(({ refuses }) => refuses);
  return (
    <Card title={`The letter for case ${tried.ref}`}>
      <div className="flex flex-col gap-3" data-preview>
        {tried.mayServe ? null : (
          <Notice kind="warning">
            The desk would not choose this template for this case: its type, reader, verdicts,
            needs, conditions or language do not fit.
          </Notice>
        )}
        {refused ? (
          <Notice kind="error">
            Refused: the letter would say what is not proven. It would never be drafted for this
            case; put the sentence into a guard.
          </Notice>
        ) : null}
        <ul className="flex flex-col gap-1 text-sm">
          {tried.problems.map(({ text, sentence }) => (
            <li key={text} className="break-words">
              {text} {sentence ? <q>{sentence.slice(0, 300)}</q> : null}
            </li>
          ))}
        </ul>
        {tried.gaps.length > 0 ? (
          <p>Gaps to fill before sending: {tried.gaps.join(", ")}.</p>
        ) : null}
        <p>
          <strong className="font-semibold">Subject:</strong> {tried.subject}
        </p>
        <pre className="mono rounded-field bg-base-200 p-3 text-[0.8125rem] whitespace-pre-wrap">
          {tried.text}
        </pre>
      </div>
    </Card>
  );
}
