import Link from "next/link";
import { SCROLLS } from "@/components/ui/scrolls.ts";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { words } from "@/components/words/words.ts";
import type { AuditRow } from "@/lib/cases/audit-view-store.ts";

/** A line for when and who, and under it what: six columns side by side would hide the half. */
const ON_A_PHONE =
  "max-sm:flex max-sm:flex-wrap max-sm:gap-x-3 max-sm:py-2 max-sm:[&>td]:border-0 max-sm:[&>td]:p-0";

/** Entries of the audit log, as they were written. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const { columns, kinds, none } = words().audit;
  if (rows.length === 0) return <p>{none}</p>;
  return (
    <div className="overflow-x-auto" {...SCROLLS}>
      <table className="table table-sm max-sm:block">
        <thead className="max-sm:sr-only">
          <tr>
            <th scope="col">{columns.seq}</th>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.by}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.case}</th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {rows.map((row) => (
            <tr key={row.seq} className={ON_A_PHONE}>
              <td>{row.seq}</td>
              <td>
                <UtcTime at={row.at} compact />
              </td>
              <td>{row.by}</td>
              <td className="font-medium max-sm:basis-full">{kinds[row.kind]}</td>
              <td className="break-words">{actWords(row.what)}</td>
              <td>
                <CaseOf row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What stands before the colon is of a handful of acts, the rest a name. */
function actWords(what: string): string {
  const [act = ""] = what.split(": ", 1);
  const shown = words().audit.acts[act];
  return shown === undefined ? what : shown + what.slice(act.length);
}

function CaseOf({ row }: { row: AuditRow }) {
  if (row.hidden) return words().audit.sealedCase;
  if (row.ref === null) return null;
  return (
    <Link href={`/cases/${row.caseId}`} prefetch={false} className="link">
      {row.ref}
    </Link>
  );
}
