import { existsSync, renameSync, rmSync } from "node:fs";
import { appliedMigrations } from "../applied-migrations.ts";
import { dialectOf } from "../dialect.ts";
import { knownMigrations } from "../known-migrations.ts";
import { migrate } from "../migrate.ts";
import { checkServer } from "../postgresql/check-server.ts";
import { isSame, NOTHING, type Tally, tallied } from "./moved-value.ts";
import { postgresqlSide } from "./postgresql-side.ts";
import type { Side, Table } from "./side.ts";
import { closeFile, deskTables, sqliteSide } from "./sqlite-side.ts";

export type MovedDesk = { tables: number; rows: number; cases: number; mails: number };
type Asked = {
  from: string;
  to: string;
  root: string;
  tell: (text: string) => void;
  /**
   * For a backup: others go on writing where it is, and the copy is of the moment it began and of the version it has. Of a
   * server only.
   */
  inUse?: boolean;
};

/**
 * Copies the desk at `from`, as it stands, into the empty place at `to`: from a SQLite file to PostgreSQL, or back. What is
 * encrypted stays as it is. Then every row is read from there and compared, by count and SHA-256, before anything is kept; a
 * move that is cut off leaves an empty place and can be begun again. Throws one line when the place is not empty, the desk is
 * not of this version, or what arrived is not what was sent.
 */
export async function moveDesk({ from, to, root, tell, inUse = false }: Asked): Promise<MovedDesk> {
  if (dialectOf(from) === dialectOf(to))
    throw new Error(
      "A desk moves from a SQLite file to PostgreSQL, or back. Within one kind, back up and restore.",
    );
  const isFile = dialectOf(to) === "sqlite";
  const file = to.replace(/^file:/, "");
  if (isFile && existsSync(file))
    throw new Error(`${file} is there already. Name a file that is not.`);
  const url = isFile ? `${to}.part` : to;
  if (isFile) dropFile(`${file}.part`);
  await checkServer(isFile ? from : to);
  const version = inUse ? await versionOf(from) : await mustBeOfThisVersion(from, root);
  await migrate(url, root, version);
  const moved = await copy(await deskTables(isFile ? url : from), { from, to: url, inUse }, tell);
  if (isFile) await nameFile(url, file);
  return moved;
}

async function nameFile(url: string, file: string): Promise<void> {
  await closeFile(url);
  renameSync(`${file}.part`, file);
  dropFile(`${file}.part`);
}

/** What a move that was cut off left behind. */
function dropFile(file: string): void {
  for (const name of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`])
    rmSync(name, { force: true });
}

/** Else columns would be missing at one end. Nothing is changed where the desk is. */
async function mustBeOfThisVersion(url: string, root: string): Promise<string> {
  const applied = await appliedMigrations(url);
  const known = knownMigrations(url, root);
  if (applied.length > 0 && known.join() !== applied.toSorted().join())
    throw new Error("The desk is of another version. Start it once with this one, then move it.");
  return await versionOf(url);
}

/** The newest migration of a desk; both databases have it under the same name. */
async function versionOf(url: string): Promise<string> {
  const newest = (await appliedMigrations(url)).toSorted().at(-1);
  if (newest === undefined) throw new Error("There is no desk to move. Check DATABASE_URL.");
  return newest;
}

async function copy(
  tables: readonly Table[],
  { from, to, inUse }: { from: string; to: string; inUse: boolean },
  tell: (text: string) => void,
): Promise<MovedDesk> {
  const source = await openSide(from, inUse);
  try {
    const target = await openSide(to, false);
    try {
      for (const table of tables)
        if ((await target.count(table)) > 0)
          throw new Error(`${target.name} is not empty (${table.name}). Name an empty database.`);
      const sent = new Map<string, Tally>();
      for (const table of tables) sent.set(table.name, await send(source, target, table, tell));
      for (const table of tables) await compare(target, table, sent.get(table.name) ?? NOTHING);
      await target.keep();
      const count = (name: string) => sent.get(name)?.count ?? 0;
      const rows = [...sent.values()].reduce((sum, one) => sum + one.count, 0);
      return { tables: tables.length, rows, cases: count("Case"), mails: count("RawMail") };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

function openSide(url: string, inUse: boolean): Promise<Side> {
  return dialectOf(url) === "sqlite" ? sqliteSide(url) : postgresqlSide(url, inUse);
}

async function send(
  source: Side,
  target: Side,
  table: Table,
  tell: (text: string) => void,
): Promise<Tally> {
  let tally = NOTHING;
  for await (const rows of source.read(table)) {
    await target.write(table, rows);
    tally = tallied(tally, rows);
  }
  if (tally.count > 0) tell(`${table.name}: ${tally.count}`);
  return tally;
}

async function compare(target: Side, table: Table, sent: Tally): Promise<void> {
  let arrived = NOTHING;
  for await (const rows of target.read(table)) arrived = tallied(arrived, rows);
  if (!isSame(sent, arrived))
    throw new Error(
      `${table.name}: ${sent.count} rows were sent and ${arrived.count} arrived, or they are not the same. Nothing was kept.`,
    );
}
