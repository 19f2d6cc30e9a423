import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { countSealed } from "../reports/transparency-rule-store.ts";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { pageOfAudit } from "./audit-view-store.ts";
import { readCase } from "./case-view-store.ts";
import { readEvents } from "./claimed-event-store.ts";
import { liftSeal, sealCase, setGag } from "./seal-case.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let id: string;
let made = 0;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());
beforeEach(async () => {
  made += 1;
  const from = { name: "", address: `abuse@reporter${made}.example` };
  id =
    (await arrive(desk.db, aTriage({ message: { from, messageId: `<${made}@x.example>` } })))
      .caseId ?? "";
});

type Who = keyof typeof desk.people;
const seal = (who: Who, reason = "a judge called") =>
  sealCase(desk.db, desk.people[who], { caseId: id, reason, now: NOW });
const lift = (who: Who, reason = "it was a mistake") =>
  liftSeal(desk.db, desk.people[who], { caseId: id, reason, now: NOW });
const gag = (who: Who, gagged: boolean, reason = "court of 2026-03-01") =>
  setGag(desk.db, desk.people[who], { caseId: id, gagged, reason, now: NOW });
const sees = async (who: Who) => (await readCase(desk.db, desk.people[who], id)) !== null;
const eventsKept = async () =>
  (await readEvents(desk.db, desk.people.owner, { since: 0, about: null, limit: 100 })).events
    .length;

test("whoever works on cases seals one, with a reason, and still reads it; the others do not", async () => {
  expect(await seal("read-only")).toMatchObject({ code: "forbidden" });
  expect(await seal("operator", " ")).toMatchObject({ code: "no-reason" });
  const before = await eventsKept();
  expect(await seal("operator")).toEqual({ ok: true });
  expect(await seal("owner")).toMatchObject({ code: "sealed-already" });
  for (const who of ["owner", "operator", "counsel"] as const) expect(await sees(who)).toBe(true);
  for (const who of ["read-only", "delegate"] as const) expect(await sees(who)).toBe(false);
  expect(await eventsKept()).toBe(before - 1);
  const view = await readCase(desk.db, desk.people.owner, id);
  expect(view).toMatchObject({ sealed: true, decision: "counsel" });
  expect(view?.timeline.at(-1)?.text).toBe("Sealed: a judge called");
  expect(view?.checklist.length).toBeGreaterThan(0);
});

test("only owners lift a seal, and what was read of the mail is there again", async () => {
  await seal("owner");
  const before = await eventsKept();
  for (const who of ["operator", "counsel"] as const)
    expect(await lift(who)).toMatchObject({ code: "forbidden" });
  expect(await lift("owner")).toEqual({ ok: true });
  expect(await sees("read-only")).toBe(true);
  expect(await eventsKept()).toBe(before + 1);
  const view = await readCase(desk.db, desk.people["read-only"], id);
  expect(view?.complaintList[0]?.from).toBe(`abuse@reporter${made}.example`);
  expect(await lift("owner")).toMatchObject({ code: "not-sealed" });
});

test("the seal of what an authority wrote stays", async () => {
  const police = aTriage({
    message: { subject: `police ${made}`, messageId: `<p${made}@x.example>` },
    classification: { type: "law_enforcement" },
    route: "counsel",
  });
  id = (await arrive(desk.db, police)).caseId ?? "";
  expect(await lift("owner")).toMatchObject({ code: "of-authority" });
});

test("a gag order needs a reason and a sealed case, adds a point to confirm, and leaves published counts", async () => {
  expect(await gag("owner", true)).toMatchObject({ code: "not-sealed" });
  await seal("owner");
  const day = Math.floor(NOW / 86_400_000);
  const counted = () => countSealed(desk.db, desk.people.owner, { from: day - 1, to: day + 1 });
  const before = await counted();
  expect(await gag("operator", true)).toMatchObject({ code: "forbidden" });
  expect(await gag("counsel", true, "")).toMatchObject({ code: "no-reason" });
  expect(await gag("counsel", true)).toEqual({ ok: true });
  expect(await counted()).toBe(before - 1);
  const view = await readCase(desk.db, desk.people.owner, id);
  expect(view?.checklist.map((point) => point.id)).toContain("gag-allows");
  expect(await lift("owner")).toMatchObject({ code: "gagged" });
  expect(await gag("owner", false)).toEqual({ ok: true });
  expect(await counted()).toBe(before);
});

test("each of these is in the audit log, with no word of why", async () => {
  await seal("owner");
  await gag("owner", true);
  const page = await pageOfAudit(desk.db, desk.people.owner, { before: null, size: 2 });
  expect(page?.rows.map(({ kind, what }) => `${kind}: ${what}`)).toEqual([
    "seal: gag order noted",
    "seal: sealed",
  ]);
  expect(JSON.stringify(page)).not.toContain("judge");
});
