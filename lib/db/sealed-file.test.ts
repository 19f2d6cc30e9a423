import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { createClient } from "@libsql/client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addNote } from "../cases/add-note.ts";
import { changeCase } from "../cases/case-store.ts";
import { addContentKey } from "../config/content-keys.ts";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { openDb } from "./client.ts";
import { sealOldRows } from "./seal-old-rows.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

/** Every byte of the database, its log and what lies beside them, keys left out. */
function disk(): Buffer {
  const folder = path.dirname(desk.url.replace("file:", ""));
  const files = readdirSync(folder).filter((name) => !name.endsWith(".keys"));
  return Buffer.concat(files.map((name) => readFileSync(path.join(folder, name))));
}

const word = (name: string) => `zz${name}quartz`;
const lawful = (name: string) =>
  aTriage({
    message: {
      subject: word(name),
      body: `${word(name)} `.repeat(400),
      from: { name: "", address: `${word(name)}@police.example` },
    },
    classification: { type: "law_enforcement" },
    route: "counsel",
  });

test("no byte of a case sealed at its arrival is ever on the disk", async () => {
  await arrive(desk.db, aTriage({ message: { subject: word("open") } }), { raw: word("openraw") });
  const { caseId } = await arrive(desk.db, lawful("born"), { raw: word("bornraw") });
  await addNote(desk.db, desk.people.owner, {
    caseId: caseId ?? "",
    text: word("bornnote"),
    now: NOW,
  });
  const bytes = disk();
  expect(bytes.includes(word("open"))).toBe(true);
  expect(bytes.includes(word("born"))).toBe(false);
  const row = await desk.db.complaint.findFirstOrThrow({ where: { caseId: caseId ?? "" } });
  expect(row.subject).toBe(word("born"));
});

test("a case that is sealed later leaves nothing behind, and comes back whole when it is unsealed", async () => {
  const { caseId } = await arrive(
    desk.db,
    aTriage({ message: { subject: word("late"), body: word("late").repeat(50) } }),
  );
  const id = caseId ?? "";
  await addNote(desk.db, desk.people.owner, { caseId: id, text: word("late"), now: NOW });
  expect(disk().includes(word("late"))).toBe(true);
  await desk.db.$transaction((tx) => changeCase(tx, id, { sealed: true }));
  expect(disk().includes(word("late"))).toBe(false);
  await desk.db.$transaction((tx) => changeCase(tx, id, { sealed: false }));
  expect(disk().includes(word("late"))).toBe(true);
  const raw = await desk.db.$queryRaw<
    { subject: string }[]
  >`SELECT "subject" FROM "Complaint" WHERE "caseId" = ${id}`;
  expect(raw.map(({ subject }) => subject)).toContain(word("late"));
});

test("whoever writes into the file cannot make an open case say what a sealed one says", async () => {
  const mails = await desk.db.complaint.findMany({ include: { case: true } });
  const sealed = mails.find((mail) => mail.case.sealed)?.id ?? "";
  const open = mails.find((mail) => !mail.case.sealed)?.id ?? "";
  const past = createClient({ url: desk.url });
  await past.execute({
    sql: `UPDATE "Complaint" SET "subject" = (SELECT "subject" FROM "Complaint" WHERE "id" = ?) WHERE "id" = ?`,
    args: [sealed, open],
  });
  past.close();
  const moved = await desk.db.complaint.findUniqueOrThrow({ where: { id: open } });
  expect(moved.subject).toMatch(/^xd1\./);
  const stays = await desk.db.complaint.findUniqueOrThrow({ where: { id: sealed } });
  expect(stays.subject).not.toMatch(/^xd1\./);
});

test("what an older version left plain is encrypted at the next start, and anew with a new key", async () => {
  const folder = path.dirname(desk.url.replace("file:", ""));
  const plain = createClient({ url: desk.url });
  await plain.execute(`UPDATE "RawMail" SET "gzip" = CAST('${word("oldraw")}' AS BLOB)`);
  await plain.execute(
    `UPDATE "Complaint" SET "subject" = '${word("oldsubject")}' WHERE "caseId" IN (SELECT "id" FROM "Case" WHERE "sealed")`,
  );
  plain.close();
  expect(disk().includes(word("oldraw"))).toBe(true);
  const go = () => false;
  await sealOldRows(desk.db, go);
  for (const old of ["oldraw", "oldsubject"]) expect(disk().includes(word(old)), old).toBe(false);
  const before = addContentKey(folder);
  const anew = openDb(desk.url);
  await sealOldRows(anew, go);
  const [raw] = await anew.rawMail.findMany();
  expect(Buffer.from(raw?.gzip ?? []).toString()).toBe(word("oldraw"));
  const [first] = await anew.$queryRaw<
    { head: Uint8Array }[]
  >`SELECT substr("gzip", 5, 8) AS "head" FROM "RawMail"`;
  expect(Buffer.from(first?.head ?? []).toString()).toBe(before.current);
  await anew.$disconnect();
});

test("columns that only a newer version encrypts are encrypted at its first start", async () => {
  await sealOldRows(desk.db, () => false);
  const where = `WHERE "caseId" IN (SELECT "id" FROM "Case" WHERE "sealed")`;
  const plain = createClient({ url: desk.url });
  await plain.execute(`UPDATE "Complaint" SET "fromAddress" = '${word("oldfrom")}' ${where}`);
  plain.close();
  await sealOldRows(desk.db, () => false);
  expect(disk().includes(word("oldfrom"))).toBe(true);
  await desk.db.setting.update({ where: { key: "sealed-as" }, data: { value: "of before" } });
  await sealOldRows(desk.db, () => false);
  expect(disk().includes(word("oldfrom"))).toBe(false);
});

test("without its key a desk says so instead of making a new one", async () => {
  const folder = path.dirname(desk.url.replace("file:", ""));
  const elsewhere = openDb(desk.url, { keyFolder: path.join(folder, "elsewhere") });
  await expect(elsewhere.case.count()).rejects.toThrow(/content\.keys does not hold the key/);
  await elsewhere.$disconnect();
});
