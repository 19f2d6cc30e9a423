import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { PlainTime } from "@/components/ui/plain-time.tsx";
import { fill } from "@/components/words/fill.ts";
import type { Chip, ShownRow, ShownRows } from "./shown-row.ts";

/** The words of every row: `{title}` of what is chosen, and of the link to those alike. */
export type RowWords = { choose: string; alike: string };
type Props = {
  row: ShownRow;
  shown: Pick<ShownRows, "sentences" | "chips">;
  said: RowWords;
  /** Null: nothing can be chosen here. */
  chosen: boolean | null;
};

/** One case. Looks are in `RowList`, once for all rows. */
export function QueueRow({ row, shown, said, chosen }: Props) {
  return (
    <li>
      {chosen === null ? null : (
        <input
          type="checkbox"
          name="case"
          value={row.id}
          defaultChecked={chosen}
          aria-label={fill(said.choose, { title: `${row.title}, ${row.about}` })}
        />
      )}
      <div>
        <Link href={`/cases/${row.id}`} prefetch={false} data-row>
          {row.title}
        </Link>
        <p>{row.about}</p>
        <p>{sentences(row, shown)}</p>
      </div>
      <div>
        {row.chips.map((at) => (
          <RowChip key={at} chip={shown.chips[at]} />
        ))}
        {row.alike ? (
          <a href={`/queue/alike/${row.id}`} data-select-alike>
            {said.alike}
          </a>
        ) : null}
      </div>
    </li>
  );
}

function RowChip({ chip }: { chip: Chip | undefined }) {
  if (!chip) return null;
  const [tone, text, sign] = chip;
  return (
    <Badge tone={tone}>
      {sign === undefined ? null : <span aria-hidden="true">{sign}</span>}
      {text}
    </Badge>
  );
}

/** As few pieces of text between the times as there can be: each costs a mark in the page. */
function sentences({ moments }: ShownRow, shown: Props["shown"]): ReactNode[] {
  const pieces: ReactNode[] = [];
  const first = moments[0]?.[1] ?? 0;
  let text = "";
  for (const [place, [sentence, seconds, local]] of moments.entries()) {
    const [before = "", after = ""] = (shown.sentences[sentence] ?? "").split("{when}");
    const at = (place === 0 ? first : first + seconds) * 1000;
    pieces.push(`${text}${before}`, <PlainTime key={sentence} at={at} />);
    text = `${local === undefined ? "" : ` (${local})`}${after} · `;
  }
  return [...pieces, text.slice(0, -" · ".length)];
}
