import { existsSync } from "node:fs";
import { createClient } from "@libsql/client";
import { dialectOf } from "./dialect.ts";
import { newPool } from "./postgresql/new-pool.ts";

const APPLIED = `SELECT migration_name AS name FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY started_at`;

/** The migrations the desk at `url` has had; none where there is no desk yet. */
export async function appliedMigrations(url: string): Promise<string[]> {
  return dialectOf(url) === "sqlite" ? await inFile(url) : await onServer(url);
}

async function inFile(url: string): Promise<string[]> {
  if (!existsSync(url.replace(/^file:/, ""))) return [];
  const db = createClient({ url });
  try {
    const { rows: tables } = await db.execute(
      "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = '_prisma_migrations'",
    );
    if (tables.length === 0) return [];
    const { rows } = await db.execute(APPLIED);
    return rows.map(({ name }) => String(name));
  } finally {
    db.close();
  }
}

async function onServer(url: string): Promise<string[]> {
  const pool = newPool(url, 1);
  try {
    const { rows: tables } = await pool.query(
      `SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tablename = '_prisma_migrations'`,
    );
    if (tables.length === 0) return [];
    const { rows } = await pool.query<{ name: string }>(APPLIED);
    return rows.map(({ name }) => name);
  } finally {
    await pool.end();
  }
}
