import type { AuditRow } from "../cases/audit-view-store.ts";
import { csvRow } from "../text/csv-row.ts";
import { toIso } from "../time/instant.ts";

const HEAD = ["seq", "at", "by", "kind", "what", "case", "hash"];
/** In the place of a case the reader may not see, or that is gone. */
const HIDDEN = "sealed case";

/** The audit log as CSV, after RFC 4180, safe for spreadsheets. */
export async function* auditCsv(pages: AsyncIterable<AuditRow[]>): AsyncGenerator<string> {
  yield csvRow(HEAD);
  for await (const rows of pages)
    yield rows.map((row) => csvRow(Object.values(told(row)))).join("");
}

/** The same as one JSON object a line. */
export async function* auditJson(pages: AsyncIterable<AuditRow[]>): AsyncGenerator<string> {
  for await (const rows of pages)
    yield rows.map((row) => `${JSON.stringify(told(row))}\n`).join("");
}

function told({ seq, at, by, kind, what, ref, hidden, hash }: AuditRow) {
  return { seq, at: toIso(at), by, kind, what, case: hidden ? HIDDEN : ref, hash };
}
