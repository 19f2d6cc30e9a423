// Writes the SQL that leads from the schema of the last commit to the schema on disk, as a new folder of prisma/migrations.
// usage: node bin/new-migration.ts NAME
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { schemaEngine } from "../lib/db/engine.ts";

const SCHEMA = "prisma/schema.prisma";
const name = process.argv[2];
if (!name) {
  process.stderr.write("usage: node bin/new-migration.ts NAME\n");
  process.exit(2);
}

const engine = await schemaEngine("file::memory:");
const committed = before();
const { stdout } = await engine.diff({
  from: committed
    ? { tag: "schemaDatamodel", files: [{ path: SCHEMA, content: committed }] }
    : { tag: "empty" },
  to: { tag: "schemaDatamodel", files: [{ path: SCHEMA, content: readFileSync(SCHEMA, "utf8") }] },
  script: true,
  exitCode: null,
  filters: { externalTables: [], externalEnums: [] },
});
const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
const folder = `prisma/migrations/${stamp}_${name}`;
mkdirSync(folder);
writeFileSync(`${folder}/migration.sql`, stdout ?? "");
process.stdout.write(`${folder}/migration.sql\n`);

function before(): string | null {
  try {
    return execFileSync("git", ["show", `HEAD:${SCHEMA}`], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    return null;
  }
}
