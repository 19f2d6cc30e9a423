import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { RuleAction } from "@/lib/rules/rule.ts";
import type { Tried } from "@/lib/rules/try-rule-store.ts";

function would(): Record<RuleAction, string> {
  return {
    send: words().rules.wouldAnswer,
    dismiss: words().rules.wouldClose,
    deadline: words().rules.wouldDeadline,
  };
}

/** What a rule would have done with past cases, and what held it back. */
export function TriedCases({ tried }: { tried: Tried }) {
  return (
    <div className="mt-3 flex flex-col gap-2">
      <p>
        {rich(words().rules.ofLast, {
          looked: tried.looked,
          strong: <strong>{tried.acted}</strong>,
          tried: tried.held > 0 ? fill(words().rules.heldMore, { held: tried.held }) : "",
        })}
      </p>
      {tried.cases.length > 0 ? (
        <div className="overflow-x-auto">
          <table className="table table-sm">
            <thead>
              <tr>
                <th scope="col">{words().rules.came}</th>
                <th scope="col">{words().rules.case}</th>
                <th scope="col">{words().rules.what}</th>
              </tr>
            </thead>
            <tbody>
              {tried.cases.map((one) => (
                <tr key={one.caseId}>
                  <td>
                    <UtcTime at={one.openedAt} compact />
                  </td>
                  <td>
                    <a className="link" href={`/cases/${one.caseId}`}>
                      {one.title}
                    </a>
                  </td>
                  <td>
                    {one.would === null
                      ? fill(words().rules.heldBack, { because: one.because })
                      : would()[one.would]}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </div>
  );
}
