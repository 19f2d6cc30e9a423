import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addNote } from "../../cases/add-note.ts";
import { changeCase } from "../../cases/case-store.ts";
import { aDesk, arrive, aTriage, NOW } from "../../testing/a-desk.ts";
import { watchStatements } from "../watch-statements.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

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

/** Every byte the server keeps of this database, and its whole log. */
async function disk(): Promise<Buffer> {
  await desk.db.$executeRawUnsafe("CHECKPOINT");
  const [at] = await desk.db.$queryRaw<{ folder: string; base: string }[]>`
    SELECT current_setting('data_directory') AS "folder", 'base/' || oid AS "base" FROM pg_database WHERE datname = current_database()`;
  const folders = [at?.base ?? "", "pg_wal"].map((name) => path.join(at?.folder ?? "", name));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(folder, entry.name)),
  );
  return Buffer.concat(files.map((file) => readFileSync(file)));
}

test("no byte of a case sealed at its arrival reaches the server: not its tables, not its log, not a write", async () => {
  const written: string[] = [];
  // A look for mails with the same reference names it; that is no write.
  const stop = watchStatements(({ sql, args }) => {
    if (!sql.startsWith("SELECT")) written.push(JSON.stringify(args));
  });
  await arrive(desk.db, aTriage({ message: { subject: word("open") } }), { raw: word("openraw") });
  const { caseId } = await arrive(desk.db, lawful("born"), { raw: word("bornraw") });
  const note = { caseId: caseId ?? "", text: word("bornnote"), now: NOW };
  await addNote(desk.db, desk.people.owner, note);
  stop();
  expect(written.join("\n")).toContain(word("open"));
  expect(written.join("\n")).not.toContain(word("born"));
  const bytes = await disk();
  expect(bytes.includes(word("open"))).toBe(true);
  expect(bytes.includes(word("born"))).toBe(false);
  const row = await desk.db.complaint.findFirstOrThrow({ where: { caseId: caseId ?? "" } });
  expect(row.subject).toBe(word("born"));
});

test("sealed later, every row of the case is encrypted in the same transaction, and plain again when the seal is lifted", async () => {
  const { caseId } = await arrive(desk.db, aTriage({ message: { subject: word("late") } }));
  const id = caseId ?? "";
  await addNote(desk.db, desk.people.owner, { caseId: id, text: word("late"), now: NOW });
  const standing = async () =>
    JSON.stringify([
      await desk.db.$queryRaw`SELECT * FROM "Case" WHERE "id" = ${id}`,
      await desk.db.$queryRaw`SELECT * FROM "Complaint" WHERE "caseId" = ${id}`,
      await desk.db
        .$queryRaw`SELECT "text", "data"::text FROM "Draft", "TimelineEntry" WHERE "Draft"."caseId" = ${id} AND "TimelineEntry"."caseId" = ${id}`,
    ]);
  expect(await standing()).toContain(word("late"));
  await desk.db.$transaction((tx) => changeCase(tx, id, { sealed: true }));
  expect(await standing()).not.toContain(word("late"));
  expect(await desk.db.$queryRaw`SELECT * FROM "SealDue"`).toEqual([]);
  await desk.db.$transaction((tx) => changeCase(tx, id, { sealed: false }));
  expect(await standing()).toContain(word("late"));
});

test("the server itself refuses what stands plain in a sealed case, whoever sends it", async () => {
  const { caseId } = await arrive(desk.db, lawful("kept"));
  await expect(
    desk.db.$executeRaw`UPDATE "Complaint" SET "subject" = 'plain' WHERE "caseId" = ${caseId}`,
  ).rejects.toThrow("stands plain in a sealed case");
  await expect(
    desk.db.$executeRaw`INSERT INTO "RawMail" VALUES ('00', '\\x1f8b', 2, now())`,
  ).rejects.toThrow("stands plain in a sealed case");
  const changed = await desk.db.complaint.updateMany({
    where: { caseId: caseId ?? "" },
    data: { subject: "encrypted on its way" },
  });
  expect(changed.count).toBe(1);
});

test("a text with what PostgreSQL has no place for is kept all the same", async () => {
  const { caseId } = await arrive(
    desk.db,
    aTriage({ message: { subject: `NUL \0 and half a pair \ud800`, body: "\0\ud800" } }),
    { raw: "NUL \0" },
  );
  const row = await desk.db.complaint.findFirstOrThrow({
    where: { caseId: caseId ?? "" },
    orderBy: { id: "desc" },
  });
  expect(row.subject).toBe("NUL \uFFFD and half a pair \uFFFD");
});
