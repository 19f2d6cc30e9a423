import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { addNote } from "../cases/add-note.ts";
import { readCase } from "../cases/case-view-store.ts";
import { holdCase } from "../cases/hold-case.ts";
import { aMessage } from "../testing/a-complaint.ts";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { exportPerson } from "./export-person.ts";
import { redactPerson } from "./redact-person.ts";

const NORA = "nora@shop.example";
const who = { who: NORA, words: ["Nora Example"], now: NOW };
let desk: Awaited<ReturnType<typeof aDesk>>;
beforeEach(async () => {
  desk = await aDesk();
});
afterEach(async () => await desk.close());

async function aCase(address: string, type: "bruteforce" | "law_enforcement" = "bruteforce") {
  const from = { name: "Nora Example", address };
  const triage = aTriage({
    message: aMessage({
      from,
      subject: `From ${NORA}`,
      body: `Nora Example, ${NORA}\nand ida@isp.example\nonly of ida@isp.example`,
    }),
    complaint: { reporter: from },
    classification: { type },
  });
  const { caseId, rawSha256 } = await arrive(desk.db, triage, { raw: `from ${address} ${type}` });
  return { caseId: caseId ?? "", rawSha256 };
}
const closeAll = () =>
  desk.db.case.updateMany({ data: { state: "done", closedAt: new Date(NOW) } });

test("a person is inked out of texts, facts, notes and search; the mail becomes a copy with both hashes", async () => {
  const { db, people } = desk;
  const { caseId, rawSha256 } = await aCase(NORA);
  await addNote(db, people.owner, { caseId, text: `${NORA} telephoned`, now: NOW });
  await closeAll();
  expect(await redactPerson(db, people.operator, who)).toMatchObject({ code: "forbidden" });
  expect(await redactPerson(db, people.owner, who)).toEqual({
    ok: true,
    mails: 1,
    records: 1,
    left: 0,
  });
  const view = await readCase(db, people.owner, caseId);
  const kept = JSON.stringify([view, await db.searchText.findMany({ omit: { id: true } })]);
  expect(kept).not.toMatch(/nora/i);
  expect(view?.timeline.at(-1)?.kind).toBe("redacted");
  const raw = await db.rawMail.findUniqueOrThrow({ where: { sha256: rawSha256 } });
  const copy = gunzipSync(raw.gzip);
  expect(copy.toString()).not.toMatch(/nora/i);
  expect(copy.toString()).toContain(rawSha256);
  expect(raw.copySha256).toBe(createHash("sha256").update(copy).digest("hex"));
  expect((await db.caseFact.findUniqueOrThrow({ where: { caseId } })).sender).toBe("@shop.example");
});

test("open and held cases are left and counted, a sealed one is not even counted", async () => {
  const { db, people } = desk;
  const held = await aCase(NORA);
  await aCase("second@other.example");
  await aCase(NORA, "law_enforcement");
  expect(await db.case.count()).toBe(3);
  await db.case.update({
    where: { id: held.caseId },
    data: { state: "done", closedAt: new Date(NOW) },
  });
  await holdCase(db, people.owner, { caseId: held.caseId, reason: "a lawyer asked", now: NOW });
  expect(await redactPerson(db, people.owner, who)).toEqual({
    ok: true,
    mails: 0,
    records: 0,
    left: 2,
  });
  expect(await db.rawMail.count({ where: { goneAt: { not: null } } })).toBe(0);
});

test("what is handed out: their mails whole, of others' only the lines that name them, nothing sealed", async () => {
  const { db, people } = desk;
  const own = await aCase(NORA);
  await aCase("second@other.example");
  const sealed = await aCase(NORA, "law_enforcement");
  const pack = await exportPerson(db, people.owner, { ...who, words: [] });
  if (!pack.ok) throw new Error(pack.text);
  const names = Buffer.from(pack.bytes).toString("latin1");
  expect(names).toContain(own.rawSha256.slice(0, 16));
  expect(names).not.toContain(sealed.rawSha256.slice(0, 16));
  expect(await db.privacyAct.count({ where: { kind: "export" } })).toBe(1);
  expect(JSON.stringify(await db.privacyAct.findMany())).not.toContain("nora");
});

test.each(["", "nora", "203.0.113.0/24"])("%j is refused", async (typed) => {
  const asked = { who: typed, words: [], now: NOW };
  expect(await redactPerson(desk.db, desk.people.owner, asked)).toMatchObject({
    code: "bad-person",
  });
});
