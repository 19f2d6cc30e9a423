import Link from "next/link";
import { words } from "@/components/words/words.ts";
import type { Figures } from "@/lib/reports/figures.ts";
import { numberText, shareText } from "./number-text.ts";
import { type About, casesLink } from "./report-link.ts";

/** Each verdict, with how many of its cases were answered. */
export function VerdictTable({ figures, about }: { figures: Figures; about: About }) {
  const { reports, verdicts } = words();
  const { tables, answers } = reports;
  return (
    <table className="table table-sm table-fixed" aria-label={answers.verdictTitle}>
      <thead>
        <tr>
          <th scope="col">{tables.name}</th>
          <th scope="col" className="w-20 text-right">
            {tables.cases}
          </th>
          <th scope="col" className="w-28 text-right">
            {answers.answered}
          </th>
          <th scope="col" className="hidden w-20 text-right sm:table-cell">
            {tables.share}
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {figures.byVerdict.map(({ name: verdict, cases, answered }) => (
          <tr key={verdict}>
            <th scope="row" className="font-normal">
              {verdicts[verdict]}
            </th>
            <td className="text-right">
              <Link href={casesLink(about, { verdict })} prefetch={false} className="link">
                {numberText(cases)}
              </Link>
            </td>
            <td className="text-right">
              {answered === 0 ? (
                "0"
              ) : (
                <Link
                  href={casesLink(about, { verdict, outcome: "answered" })}
                  prefetch={false}
                  className="link"
                >
                  {numberText(answered)}
                </Link>
              )}
            </td>
            <td className="hidden text-right sm:table-cell">{shareText(answered, cases)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
