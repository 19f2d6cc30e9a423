import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DERIVED, derivePostgresql, SCHEMA } from "./derive-postgresql.ts";

test("the schema for PostgreSQL is the one for SQLite, derived (node bin/derive-postgresql.ts)", () => {
  expect(readFileSync(DERIVED, "utf8")).toBe(derivePostgresql(readFileSync(SCHEMA, "utf8")));
});

test("moments, JSON and numbers without a sign get their own types, and nothing else is changed", () => {
  const model = [
    "model A {",
    "  id   String   @id @default(uuid(7)) /// a DateTime too",
    "  at   DateTime @unique /// when",
    "  gone DateTime?",
    "  line Json",
    "  uid  Int?",
    "  port Int",
    "  @@index([at])",
    "}",
  ];
  expect(derivePostgresql(model.join("\n")).split("\n").slice(1)).toEqual([
    "model A {",
    "  id   String   @id @default(uuid(7)) /// a DateTime too",
    "  at   DateTime @unique @db.Timestamptz(3) /// when",
    "  gone DateTime? @db.Timestamptz(3)",
    "  line Json @db.Json",
    "  uid  Int? @db.Oid",
    "  port Int",
    "  @@index([at])",
    "}",
  ]);
});

test("every migration since the first of PostgreSQL was written for both", () => {
  const named = (folder: string) => readdirSync(folder).filter((name) => /^\d/.test(name));
  const [first = "", ...later] = named("prisma/postgresql/migrations").sort();
  expect(first).toMatch(/_init$/);
  expect(later).toEqual(named("prisma/migrations").filter((name) => name > first));
});
