import { expect, test } from "vitest";
import { readMachineWrite as read } from "./machine-sql.ts";

const readMachineWrite = (sql: string) => read(sql, { Draft: true, Case: true });

test("an insert of two rows, one with nothing", () => {
  const sql = `INSERT INTO "public"."Draft" ("id","text") VALUES ($1,$2), ($3,null) RETURNING "public"."Draft"."id"`;
  expect(readMachineWrite(sql)).toEqual({
    kind: "insert",
    table: "Draft",
    columns: ["id", "text"],
    rows: [
      [1, 2],
      [3, null],
    ],
    tuples: ["($1,$2)", "($3,null)"],
    conflict: null,
    rest: ` RETURNING "public"."Draft"."id"`,
  });
});

test("an insert that changes the row which is there already", () => {
  const sql = `INSERT INTO "public"."Draft" ("id","caseId","text") VALUES ($1,$2,$3) ON CONFLICT ("caseId") DO UPDATE SET "text" = $4, "version" = ("public"."Draft"."version" + $5) WHERE 1=1 RETURNING "id"`;
  expect(readMachineWrite(sql)).toMatchObject({
    rows: [[1, 2, 3]],
    conflict: {
      columns: ["caseId"],
      set: [
        { column: "text", parameter: 4 },
        { column: "version", parameter: null },
      ],
    },
  });
});

test("an update, its condition and what it gives back", () => {
  const sql = `UPDATE "public"."Case" SET "title" = $1, "version" = ("public"."Case"."version" + $2) WHERE ("public"."Case"."id" = $3 AND 1=1) RETURNING "public"."Case"."id"`;
  expect(readMachineWrite(sql)).toEqual({
    kind: "update",
    table: "Case",
    set: [
      { column: "title", parameter: 1 },
      { column: "version", parameter: null },
    ],
    where: `("public"."Case"."id" = $3 AND 1=1)`,
    rest: ` RETURNING "public"."Case"."id"`,
  });
});

test.each([
  `SELECT 1`,
  `INSERT INTO "public"."Tenure" ("id") VALUES (upper($1))`,
  `DELETE FROM "public"."Draft" WHERE "id" = $1`,
  `INSERT INTO "SealDue" SELECT 'Draft', "id" FROM "Draft"`,
])("no write of Prisma's: %s", (sql) => {
  expect(readMachineWrite(sql)).toBeNull();
});

test.each([
  `INSERT INTO "public"."Draft" ("id","text") VALUES ($1,upper($2))`,
  `INSERT INTO "public"."Draft" ("id","text") VALUES ($1)`,
  `UPDATE "public"."Draft" SET "text" = upper($1) WHERE 1=1`,
  `UPDATE "public"."Draft" SET "text" = $1`,
])("what is not understood is not sent: %s", (sql) => {
  expect(() => readMachineWrite(sql)).toThrow(/cannot tell what this statement writes/);
});
