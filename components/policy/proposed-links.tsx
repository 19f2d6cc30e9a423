import type { CaseProposal } from "@/lib/cases/propose-for-case.ts";

/** What the desk proposes for a case: each line a question of its own, the narrowest first. */
export function ProposedLinks({ proposal }: { proposal: CaseProposal }) {
  const { id, ref, lines } = proposal;
  return (
    <div className="mb-4 text-sm">
      <p>
        For case <a href={`/cases/${id}`}>{ref}</a>
        {lines.length === 0
          ? ", which names no target: no line can be proposed."
          : ", the narrowest first:"}
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
      <p className="mt-2">
        A closed port is closed to everybody who uses it, and what is once given up is hard to get
        back. Close one address rather than a port, and for a time only.
      </p>
    </div>
  );
}
