import { afterAll, beforeAll, expect, test } from "vitest";
import { aDesk } from "../testing/a-desk.ts";
import { BEGINNING, entryHash, followChain } from "./audit-entry.ts";
import { addAudit, auditEntry, onRecord, verifyAudit } from "./audit-store.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

const write = (what: string) =>
  desk.db.$transaction((tx) => addAudit(tx, "ida", { kind: "settings", what }));

test("entries are numbered without a gap, and each holds the one before", async () => {
  for (const what of ["one", "two", "three"]) await write(what);
  const rows = (await desk.db.auditEntry.findMany({ orderBy: { seq: "asc" } })).map(auditEntry);
  expect(rows.map(({ seq, what }) => [seq, what])).toEqual([
    [1, "one"],
    [2, "two"],
    [3, "three"],
  ]);
  expect(rows[0]?.hash).toBe(rows[0] && entryHash(BEGINNING, rows[0]));
  expect(await verifyAudit(desk.db)).toEqual({ seq: 3, hash: rows[2]?.hash, broken: null });
});

test("what is undone or comes to nothing is not written", async () => {
  const before = await desk.db.auditEntry.count();
  const act = { kind: "settings", what: "x" } as const;
  for (const answer of [false, null, { ok: false, code: "no" }])
    await onRecord(desk.db, "ida", act, () => Promise.resolve(answer));
  const fails = onRecord(desk.db, "ida", act, () => Promise.reject(new Error("no")));
  await expect(fails).rejects.toThrow("no");
  expect(await desk.db.auditEntry.count()).toBe(before);
  await onRecord(desk.db, "ida", act, () => Promise.resolve({ ok: true }));
  expect(await desk.db.auditEntry.count()).toBe(before + 1);
});

test("the database refuses to change or remove an entry", async () => {
  const change = { where: { seq: 1 }, data: { by: "nobody" } };
  await expect(desk.db.auditEntry.updateMany(change)).rejects.toThrow();
  await expect(desk.db.auditEntry.deleteMany({ where: { seq: 1 } })).rejects.toThrow();
  expect(await desk.db.auditEntry.findUnique({ where: { seq: 1 } })).toMatchObject({ by: "ida" });
});

test("the first entry that was changed, left out, or put in is named", async () => {
  const rows = (await desk.db.auditEntry.findMany({ orderBy: { seq: "asc" } })).map(auditEntry);
  const start = { seq: 0, hash: BEGINNING, broken: null };
  const [first, second, third] = rows;
  if (!first || !second || !third) throw new Error("three entries were written");
  expect(followChain(start, [first, { ...second, by: "nobody" }, third]).broken).toBe(2);
  expect(followChain(start, [first, third]).broken).toBe(2);
  expect(followChain(start, [second]).broken).toBe(1);
  const forged = { ...second, what: "other" };
  const hash = entryHash(first.hash, forged);
  expect(followChain(start, [first, { ...forged, hash }, third]).broken).toBe(3);
});

test("whoever writes past the desk is found out", async () => {
  const on = desk.db.$dialect === "sqlite" ? "" : `ON "AuditEntry"`;
  await desk.db.$executeRawUnsafe(`DROP TRIGGER "AuditEntry_no_change" ${on}`);
  await desk.db.$executeRaw`UPDATE "AuditEntry" SET "what" = 'nothing' WHERE "seq" = 2`;
  expect(await verifyAudit(desk.db)).toMatchObject({ broken: 2 });
});
