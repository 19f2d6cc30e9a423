import type { Column, Moved } from "./moved-value.ts";

export type Table = { name: string; columns: Column[]; parents: string[] };

/** One end of a move: a desk in one database, and nobody else writes to it meanwhile. */
export type Side = {
  /** How a person calls it: never with a password. */
  name: string;
  /** The rows of a table a few at a time, as they stand at one moment. */
  read(table: Table): AsyncIterable<Moved[][]>;
  /** Into one transaction, which `keep` ends. */
  write(table: Table, rows: readonly Moved[][]): Promise<void>;
  count(table: Table): Promise<number>;
  keep(): Promise<void>;
  /** Ends it; what was written and not kept is gone. */
  close(): Promise<void>;
};

/** Rows that hold whole mails and files are read a few at a time, so that what is in memory has an end. */
export function batchOf({ columns }: Table): number {
  return columns.some(({ type }) => type === "bytes") ? 4 : 200;
}
