import type { Block } from "@/lib/reports/transparency-blocks.ts";
import type { ReportLanguage } from "@/lib/reports/transparency-words.ts";

/** The published page as it will read, inside the desk's own page: its headings are one level lower. */
export function PublishedPreview({
  blocks,
  language,
}: {
  blocks: readonly Block[];
  language: ReportLanguage;
}) {
  return (
    <article lang={language} className="flex max-w-3xl flex-col gap-3" data-published>
      {blocks.map((block) => (
        <Written key={`${block.kind} ${keyOf(block)}`} block={block} />
      ))}
    </article>
  );
}

function Written({ block }: { block: Block }) {
  switch (block.kind) {
    case "title":
      return <h3 className="text-xl font-semibold">{block.text}</h3>;
    case "heading":
      return <h4 className="mt-3 text-lg font-semibold">{block.text}</h4>;
    case "text":
      return <p className="whitespace-pre-line">{block.text}</p>;
    case "table":
      return <Table block={block} />;
  }
}

function Table({ block: { name, head, rows } }: { block: Extract<Block, { kind: "table" }> }) {
  return (
    <table className="table table-sm" aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{head[0]}</th>
          <th scope="col" className="text-right">
            {head[1]}
          </th>
        </tr>
      </thead>
      <tbody className="tabular-nums">
        {rows.map(([row, count]) => (
          <tr key={row}>
            <th scope="row" className="font-normal">
              {row}
            </th>
            <td className="text-right">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function keyOf(block: Block): string {
  return block.kind === "table" ? block.name : block.text;
}
