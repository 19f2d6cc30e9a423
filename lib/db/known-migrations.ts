// Apart from the engine that applies them: the pages ask for their names, and need not load it.
import { readdirSync } from "node:fs";
import path from "node:path";
import { type Dialect, dialectOf } from "./dialect.ts";

/** Where the migrations for each database lie, below the root. */
export const MIGRATIONS: Readonly<Record<Dialect, string>> = {
  sqlite: path.join("prisma", "migrations"),
  postgresql: path.join("prisma", "postgresql", "migrations"),
};

/** The migrations this version has for the database a URL means. */
export function knownMigrations(url: string, root: string): string[] {
  const folder = path.join(root, MIGRATIONS[dialectOf(url)]);
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}
