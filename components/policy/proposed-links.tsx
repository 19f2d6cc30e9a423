import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { CaseProposal } from "@/lib/cases/propose-for-case.ts";

/** What the desk proposes for a case: each line a question of its own, the narrowest first. */
export function ProposedLinks({ proposal }: { proposal: CaseProposal }) {
  const { id, ref, lines } = proposal;
  return (
    <div className="mb-4 text-sm">
      <p>
        {rich(words().policy.forCase, {
          link: <a href={`/cases/${id}`}>{ref}</a>,
          lines: lines.length === 0 ? words().policy.noTarget : words().policy.narrowest,
        })}
      </p>
      <ul className="mt-1 flex flex-col gap-1">
        {lines.map((line) => (
          <li key={line}>
            <a href={`/policy/what-if?case=${id}&lines=${encodeURIComponent(line)}`}>
              <code>{line}</code>
            </a>
          </li>
        ))}
      </ul>
      <p className="mt-2">{words().policy.advice}</p>
    </div>
  );
}
