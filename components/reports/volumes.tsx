import { Card } from "@/components/ui/card.tsx";
import { words } from "@/components/words/words.ts";
import type { Behind } from "@/lib/reports/behind.ts";
import type { Figures, Named } from "@/lib/reports/figures.ts";
import { type RankedRow, RankedTable } from "./ranked-table.tsx";
import { type About, casesLink } from "./report-link.ts";

type Props = { figures: Figures; about: About };

/** How many cases by each thing they can be told apart by. */
export function Volumes({ figures, about }: Props) {
  const { reports, types } = words();
  const { tables } = reports;
  const whole = figures.cases;
  const plain = (name: string, empty: string) => (name === "" ? empty : name);
  const rows = <Name,>(
    all: readonly Named<Name>[],
    textOf: (name: Name) => string,
    behindOf: (name: Name) => Behind,
  ): RankedRow[] =>
    all.map(({ name, cases, mails }) => ({
      key: JSON.stringify(name),
      name: textOf(name),
      href: casesLink(about, behindOf(name)),
      cases,
      mails,
    }));
  const lists = [
    {
      title: tables.type,
      rows: rows(
        figures.byType,
        (type) => types[type],
        (type) => ({ type }),
      ),
    },
    {
      title: tables.port,
      rest: figures.byPort.rest,
      rows: rows(
        figures.byPort.rows,
        (port) => (port === null ? tables.noPort : String(port)),
        (port) => ({ port }),
      ),
    },
    { title: tables.relay, rest: figures.byRelay.rest, rows: relayRows(figures, about) },
    {
      title: tables.provider,
      rest: figures.byProvider.rest,
      rows: rows(
        figures.byProvider.rows,
        (name) => plain(name, tables.straight),
        (provider) => ({ provider }),
      ),
    },
    {
      title: tables.sender,
      rest: figures.bySender.rest,
      rows: rows(
        figures.bySender.rows,
        (name) => plain(name, tables.noSender),
        (sender) => ({ sender }),
      ),
    },
  ];
  return (
    <div className="grid gap-4 lg:grid-cols-2">
      {lists.map(({ title, ...list }) => (
        <Card key={title} title={title}>
          <RankedTable title={title} whole={whole} {...list} />
        </Card>
      ))}
    </div>
  );
}

/** Cases about one of our relays are a list of their own; those about none are not. */
function relayRows({ byRelay }: Figures, about: About): RankedRow[] {
  const { tables } = words().reports;
  return byRelay.rows.map(({ name, cases, mails }) => ({
    key: name?.id ?? "none",
    name: name === null ? tables.noRelay : (name.nickname ?? tables.goneRelay),
    href: name === null ? null : casesLink({ ...about, relayId: name.id }),
    cases,
    mails,
  }));
}
