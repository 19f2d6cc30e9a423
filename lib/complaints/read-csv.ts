/** A table of text cells with its head. `at` is the offset of each row in the text. */
export type CsvTable = {
  head: string[];
  rows: { cells: string[]; at: number; offsets: number[] }[];
};

const MAX_ROWS = 5_000;
const MAX_CELLS = 200;

/**
 * Tables of comma, semicolon or tab separated values in a text, each with a head that names its columns (RFC 4180 quoting,
 * on one line). Prose around them is skipped; blank lines inside do not end a table.
 */
export function readCsvTables(text: string, isHead: (cells: string[]) => boolean): CsvTable[] {
  const tables: CsvTable[] = [];
  let open = null as { table: CsvTable; separator: string } | null;
  let at = 0;
  for (const raw of text.split("\n")) {
    const lead = /^[>\s]{0,8}/.exec(raw)?.[0].length ?? 0;
    // W3C extended logs (IIS) say their columns in a directive and part them by blanks.
    const directive = /^#Fields: {1,4}/.exec(raw.slice(lead, lead + 20))?.[0].length ?? 0;
    const line = raw.slice(lead + directive, 8_192);
    const separator: string | null =
      directive > 0 || open?.separator === " " ? " " : separatorOf(line);
    const row: ReturnType<typeof splitRow> | null =
      separator === null ? null : splitRow(line, separator, at + lead + directive);
    if (row && isHead(row.cells)) {
      open = {
        table: { head: row.cells.map((cell) => cell.toLowerCase()), rows: [] },
        separator: separator ?? ",",
      };
      tables.push(open.table);
    } else if (row && open && separator === open.separator && row.cells.length > 1) {
      if (open.table.rows.length < MAX_ROWS) open.table.rows.push(row);
    } else if (line.trim() !== "" && !/^-{3,}/.test(line)) open = null;
    at += raw.length + 1;
  }
  return tables.filter(({ rows }) => rows.length > 0);
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

function splitRow(line: string, separator: string, start: number) {
  const cells: string[] = [];
  const offsets: number[] = [];
  let at = 0;
  while (at <= line.length && cells.length < MAX_CELLS) {
    const gap = /^\s*/.exec(line.slice(at, at + 100))?.[0].length ?? 0;
    const from = separator === "\t" ? at : at + gap;
    const quoted = line[from] === '"' ? closingQuote(line, from + 1) : -1;
    const end = line.indexOf(separator, quoted < 0 ? at : quoted);
    const stop = end < 0 ? line.length : end;
    const cell =
      quoted < 0 ? line.slice(at, stop) : line.slice(from + 1, quoted).replaceAll('""', '"');
    cells.push(cell.trim());
    offsets.push(start + (quoted < 0 ? at + cell.length - cell.trimStart().length : from + 1));
    at = stop + 1;
  }
  return { cells, offsets, at: start };
}

function closingQuote(line: string, from: number): number {
  let at = line.indexOf('"', from);
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}
