/** A table of text cells with its head. `at` is the offset of each row in the text. */
export type CsvTable = {
  head: string[];
  rows: { cells: string[]; at: number; offsets: number[] }[];
};

/** Which rows are heads; a line without one of the words is none. */
type Head = { words: RegExp; isHead: (cells: string[]) => boolean };

const MAX_ROWS = 5_000;
const MAX_CELLS = 200;

/**
 * Tables of comma, semicolon or tab separated values in a text, each with a head that names its columns (RFC 4180 quoting,
 * on one line). Prose around them is skipped; blank lines inside do not end a table.
 */
export function readCsvTables(text: string, head: Head): CsvTable[] {
  const tables: CsvTable[] = [];
  let open: OpenTable | null = null;
  let at = 0;
  for (const raw of text.split("\n")) {
    const row: Row | null = open || head.words.test(raw) ? readRow(raw, at, open) : null;
    if (row && head.isHead(row.cells)) {
      open = { separator: row.separator, table: { head: row.cells.map(lower), rows: [] } };
      tables.push(open.table);
    } else if (open && row && belongs(row, open)) open.table.rows.push(row);
    else if (endsTable(raw)) open = null;
    at += raw.length + 1;
  }
  return tables.filter(({ rows }) => rows.length > 0);
}

function endsTable(line: string): boolean {
  return line.trim() !== "" && !FRAME.test(line);
}

/** The lines tables are drawn with. */
const FRAME = /^[>\s]{0,8}[-+|=:─┼│ ]{3,}(?:[^\S ]\s*)?$|^-{3,}/;

type OpenTable = { table: CsvTable; separator: string };
type Row = CsvTable["rows"][number] & { separator: string };

function lower(cell: string): string {
  return cell.toLowerCase();
}

function belongs(row: Row, { table, separator }: OpenTable): boolean {
  return row.separator === separator && row.cells.length > 1 && table.rows.length < MAX_ROWS;
}

function readRow(raw: string, at: number, open: OpenTable | null): Row | null {
  const lead = /^[>\s]{0,8}/.exec(raw)?.[0].length ?? 0;
  // W3C extended logs (IIS) say their columns in a directive and part them by blanks.
  const directive = /^#Fields: {1,4}/.exec(raw.slice(lead, lead + 20))?.[0].length ?? 0;
  const line = raw.slice(lead + directive, 8_192);
  const blanks = directive > 0 || open?.separator === " ";
  const separator = blanks ? " " : separatorOf(line);
  return separator === null
    ? null
    : { ...splitRow(line, separator, at + lead + directive), separator };
}

/** The separator that splits the line most. */
function separatorOf(line: string): string | null {
  let best: string | null = null;
  let most = 0;
  for (const separator of [",", ";", "\t", "|"]) {
    const count = line.split(separator, MAX_CELLS).length - 1;
    if (count > most) {
      best = separator;
      most = count;
    }
  }
  return best;
}

function splitRow(line: string, separator: string, start: number): CsvTable["rows"][number] {
  const cells: string[] = [];
  const offsets: number[] = [];
  let at = 0;
  while (at <= line.length && cells.length < MAX_CELLS) {
    const cell = readCell(line, separator, at);
    cells.push(cell.text);
    offsets.push(start + cell.from);
    at = cell.end + 1;
  }
  return { cells, offsets, at: start };
}

/** One cell from `at` on: its text, where that begins, and where the cell ends. */
function readCell(
  line: string,
  separator: string,
  at: number,
): { text: string; from: number; end: number } {
  const from = at + (/^[ ]*/.exec(line.slice(at, at + 100))?.[0].length ?? 0);
  const quote = separator !== " " && line[from] === '"' ? closingQuote(line, from + 1) : -1;
  const next = line.indexOf(separator, quote < 0 ? at : quote);
  const end = next < 0 ? line.length : next;
  if (quote >= 0)
    return {
      text: line
        .slice(from + 1, quote)
        .replaceAll('""', '"')
        .trim(),
      from: from + 1,
      end,
    };
  return { text: line.slice(at, end).trim(), from: Math.min(from, end), end };
}

function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}
