import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTemplates } from "../drafting/files.ts";
import { storeArrivals } from "../intake/store.ts";
import { saveRelay } from "../relays/store.ts";
import { aDesk, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import type { CaseDeps } from "./case-deps.ts";
import { readCase } from "./case-view-store.ts";
import { checkAgain } from "./check-again.ts";
import { checkOpenCases } from "./check-open-cases.ts";
import { wishForCheck } from "./check-open-store.ts";
import { correctFact, type FactInput } from "./correct-fact.ts";
import { editDraft } from "./edit-draft.ts";
import { leadingComplaint } from "./leading-complaint.ts";
import { openCase } from "./open-case.ts";
import { settleNewerDraft } from "./settle-newer-draft.ts";
import { undoCorrection } from "./undo-correction.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let deps: CaseDeps;
const LEARNT = { from: Date.parse("2026-01-01"), to: null, source: "torrc", learnedAt: NOW };

beforeAll(async () => {
  desk = await aDesk();
  const { templates } = await readTemplates(path.join(process.cwd(), "templates"));
  deps = { templates, threadKey: THREAD_KEY, random, now: NOW };
  await saveRelay(desk.db, {
    nickname: "marigold",
    fingerprint: "A".repeat(40),
    tenures: [{ ip: "192.0.2.10", ...LEARNT }],
    policies: [
      {
        lines: ["ExitRelay 1", "ExitPolicy reject *:25", "ExitPolicy accept *:*"],
        form: "torrc",
        ...LEARNT,
      },
    ],
    uptime: [{ ...LEARNT }],
  });
});
afterAll(async () => await desk.close());

let mails = 0;
/** A complaint about log-ins at 203.0.113.x whose only time names no zone. */
async function arrive(given: { target?: string; extra?: string } = {}) {
  mails += 1;
  const target = given.target ?? `203.0.113.${mails}`;
  const text = `Received: from mx.shop.example (198.51.100.9) by imap.operator.example; Sun, 01 Mar 2026 11:00:00 +0000
From: Nora Quist <nora@shop.example>
To: abuse@operator.example
Subject: SSH attack from 192.0.2.10
Message-ID: <f${mails}@shop.example>
Date: Sun, 01 Mar 2026 10:59:00 +0000

Hello,

the address 192.0.2.10 tried to log in to our SSH server ${target} on port 22,
many times with wrong passwords. Our log of 2026-03-01 08:04:11 shows it. ${given.extra ?? ""}

Regards
Nora
`;
  const raw = Buffer.from(text.replaceAll("\n", "\r\n"));
  const arrival = { raw, via: "webhook" as const, at: null, source: null, archive: false };
  const [received] = await storeArrivals(desk.db, [arrival], NOW);
  const { id } = await desk.db.sighting.findFirstOrThrow({
    where: { rawSha256: received?.sha256 ?? "" },
  });
  const opened = await openCase(desk.db, id, deps);
  return opened.caseId ?? "";
}

async function view(caseId: string) {
  const found = await readCase(desk.db, desk.people.owner, caseId);
  if (!found) throw new Error("no case");
  return found;
}

async function leading(caseId: string) {
  const found = await view(caseId);
  const mail = leadingComplaint(found.complaintList, found.type);
  if (!mail) throw new Error("no mail");
  return mail;
}

async function correct(caseId: string, change: Pick<FactInput, "field" | "from" | "to" | "as">) {
  const { version } = await view(caseId);
  const { id } = await leading(caseId);
  const input = { caseId, caseVersion: version, complaintId: id, ...change };
  return await correctFact(desk.db, desk.people.operator, input, deps);
}

test("the corrected port changes verdict, letter, queue row and timeline at once, and both readings are kept", async () => {
  const caseId = await arrive();
  const before = await view(caseId);
  expect(before).toMatchObject({ verdict: "port-allowed" });
  expect(await correct(caseId, { field: "destinationPort", from: "22", to: "25" })).toEqual({
    ok: true,
  });
  const after = await view(caseId);
  expect(after).toMatchObject({
    verdict: "port-rejected",
    line: { target: expect.stringMatching(/:25$/) },
  });
  expect(after.drafts[0]?.text).not.toBe(before.drafts[0]?.text);
  expect(after.version).toBeGreaterThan(before.version);
  expect(after.timeline.filter(({ kind }) => kind === "fact")).toMatchObject([
    { actor: "operator", text: "Corrected: attacked port: 22 is 25" },
  ]);
  expect((await leading(caseId)).corrections).toMatchObject([
    { change: { field: "destinationPort", from: "22", to: "25" }, by: "operator", undoneBy: null },
  ]);
});

test("a zone for the times without one proves what could not be proven", async () => {
  const caseId = await arrive();
  expect((await leading(caseId)).triage.complaint.events[0]?.time).toMatchObject({ at: null });
  await correct(caseId, { field: "zone", from: null, to: "+02:00" });
  expect((await leading(caseId)).triage.complaint.events[0]?.time).toMatchObject({
    at: Date.parse("2026-03-01T06:04:11Z"),
    zone: "stated",
  });
});

test("taken back, everything is as it was; the record stays", async () => {
  const caseId = await arrive();
  const before = await view(caseId);
  await correct(caseId, { field: "accused", from: "192.0.2.10", to: "192.0.2.99" });
  const between = await view(caseId);
  expect(between.verdict).toBe("not-our-ip");
  const mail = await leading(caseId);
  const undo = {
    caseId,
    caseVersion: between.version,
    complaintId: mail.id,
    correctionId: mail.corrections[0]?.id ?? "",
  };
  expect(await undoCorrection(desk.db, desk.people.operator, undo, deps)).toEqual({ ok: true });
  const after = await view(caseId);
  expect(after).toMatchObject({ verdict: before.verdict, title: before.title });
  expect(after.drafts[0]?.text).toBe(before.drafts[0]?.text);
  const [kept] = (await leading(caseId)).corrections;
  expect(kept).toMatchObject({ by: "operator", undoneBy: "operator" });
  expect(after.timeline.at(-1)?.kind).toMatch(/fact_undone|checked/);
  expect(
    await undoCorrection(
      desk.db,
      desk.people.operator,
      { ...undo, caseVersion: after.version },
      deps,
    ),
  ).toMatchObject({ code: "undone-already" });
});

test("corrections outlive checking again, the worker's round, and repeats of the same mail", async () => {
  const target = "203.0.113.200";
  const caseId = await arrive({ target });
  await correct(caseId, { field: "destinationPort", from: "22", to: "25" });
  await checkAgain(desk.db, desk.people.operator, { caseId }, deps);
  expect(await view(caseId)).toMatchObject({ verdict: "port-rejected" });
  for (let more = 0; more < 22; more += 1)
    expect(await arrive({ target, extra: `It came ${more} times.` })).toBe(caseId);
  await wishForCheck(desk.db);
  while ((await checkOpenCases(desk.db, deps)) > 0);
  expect(await view(caseId)).toMatchObject({ verdict: "port-rejected", complaints: 23 });
});

test("a letter edited by hand stays, the new draft is offered beside it, and the person chooses", async () => {
  const { db, people } = desk;
  for (const choice of ["keep", "take"] as const) {
    const caseId = await arrive();
    const [draft] = (await view(caseId)).drafts;
    if (!draft) throw new Error("no letter");
    const own = { to: draft.to, subject: draft.subject, text: "My own words." };
    await editDraft(db, people.operator, {
      caseId,
      draftId: draft.id,
      draftVersion: draft.version,
      ...own,
      now: NOW,
    });
    expect((await view(caseId)).drafts[0]).toMatchObject({ newer: null });
    await checkAgain(db, people.operator, { caseId }, deps);
    expect((await view(caseId)).drafts[0]).toMatchObject({ newer: null });
    await correct(caseId, { field: "destinationPort", from: "22", to: "25" });
    const [edited] = (await view(caseId)).drafts;
    expect(edited).toMatchObject({ text: "My own words.", newer: { template: expect.anything() } });
    const input = {
      caseId,
      draftId: draft.id,
      draftVersion: edited?.version ?? 0,
      choice,
      now: NOW,
    };
    expect(await settleNewerDraft(db, people["read-only"], input)).toMatchObject({
      code: "forbidden",
    });
    expect(await settleNewerDraft(db, people.operator, input)).toEqual({ ok: true });
    const after = await view(caseId);
    const expected = choice === "keep" ? "My own words." : edited?.newer?.text;
    expect(after.drafts[0]).toMatchObject({ text: expected, newer: null });
    expect(after.timeline.at(-1)?.former).toBe(choice === "keep" ? null : "My own words.");
    expect(await settleNewerDraft(db, people.operator, input)).toMatchObject({ ok: false });
  }
});

test("a corrected deadline is the case's; removed, the case has none", async () => {
  const caseId = await arrive();
  expect((await view(caseId)).deadlineAt).toBeNull();
  await correct(caseId, { field: "deadline", from: null, to: "2026-03-03 12:00 UTC" });
  expect((await view(caseId)).deadlineAt).toBe(Date.parse("2026-03-03T12:00:00Z"));
  await correct(caseId, { field: "deadline", from: "2026-03-03 12:00 UTC", to: null });
  expect((await view(caseId)).deadlineAt).toBeNull();
});

test("refused without effect: a stranger's role, an old page, another case's mail, nonsense", async () => {
  const caseId = await arrive();
  const other = await arrive();
  const { version } = await view(caseId);
  const { id } = await leading(caseId);
  const change = { field: "destinationPort", from: "22", to: "25" } as const;
  const input = { caseId, caseVersion: version, complaintId: id, ...change };
  const { db, people } = desk;
  expect(await correctFact(db, people["read-only"], input, deps)).toMatchObject({
    code: "forbidden",
  });
  expect(
    await correctFact(db, people.operator, { ...input, caseVersion: version - 1 }, deps),
  ).toMatchObject({ code: "case-changed" });
  expect(await correctFact(db, people.operator, { ...input, caseId: other }, deps)).toMatchObject({
    ok: false,
  });
  expect(await correctFact(db, people.operator, { ...input, to: "port" }, deps)).toMatchObject({
    code: "bad-fact",
  });
  expect(await view(caseId)).toMatchObject({ version });
  expect((await leading(caseId)).corrections).toEqual([]);
});

test("a sealed case is corrected only by those who see it", async () => {
  const caseId = await arrive();
  await desk.db.case.update({ where: { id: caseId }, data: { sealed: true } });
  const { version } = await view(caseId);
  const { id } = await leading(caseId);
  const input = {
    caseId,
    caseVersion: version,
    complaintId: id,
    field: "work" as const,
    from: null,
    to: "x",
  };
  expect(await correctFact(desk.db, desk.people.operator, input, deps)).toMatchObject({
    code: "not-found",
  });
});

test("of two corrections at once from one page, one is kept", async () => {
  const caseId = await arrive();
  const both = await Promise.all([
    correct(caseId, { field: "destinationPort", from: "22", to: "25" }),
    correct(caseId, { field: "destinationPort", from: "22", to: "23" }),
  ]);
  expect(both.filter((answer) => answer.ok)).toHaveLength(1);
  expect((await leading(caseId)).corrections).toHaveLength(1);
});
