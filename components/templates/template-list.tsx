import { Badge } from "@/components/ui/badge.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { TemplateRow } from "@/lib/cases/template-pages-view-store.ts";

type Props = { rows: TemplateRow[] };

/** Every template that serves, grouped by the kind of complaint it answers. */
export function TemplateList({ rows }: Props) {
  const types = [...new Set(rows.map(({ type }) => type))];
  return types.map((type) => (
    <section key={type} className="mb-4">
      <h2 className="mb-1 text-base font-semibold">{typeName(type)}</h2>
      <div className="overflow-x-auto rounded-box border border-base-300 bg-base-100">
        <table className="table-sm table">
          <caption className="sr-only">
            {rich(words().templates.caption, { type: typeName(type) })}
          </caption>
          <thead>
            <tr>
              <th scope="col">{words().templates.template}</th>
              <th scope="col">{words().templates.reader}</th>
              <th scope="col">{words().templates.language}</th>
              <th scope="col">{words().templates.for}</th>
              <th scope="col">{words().templates.whose}</th>
            </tr>
          </thead>
          <tbody>
            {rows
              .filter((row) => row.type === type)
              .map((row) => (
                <Row key={row.key} row={row} />
              ))}
          </tbody>
        </table>
      </div>
    </section>
  ));
}

function Row({ row }: { row: TemplateRow }) {
  return (
    <tr data-template={row.key}>
      <th scope="row" className="font-medium">
        <a className="link" href={`/templates/${row.key}`}>
          {row.id}
        </a>
      </th>
      <td>{words().audiences[row.audience]}</td>
      <td>{row.language}</td>
      <td>
        {row.verdicts.map((verdict) => words().verdicts[verdict]).join(", ") ||
          words().templates.anyVerdict}
      </td>
      <td className="flex flex-wrap gap-1">
        <Marks row={row} />
      </td>
    </tr>
  );
}

function Marks({ row }: { row: TemplateRow }) {
  return (
    <>
      {row.origin === "shipped" ? (
        <Badge>{words().templates.shipped}</Badge>
      ) : (
        <Badge tone="info">{words().templates.yours}</Badge>
      )}
      {row.shippedChanged ? <Badge tone="warning">{words().templates.shippedChanged}</Badge> : null}
      {row.broken ? <Badge tone="error">{words().templates.broken}</Badge> : null}
    </>
  );
}

function typeName(type: string): string {
  const names: Record<string, string> = words().types;
  return names[type] ?? words().templates.anyKind;
}
