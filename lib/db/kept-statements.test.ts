import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createClient } from "@libsql/client";
import Database from "libsql";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepStatements } from "./kept-statements.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "exitdesk-statements-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a query is prepared once, and answers for the values it is given each time", async () => {
  const prepare = vi.spyOn(Database.prototype, "prepare");
  keepStatements();
  const client = createClient({ url: `file:${folder}/a.db` });
  await client.executeMultiple("CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 'x'), (2, 'y')");
  prepare.mockClear();
  const sql = "SELECT a, b FROM t WHERE a = ?";
  const said = [1, 2, 3, 1].map(async (a) => (await client.execute({ sql, args: [a] })).rows);
  const rows = (await Promise.all(said)).map(([row]) => row?.["b"]);
  expect(rows).toEqual(["x", "y", undefined, "x"]);
  expect(prepare.mock.calls.filter(([text]) => text === sql)).toHaveLength(1);
  client.close();
});

test("a kept query sees rows and a schema that changed after it was prepared, by another connection too", async () => {
  keepStatements();
  const one = createClient({ url: `file:${folder}/b.db` });
  const other = createClient({ url: `file:${folder}/b.db` });
  await one.execute("CREATE TABLE t (a)");
  const count = async () => (await one.execute("SELECT count(*) AS n FROM t")).rows[0]?.["n"];
  expect(await count()).toBe(0);
  await other.execute("INSERT INTO t VALUES (1)");
  expect(await count()).toBe(1);
  await other.executeMultiple(
    "DROP TABLE t; CREATE TABLE t (z, a); INSERT INTO t VALUES (1, 2), (3, 4)",
  );
  expect(await count()).toBe(2);
  await one.execute("DROP TABLE t");
  await expect(count()).rejects.toThrow(/no such table/);
  one.close();
  other.close();
});

test("a kept query of all columns has those of now", async () => {
  keepStatements();
  const client = createClient({ url: `file:${folder}/d.db` });
  await client.executeMultiple("CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  const row = async () => ({ ...(await client.execute("SELECT * FROM t")).rows[0] });
  expect(await row()).toEqual({ a: 1 });
  await client.executeMultiple("DROP TABLE t; CREATE TABLE t (b, a); INSERT INTO t VALUES (2, 3)");
  expect(await row()).toEqual({ b: 2, a: 3 });
  client.close();
});

test("a kept query holds nothing: the log can be emptied and the table dropped after it", async () => {
  keepStatements();
  const client = createClient({ url: `file:${folder}/c.db` });
  await client.executeMultiple(
    "PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1), (2)",
  );
  await client.execute("SELECT a FROM t");
  const { rows } = await client.execute("PRAGMA wal_checkpoint(TRUNCATE)");
  expect(rows[0]?.["busy"]).toBe(0);
  await client.execute("DROP TABLE t");
  client.close();
});
