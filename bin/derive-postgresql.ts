// Writes prisma/postgresql/schema.prisma, which is prisma/schema.prisma for PostgreSQL: never edited by hand.
// usage: node bin/derive-postgresql.ts
import { readFileSync, writeFileSync } from "node:fs";

export const SCHEMA = "prisma/schema.prisma";
export const DERIVED = "prisma/postgresql/schema.prisma";

/** What a column of such a type is in PostgreSQL (decision 029); every other type is what Prisma makes of it. */
const NATIVE: Readonly<Record<string, string>> = {
  DateTime: "@db.Timestamptz(3)",
  Json: "@db.Json",
};
/** Numbers of 32 bits without a sign (RFC 9051 2.3.1.1, WebAuthn 6.1): SQLite's INTEGER holds them, PostgreSQL's does not. */
const UNSIGNED = new Set(["uid", "lastUid", "counter"]);
const FIELD = /^ {2}(\w+) +(\w+)(?:\?|\[\])?(?= |$)/;

/** The same models for PostgreSQL. */
export function derivePostgresql(schema: string): string {
  const lines = schema.split("\n").map((line) => {
    const [, name = "", type = ""] = FIELD.exec(line) ?? [];
    const native = type === "Int" && UNSIGNED.has(name) ? "@db.Oid" : NATIVE[type];
    if (native === undefined) return line;
    const comment = line.indexOf(" //");
    const field = comment === -1 ? line : line.slice(0, comment);
    return `${field.trimEnd()} ${native}${comment === -1 ? "" : line.slice(comment)}`;
  });
  const derived = lines
    .join("\n")
    .replace('provider = "sqlite"', 'provider = "postgresql"')
    .replace('"../lib/db/generated"', '"../../lib/db/generated-postgresql"');
  return `// Made from ../schema.prisma by bin/derive-postgresql.ts. Change that, not this.\n${derived}`;
}

if (import.meta.main) {
  writeFileSync(DERIVED, derivePostgresql(readFileSync(SCHEMA, "utf8")));
  process.stdout.write(`${DERIVED}\n`);
}
