import type { ReactNode } from "react";
import { words } from "@/components/words/words.ts";
import type { RelayRow } from "@/lib/relays/relay-row-view.ts";
import { RelayTableRow } from "./relay-table-row.tsx";

function columns() {
  return [
    words().relays.headRelay,
    words().relays.headAddresses,
    words().relays.headRole,
    words().relays.headKnown,
    words().relays.headNewest,
    words().relays.headGaps,
  ];
}

/** The relays, one a line; on a narrow screen one below the other. */
export function RelayTable({ rows, now }: { rows: RelayRow[]; now: number }) {
  return (
    <div className="rounded-box border border-base-300 bg-base-100">
      <table className="block w-full text-sm lg:table">
        <caption className="sr-only">{words().relays.caption}</caption>
        <thead className="sr-only lg:not-sr-only lg:table-header-group">
          <tr className="border-b border-base-300 text-left">
            {columns().map((name) => (
              <Head key={name}>{name}</Head>
            ))}
          </tr>
        </thead>
        <tbody className="block divide-y divide-base-300 lg:table-row-group">
          {rows.map((row) => (
            <RelayTableRow key={row.id} row={row} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ children }: { children: ReactNode }) {
  return (
    <th scope="col" className="px-3 py-2 font-medium opacity-80">
      {children}
    </th>
  );
}
