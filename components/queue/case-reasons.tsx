import { sayRefusal } from "@/components/words/say-refusal.ts";
import { readerLanguage } from "@/components/words/words.ts";
import type { Reason } from "@/lib/cases/bulk.ts";

type Props = { title: string; cases: { caseId: string; ref: string; why: Reason }[] };

/** Cases that were left out, each with the reason; nothing when there are none. */
export function CaseReasons({ title, cases }: Props) {
  if (cases.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 font-semibold">{title}</h2>
      <ul className="flex flex-col gap-1 text-sm [overflow-wrap:anywhere]">
        {cases.map(({ caseId, ref, why }) => (
          <li key={caseId}>
            <a className="link font-mono" href={`/cases/${caseId}`}>
              {ref}
            </a>{" "}
            {sayRefusal(why, readerLanguage())}
          </li>
        ))}
      </ul>
    </section>
  );
}
