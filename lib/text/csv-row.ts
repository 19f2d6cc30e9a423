/** What makes a cell a formula in Excel, LibreOffice or Numbers, also behind blanks and in full width (OWASP, "CSV Injection"). */
const FORMULA = /^\s*[=+\-@|%＝＋－＠\t\r\n]/;

/**
 * One row after RFC 4180: every cell quoted, and none a spreadsheet would calculate: an apostrophe stands before those.
 * Numbers are our own and stay numbers. Null is an empty cell.
 */
export function csvRow(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cell).join(",")}\r\n`;
}

function cell(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
