import { Card } from "@/components/ui/card.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import type { listRuns } from "@/lib/rules/rule-store.ts";

const DID: Record<string, string> = {
  send: "answered",
  dismiss: "closed",
  deadline: "gave a deadline to",
};

/** What rules did lately. */
export function RuleRuns({ runs }: { runs: Awaited<ReturnType<typeof listRuns>> }) {
  if (runs.length === 0) return null;
  return (
    <Card title="Done by rules lately">
      <ul className="flex flex-col gap-1">
        {runs.map(({ id, at, name, action, caseId, ref }) => (
          <li key={id}>
            <UtcTime at={at} /> · {name} {DID[action] ?? action}{" "}
            <a className="link" href={`/cases/${caseId}`}>
              {ref}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
