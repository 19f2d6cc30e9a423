import { Badge } from "@/components/ui/badge.tsx";
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
          <caption className="sr-only">Templates for {typeName(type)}</caption>
          <thead>
            <tr>
              <th scope="col">Template</th>
              <th scope="col">Reader</th>
              <th scope="col">Language</th>
              <th scope="col">For</th>
              <th scope="col">Whose</th>
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
        {row.verdicts.map((verdict) => words().verdicts[verdict]).join(", ") || "any verdict"}
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
      {row.origin === "shipped" ? <Badge>shipped</Badge> : <Badge tone="info">yours</Badge>}
      {row.shippedChanged ? <Badge tone="warning">shipped one changed since</Badge> : null}
      {row.broken ? <Badge tone="error">unreadable: not used</Badge> : null}
    </>
  );
}

function typeName(type: string): string {
  const names: Record<string, string> = words().types;
  return names[type] ?? "Any kind of complaint";
}
