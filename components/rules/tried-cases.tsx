import { UtcTime } from "@/components/ui/utc-time.tsx";
import type { RuleAction } from "@/lib/rules/rule.ts";
import type { Tried } from "@/lib/rules/try-rule-store.ts";

const WOULD: Record<RuleAction, string> = {
  send: "Would have answered",
  dismiss: "Would have closed it",
  deadline: "Would have set the deadline",
};

/** What a rule would have done with past cases, and what held it back. */
export function TriedCases({ tried }: { tried: Tried }) {
  return (
    <div className="mt-3 flex flex-col gap-2">
      <p>
        Of the last {tried.looked} cases it would have acted on <strong>{tried.acted}</strong>
        {tried.held > 0 ? `; it fitted ${tried.held} more and was held back` : ""}.
      </p>
      {tried.cases.length > 0 ? (
        <div className="overflow-x-auto">
          <table className="table table-sm">
            <thead>
              <tr>
                <th scope="col">Came</th>
                <th scope="col">Case</th>
                <th scope="col">What</th>
              </tr>
            </thead>
            <tbody>
              {tried.cases.map((one) => (
                <tr key={one.caseId}>
                  <td>
                    <UtcTime at={one.openedAt} />
                  </td>
                  <td>
                    <a className="link" href={`/cases/${one.caseId}`}>
                      {one.title}
                    </a>
                  </td>
                  <td>{one.would === null ? `Held back: ${one.because}` : WOULD[one.would]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  );
}
