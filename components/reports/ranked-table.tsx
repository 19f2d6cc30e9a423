import Link from "next/link";
import { plural, words } from "@/components/words/words.ts";
import type { Count } from "@/lib/reports/figures.ts";
import { numberText, shareText } from "./number-text.ts";

/** `href` null: no list stands behind it. */
export type RankedRow = Count & { key: string; name: string; href: string | null };
type Props = {
  title: string;
  rows: RankedRow[];
  rest?: Count & { names: number };
  /** What a share is a share of; a case can count in several rows. */
  whole: number;
};

/** Names with a bar each; the table is its own text. */
export function RankedTable({ title, rows, rest, whole }: Props) {
  const { tables } = words().reports;
  const most = Math.max(1, ...rows.map(({ cases }) => cases));
  return (
    <table className="table table-sm table-fixed" aria-label={title}>
      <thead>
        <tr>
          <th scope="col">{tables.name}</th>
          <th scope="col" className="hidden w-1/4 sm:table-cell">
            <span className="sr-only">{tables.share}</span>
          </th>
          <th scope="col" className="w-20 text-right">
            {tables.cases}
          </th>
          <th scope="col" className="w-16 text-right">
            {tables.share}
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {rows.map(({ key, name, href, cases }) => (
          <tr key={key}>
            <th scope="row" className="font-normal break-words">
              {name}
            </th>
            <td className="hidden sm:table-cell">
              <Bar share={cases / most} />
            </td>
            <td className="text-right">
              {href === null || cases === 0 ? (
                numberText(cases)
              ) : (
                <Link href={href} prefetch={false} className="link">
                  {numberText(cases)}
                </Link>
              )}
            </td>
            <td className="text-right">{shareText(cases, whole)}</td>
          </tr>
        ))}
        {rest && rest.names > 0 ? (
          <tr>
            <th scope="row" className="font-normal">
              {plural(rest.names, tables.rest)}
            </th>
            <td className="hidden sm:table-cell" />
            <td className="text-right">{numberText(rest.cases)}</td>
            <td className="text-right">{shareText(rest.cases, whole)}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg width="100%" height="12" aria-hidden="true" className="block">
      <rect width={`${Math.max(1, share * 100)}%`} height="12" className="fill-accent" />
    </svg>
  );
}
