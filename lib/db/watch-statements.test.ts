import { expect, test } from "vitest";
import { scratchDb } from "../testing/scratch-db.ts";
import { watchStatements } from "./watch-statements.ts";

test("every statement is told once while somebody watches, those of a transaction too", async () => {
  const { db, close } = await scratchDb();
  const seen: string[] = [];
  const stop = watchStatements(({ sql }) => void seen.push(sql.split(" ", 1)[0] ?? ""));
  await db.setting.findMany();
  await db.$queryRaw`SELECT 1`;
  await db.$transaction(async (tx) => {
    await tx.setting.findUnique({ where: { key: "one" } });
  });
  stop();
  await db.setting.findMany();
  expect(seen).toEqual(["SELECT", "SELECT", "BEGIN", "SELECT", "COMMIT"]);
  await close();
});

test("the values go with the statement", async () => {
  const { db, close } = await scratchDb();
  const values: unknown[] = [];
  const stop = watchStatements(({ args }) => void values.push(args));
  await db.setting.findMany({ where: { key: "letters" } });
  stop();
  expect(values.flat()).toContain("letters");
  await close();
});
