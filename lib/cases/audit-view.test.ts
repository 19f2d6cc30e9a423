import { afterAll, beforeAll, expect, test } from "vitest";
import { addAudit } from "../accounts/audit-store.ts";
import { auditCsv, auditJson } from "../reports/write-audit.ts";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { pageOfAudit, wholeAudit } from "./audit-view-store.ts";
import { readRaw } from "./case-view-store.ts";
import { nameReader } from "./name-reader.ts";
import { noteReading } from "./note-reading-store.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let openId: string;
let sealedId: string;
let mailId: string;
beforeAll(async () => {
  desk = await aDesk();
  openId = (await arrive(desk.db, aTriage())).caseId ?? "";
  const police = aTriage({ classification: { type: "law_enforcement" }, route: "counsel" });
  sealedId = (await arrive(desk.db, police)).caseId ?? "";
  mailId = (await desk.db.complaint.findFirstOrThrow({ where: { caseId: sealedId } })).id;
});
afterAll(async () => await desk.close());

const page = async (asked: object = {}, who: keyof typeof desk.people = "owner") =>
  await pageOfAudit(desk.db, desk.people[who], { before: null, size: 50, ...asked });
const told = async (asked: object = {}) =>
  (await page(asked))?.rows.map(({ by, kind, what, ref }) => [by, kind, what, ref !== null]);

test("each opening of a sealed case is written down, none of an open one", async () => {
  const { owner, counsel, operator } = desk.people;
  await noteReading(desk.db, counsel, { id: sealedId, sealed: true }, "case page");
  await noteReading(desk.db, counsel, { id: openId, sealed: false }, "case page");
  expect(await readRaw(desk.db, owner, mailId)).not.toBeNull();
  expect(await readRaw(desk.db, operator, mailId)).toBeNull();
  await nameReader(desk.db, owner, { caseId: sealedId, login: "operator", now: NOW });
  expect(await told()).toEqual([
    ["owner", "readers", "reader named", true],
    ["owner", "read", "mail", true],
    ["counsel", "read", "case page", true],
  ]);
});

test("it is narrowed by person, kind and time, and paged by number", async () => {
  expect(await told({ kind: "read" })).toHaveLength(2);
  expect(await told({ by: desk.people.counsel.userId })).toHaveLength(1);
  expect(await told({ to: Date.parse("2000-01-01") })).toHaveLength(0);
  expect(await told({ from: Date.parse("2000-01-01") })).toHaveLength(3);
  const first = await page({ size: 2 });
  expect(first?.rows.map(({ seq }) => seq)).toEqual([3, 2]);
  const second = await page({ size: 2, before: first?.next });
  expect([second?.rows.map(({ seq }) => seq), second?.next]).toEqual([[1], null]);
});

test("nobody but owners reads it", async () => {
  for (const role of ["operator", "counsel", "delegate", "read-only"] as const) {
    expect(await page({}, role)).toBeNull();
    expect(await wholeAudit(desk.db, desk.people[role]).next()).toMatchObject({ done: true });
  }
});

test("the files hold every entry, no formula, and no more of a case one may not see than that there is one", async () => {
  const { db, people } = desk;
  const gone = "0193b5b0-0000-7000-8000-000000000000";
  await db.$transaction((tx) =>
    addAudit(tx, "desk", { kind: "settings", what: "=cmd()", caseId: gone }),
  );
  const all = async (file: typeof auditCsv) => {
    const parts: string[] = [];
    for await (const part of file(wholeAudit(db, people.owner))) parts.push(part);
    return parts.join("");
  };
  const csv = await all(auditCsv);
  expect(csv.trim().split("\r\n")).toHaveLength(5);
  expect(csv).toContain(`"'=cmd()","sealed case"`);
  expect(csv).not.toContain(gone);
  const last = JSON.parse((await all(auditJson)).trim().split("\n").at(-1) ?? "");
  expect(last).toMatchObject({ seq: 4, by: "desk", case: "sealed case" });
});
