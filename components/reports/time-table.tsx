import Link from "next/link";
import { words } from "@/components/words/words.ts";
import type { Figures } from "@/lib/reports/figures.ts";
import { dayText } from "@/lib/reports/period.ts";
import { numberText } from "./number-text.ts";
import { type About, casesLink } from "./report-link.ts";

/** What the bars show, as numbers. */
export function TimeTable({ overTime, about }: { overTime: Figures["overTime"]; about: About }) {
  const { overTime: texts, tables } = words().reports;
  return (
    <details className="mt-3">
      <summary className="cursor-pointer py-1">{texts.table}</summary>
      <table className="table table-sm tabular-nums">
        <thead>
          <tr>
            <th scope="col">{texts.from}</th>
            <th scope="col">{texts.to}</th>
            <th scope="col" className="text-right">
              {tables.cases}
            </th>
            <th scope="col" className="text-right">
              {tables.mails}
            </th>
          </tr>
        </thead>
        <tbody>
          {overTime.map(({ bucket, days, cases, mails }) => (
            <tr key={bucket}>
              <th scope="row" className="font-normal">
                {dayText(days.from)}
              </th>
              <td>{dayText(days.to)}</td>
              <td className="text-right">
                {cases === 0 ? (
                  "0"
                ) : (
                  <Link
                    href={casesLink({ ...about, period: days })}
                    prefetch={false}
                    className="link"
                  >
                    {numberText(cases)}
                  </Link>
                )}
              </td>
              <td className="text-right">{numberText(mails)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
