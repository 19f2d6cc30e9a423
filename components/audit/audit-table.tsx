import Link from "next/link";
import { SCROLLS } from "@/components/ui/scrolls.ts";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { words } from "@/components/words/words.ts";
import type { AuditRow } from "@/lib/cases/audit-view-store.ts";

/** Entries of the audit log, as they were written. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const { columns, kinds, none } = words().audit;
  if (rows.length === 0) return <p>{none}</p>;
  return (
    <div className="overflow-x-auto" {...SCROLLS}>
      <table className="table table-sm">
        <thead>
          <tr>
            <th scope="col">{columns.seq}</th>
            <th scope="col">{columns.at}</th>
            <th scope="col">{columns.by}</th>
            <th scope="col">{columns.kind}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.case}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.seq}>
              <td>{row.seq}</td>
              <td>
                <UtcTime at={row.at} compact />
              </td>
              <td>{row.by}</td>
              <td>{kinds[row.kind]}</td>
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
