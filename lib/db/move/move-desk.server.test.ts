import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyAudit } from "../../accounts/audit-store.ts";
import { addNote } from "../../cases/add-note.ts";
import { changeCase } from "../../cases/case-store.ts";
import { noteReading } from "../../cases/note-reading-store.ts";
import { findTexts } from "../../search/find-texts-store.ts";
import { parseQuery } from "../../search/parse-query.ts";
import { aDesk, arrive, aTriage, NOW } from "../../testing/a-desk.ts";
import { scratchDb } from "../../testing/scratch-db.ts";
import { backUp, restore } from "../backup.ts";
import { openDb } from "../client.ts";
import { moveDesk } from "./move-desk.ts";

const root = process.cwd();
const tell = () => undefined;
const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-move-"));
const file = `file:${path.join(folder, "desk.db")}`;
let desk: Awaited<ReturnType<typeof aDesk>>;

beforeAll(async () => {
  desk = await aDesk();
  for (const at of [1, 2, 3, 4, 5])
    await arrive(desk.db, aTriage({ message: { subject: `apricot ${at}`, body: "NUL \0" } }), {
      raw: `mail ${at}`,
    });
  const { caseId } = await arrive(
    desk.db,
    aTriage({ message: { subject: "sealed" }, classification: { type: "law_enforcement" } }),
    { raw: "from the police" },
  );
  const id = caseId ?? "";
  await addNote(desk.db, desk.people.owner, { caseId: id, text: "a word with counsel", now: NOW });
  await noteReading(desk.db, desk.people.owner, { id, sealed: true }, "mail");
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

test("from PostgreSQL to a file and back every row is the same, found and read as before", async () => {
  const there = await moveDesk({ from: desk.url, to: file, root, tell });
  expect(there.mails).toBe(6);
  expect(existsSync(path.join(folder, "desk.db.part"))).toBe(false);
  const back = await scratchDb();
  const moved = await moveDesk({ from: file, to: back.url, root, tell });
  expect(moved).toEqual(there);
  const dump = async (db: typeof desk.db) =>
    JSON.stringify([
      await db.case.findMany({ orderBy: { id: "asc" } }),
      await db.complaint.findMany({ orderBy: { id: "asc" } }),
      await db.rawMail.findMany({ orderBy: { sha256: "asc" } }),
      await db.timelineEntry.findMany({ orderBy: { id: "asc" } }),
      await db.mailbox.findMany(),
    ]);
  expect(await dump(back.db)).toBe(await dump(desk.db));
  const query = parseQuery("apricot");
  const asked = { size: 20, after: null };
  const found = await findTexts(back.db, desk.people.owner, query, asked);
  expect(found).toEqual(await findTexts(desk.db, desk.people.owner, query, asked));
  expect(found.texts.length).toBeGreaterThan(0);
  expect(await verifyAudit(back.db)).toEqual(await verifyAudit(desk.db));
  await back.close();
});

test("a place that is not empty is refused and left as it is", async () => {
  await expect(moveDesk({ from: desk.url, to: file, root, tell })).rejects.toThrow("there already");
  const other = await aDesk();
  await expect(moveDesk({ from: file, to: other.url, root, tell })).rejects.toThrow("is not empty");
  expect(await other.db.case.count()).toBe(0);
  await other.close();
  await expect(moveDesk({ from: file, to: `${file}.2`, root, tell })).rejects.toThrow(
    "back up and restore",
  );
});

test("a move that is cut off keeps nothing and can be begun again", async () => {
  const target = await scratchDb();
  const cut = () => {
    throw new Error("cut off");
  };
  await expect(moveDesk({ from: file, to: target.url, root, tell: cut })).rejects.toThrow("cut");
  expect(await target.db.case.count()).toBe(0);
  const to = `file:${path.join(folder, "cut.db")}`;
  await expect(moveDesk({ from: desk.url, to, root, tell: cut })).rejects.toThrow("cut off");
  expect(existsSync(path.join(folder, "cut.db"))).toBe(false);
  expect((await moveDesk({ from: file, to: target.url, root, tell })).mails).toBe(6);
  expect((await moveDesk({ from: desk.url, to, root, tell })).mails).toBe(6);
  await target.close();
});

test("a backup is a file that is restored like any other, and nobody waits for it", async () => {
  const copy = path.join(folder, "copy");
  const writer = openDb(desk.url);
  const [made] = await Promise.all([
    backUp(desk.url, copy, { keys: [], now: NOW }),
    writer.counter.create({ data: { key: "beside", startedAt: new Date(NOW), count: 1 } }),
  ]);
  expect(made.rows["RawMail"]).toBe(6);
  const restored = path.join(folder, "restored.db");
  expect(await restore(copy, restored)).toEqual(made);
  const db = openDb(`file:${restored}`, { keyFolder: folderOfKeys() });
  const titles = async (one: typeof db) =>
    (await one.case.findMany({ orderBy: { id: "asc" } })).map(({ title }) => title);
  expect(await titles(db)).toEqual(await titles(desk.db));
  await Promise.all([db.$disconnect(), writer.$disconnect()]);
});

test("while it moves nobody writes where the desk was", async () => {
  const to = `file:${path.join(folder, "quiet.db")}`;
  const writing: Promise<unknown>[] = [];
  const db = openDb(desk.url);
  const started = performance.now();
  let wroteAt = 0;
  await moveDesk({
    from: desk.url,
    to,
    root,
    tell: () => {
      if (writing.length > 0) return;
      const [first] = [desk.db.case.findFirstOrThrow()];
      writing.push(
        first
          .then(({ id }) => db.$transaction((tx) => changeCase(tx, id, { title: "later" })))
          .then(() => {
            wroteAt = performance.now() - started;
          }),
      );
    },
  });
  const movedAt = performance.now() - started;
  await Promise.all(writing);
  expect(wroteAt).toBeGreaterThan(0);
  expect(movedAt).toBeLessThan(wroteAt + 1_000);
  const copy = openDb(to, { keyFolder: folderOfKeys() });
  expect(await copy.case.count({ where: { title: "later" } })).toBe(0);
  await Promise.all([copy.$disconnect(), db.$disconnect()]);
});

function folderOfKeys(): string {
  // biome-ignore lint/style/noProcessEnv: where the tests on PostgreSQL keep their keys.
  return process.env["DATA_DIR"] ?? "";
}
