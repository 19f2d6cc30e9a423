import { Card } from "@/components/ui/card.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { words } from "@/components/words/words.ts";
import type { listRuns } from "@/lib/rules/rule-store.ts";

function did(): Record<string, string> {
  return {
    send: words().rules.answered,
    dismiss: words().rules.closed,
    deadline: words().rules.gaveDeadline,
  };
}

/** What rules did lately. */
export function RuleRuns({ runs }: { runs: Awaited<ReturnType<typeof listRuns>> }) {
  if (runs.length === 0) return null;
  return (
    <Card title={words().rules.lately}>
      <ul className="flex flex-col gap-1">
        {runs.map(({ id, at, name, action, caseId, ref }) => (
          <li key={id}>
            <UtcTime at={at} /> · {name} {did()[action] ?? action}{" "}
            <a className="link" href={`/cases/${caseId}`}>
              {ref}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
