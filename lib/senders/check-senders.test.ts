import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { readCase } from "../cases/case-view-store.ts";
import { openCase } from "../cases/open-case.ts";
import { applyRules } from "../rules/apply-rules-store.ts";
import { saveRule, tryRuleOver, turnRule } from "../rules/manage-rules.ts";
import { aDesk, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import { aSignedMail, keyRecord } from "../testing/a-signed-mail.ts";
import { aZone, type Zone } from "../testing/a-zone.ts";
import { checkSenders } from "./check-senders.ts";
import { saveSenderTrust } from "./save-sender-trust.ts";
import { NO_SENDER_TRUST, type SenderTrust } from "./sender-trust.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let uid = 0;
let now = NOW;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());
beforeEach(async () => {
  now = NOW;
  await desk.db.rule.deleteMany();
  await desk.db.setting.deleteMany();
  await desk.db.complaint.updateMany({ data: { senderDueAt: null } });
});

const ZONE: Zone = {
  "_dmarc.isp.example": { TXT: [["v=DMARC1; p=reject"]] },
  "s1._domainkey.isp.example": keyRecord(),
};
const SERVER = ["mx.operator.example"];
const deps = () => ({ templates: [], threadKey: THREAD_KEY, random, now });

const trust = async (given: Partial<SenderTrust>) =>
  expect(
    await saveSenderTrust(desk.db, desk.people.owner, { ...NO_SENDER_TRUST, ...given }),
  ).toEqual({ ok: true });

function mail(body = "Port scans from 192.0.2.7.", from = "Abuse <abuse@isp.example>"): string {
  uid += 1;
  const head = [
    `From: ${from}`,
    "To: abuse@operator.example",
    "Subject: Port scan",
    "Date: Sun, 1 Mar 2026 10:00:00 +0000",
    `Message-ID: <${uid}@isp.example>`,
  ];
  return [...head, "", body, ""].join("\r\n");
}

/** Stores a mail and opens its case, as the worker does. */
async function take(text: string, given: { via?: string; archive?: boolean } = {}) {
  const raw = Buffer.from(text, "latin1");
  const sha256 = createHash("sha256").update(raw).digest("hex");
  await desk.db.rawMail.create({
    data: { sha256, gzip: gzipSync(raw), size: raw.length, storedAt: new Date(now) },
  });
  const { id } = await desk.db.sighting.create({
    data: {
      via: given.via ?? "imap",
      outcome: "stored",
      rawSha256: sha256,
      archive: given.archive ?? false,
      seenAt: new Date(now),
    },
  });
  const { caseId } = await openCase(desk.db, id, deps());
  return { sha256, caseId: caseId ?? "" };
}
async function senderOf(sha256: string) {
  const row = await desk.db.complaint.findUniqueOrThrow({ where: { rawSha256: sha256 } });
  return { check: row.sender, dueAt: row.senderDueAt?.getTime() ?? null, tries: row.senderTries };
}

const settled: string[] = [];
function look(zone: Zone = ZONE) {
  const { resolve, asked } = aZone(zone);
  const work = {
    ask: () => ({ resolve, end: () => undefined }),
    now: () => now,
    onSettled: async (caseId: string) => {
      settled.push(caseId);
      await applyRules(desk.db, caseId, deps());
    },
  };
  return { asked, done: checkSenders(desk.db, work) };
}

test("as installed nothing is asked and nothing is claimed", async () => {
  const { sha256 } = await take(await aSignedMail(mail(), "isp.example"));
  expect(await senderOf(sha256)).toMatchObject({
    check: { standing: "unchecked", because: "off", domain: "isp.example" },
    dueAt: null,
  });
  const { asked, done } = look();
  expect(await done).toBe(0);
  expect(asked).toEqual([]);
});

test("the case is open before anybody is asked; then the sender is known, once", async () => {
  await trust({ isDnsOn: true });
  const { sha256, caseId } = await take(await aSignedMail(mail(), "isp.example"));
  expect(await senderOf(sha256)).toMatchObject({ check: { because: "waiting", isOpen: true } });
  expect(caseId).not.toBe("");
  settled.length = 0;
  expect(await look().done).toBe(1);
  expect(settled).toEqual([caseId]);
  expect(await senderOf(sha256)).toMatchObject({
    check: { standing: "authenticated", by: "desk", at: NOW, isOpen: false },
    dueAt: null,
  });
  expect(await look().done).toBe(0);
  const view = await readCase(desk.db, desk.people.operator, caseId);
  expect(view?.complaintList[0]?.sender).toMatchObject({ standing: "authenticated", at: NOW });
});

test("a mail the operator's server has vouched for is known at once, and nobody is asked", async () => {
  await trust({ isDnsOn: true, names: SERVER });
  const lines = [
    "Authentication-Results: mx.operator.example; dmarc=pass header.from=isp.example",
    "Received: from mail.isp.example (x [203.0.113.20]) by mx.operator.example with ESMTP; x",
  ];
  const vouched = `${lines.join("\r\n")}\r\n${mail()}`;
  const { sha256 } = await take(vouched);
  expect(await senderOf(sha256)).toMatchObject({
    check: { standing: "authenticated", by: { server: "mx.operator.example" } },
    dueAt: null,
  });
  const imported = await take(`${vouched}imported`, { via: "import" });
  expect(await senderOf(imported.sha256)).toMatchObject({ check: { because: "waiting" } });
});

test("a silent name server is asked four times over more than an hour, and then it is said", async () => {
  await trust({ isDnsOn: true });
  const { sha256 } = await take(await aSignedMail(mail(), "isp.example"));
  const silent = { ...ZONE, "s1._domainkey.isp.example": { TXT: "TIMEOUT" as const } };
  const waits: number[] = [];
  for (let tries = 1; tries <= 3; tries += 1) {
    await look(silent).done;
    const { check, dueAt } = await senderOf(sha256);
    expect(check).toMatchObject({ because: "waiting", isOpen: true });
    waits.push((dueAt ?? 0) - now);
    now = dueAt ?? now;
  }
  expect(waits).toEqual([60_000, 600_000, 3_600_000]);
  await look(silent).done;
  expect(await senderOf(sha256)).toMatchObject({
    check: { standing: "unchecked", because: "no-answer", isOpen: false },
    dueAt: null,
    tries: 4,
  });
});

test("a name server that never answers costs one mail its limit and the others nothing", async () => {
  await trust({ isDnsOn: true });
  const { sha256 } = await take(await aSignedMail(mail(), "isp.example"));
  let end: () => void = () => undefined;
  const never = new Promise<never>((_, reject) => {
    end = () => reject(Object.assign(new Error("called off"), { code: "ECANCELLED" }));
  });
  await checkSenders(desk.db, {
    ask: () => ({ resolve: async () => await never, end }),
    now: () => now,
    onSettled: async () => undefined,
    limitMs: 30,
  });
  expect(await senderOf(sha256)).toMatchObject({ check: { isOpen: true }, tries: 1 });
});

test("nobody is asked about a letter of the law, an old mail, or what a form made", async () => {
  await trust({ isDnsOn: true });
  const police = await take(
    mail(
      "This is the criminal police. Please preserve all records. Subpoena attached, court order.",
      "Police <k@police.example>",
    ),
  );
  const { sealed } = await desk.db.case.findUniqueOrThrow({ where: { id: police.caseId } });
  expect(sealed).toBe(true);
  const archived = await take(mail("Old news of 192.0.2.7."), { archive: true });
  const form = await take(mail("A form about 192.0.2.7."), { via: "form" });
  const { asked, done } = look();
  expect(await done).toBe(0);
  expect(asked).toEqual([]);
  for (const [one, because] of [
    [police, "sealed"],
    [archived, "archive"],
    [form, "form"],
  ] as const)
    expect(await senderOf(one.sha256)).toMatchObject({ check: { standing: "unchecked", because } });
});

test("a case sealed after its mail came is not asked about either", async () => {
  await trust({ isDnsOn: true });
  const { sha256, caseId } = await take(await aSignedMail(mail(), "isp.example"));
  await desk.db.case.update({ where: { id: caseId }, data: { sealed: true } });
  const { asked, done } = look();
  await done;
  expect(asked).toEqual([]);
  expect(await senderOf(sha256)).toMatchObject({ check: { because: "sealed" }, dueAt: null });
});

test("a mail that fails the desk itself again and again is left alone, and the others are not kept waiting", async () => {
  await trust({ isDnsOn: true });
  const bad = await take(await aSignedMail(mail("Scans from 192.0.2.88."), "isp.example"));
  await desk.db.rawMail.update({
    where: { sha256: bad.sha256 },
    data: { gzip: Buffer.from("no gzip") },
  });
  let rounds = 0;
  for (; rounds < 30 && (await senderOf(bad.sha256)).dueAt !== null; rounds += 1) {
    await look().done.catch(() => undefined);
    now += 10 * 60_000;
  }
  expect(rounds).toBe(9);
  expect(await senderOf(bad.sha256)).toMatchObject({
    check: { standing: "unchecked", because: "no-answer", isOpen: false },
  });
});

test("two processes look into a mail once", async () => {
  await trust({ isDnsOn: true });
  await take(await aSignedMail(mail("Scans from 192.0.2.99."), "isp.example"));
  const both = [look(), look()];
  await Promise.all(both.map(({ done }) => done));
  expect(both.filter(({ asked }) => asked.length > 0)).toHaveLength(1);
});

test("a rule waits for the check, acts on an authenticated mail and never on any other", async () => {
  const terms = {
    ...{ name: "Close scans", types: [], verdicts: [], from: [], provider: "" },
    ...{ leastComplaints: 1, action: "dismiss" as const, hours: 1, to: [], perDay: 50 },
  };
  const rule = await saveRule(desk.db, desk.people.owner, { ruleId: null, terms, now });
  if (!rule.ok) throw new Error(rule.text);
  await tryRuleOver(desk.db, desk.people.owner, { ruleId: rule.ruleId, now });
  await turnRule(desk.db, desk.people.owner, { ruleId: rule.ruleId, isOn: true });
  await trust({ isDnsOn: true });
  const body = (ip: string) =>
    `Our SSH server was attacked from ${ip} on port 22. Failed password for root from ${ip} port 4022 ssh2`;
  const good = await take(await aSignedMail(mail(body("192.0.2.71")), "isp.example"));
  const bad = await take(mail(body("192.0.2.72")));
  await desk.db.case.updateMany({ data: { confidence: 1 } });
  for (const { sha256 } of [good, bad]) {
    const row = await desk.db.complaint.findUniqueOrThrow({ where: { rawSha256: sha256 } });
    const triage = row.triage as { classification: object };
    const sure = { ...triage, classification: { ...triage.classification, confidence: 1 } };
    await desk.db.complaint.update({ where: { id: row.id }, data: { triage: sure } });
  }
  const state = async ({ caseId }: { caseId: string }) =>
    (await desk.db.case.findUniqueOrThrow({ where: { id: caseId } })).state;
  for (const { caseId } of [good, bad]) await applyRules(desk.db, caseId, deps());
  expect([await state(good), await state(bad)]).toEqual(["open", "open"]);
  await look().done;
  expect([await state(good), await state(bad)]).toEqual(["done", "open"]);
});

test("only owners say whose word counts, and only names that can be one", async () => {
  const given = {
    ...NO_SENDER_TRUST,
    names: ["MX.operator.example."],
    hosts: ["*.operator.example"],
  };
  expect(await saveSenderTrust(desk.db, desk.people.operator, given)).toMatchObject({
    code: "forbidden",
  });
  expect(await saveSenderTrust(desk.db, desk.people.owner, given)).toEqual({ ok: true });
  const last = await desk.db.auditEntry.findFirst({ orderBy: { seq: "desc" } });
  expect(last).toMatchObject({
    by: desk.people.owner.userId,
    kind: "settings",
    what: "whose word about senders counts: mx.operator.example; name servers not asked",
  });
  for (const [change, code] of [
    [{ names: ["mx example"] }, "bad-server"],
    [{ names: ["mx;"] }, "bad-server"],
    [{ hosts: ["*"] }, "bad-server"],
    [{ hosts: ["*.*"] }, "bad-server"],
    [{ names: [] }, "no-name"],
    [{ servers: ["localhost"] }, "bad-resolver"],
    [{ names: Array.from({ length: 21 }, (_, n) => `mx${n}.example`) }, "too-many"],
  ] as const)
    expect(
      await saveSenderTrust(desk.db, desk.people.owner, { ...given, ...change } as SenderTrust),
    ).toMatchObject({ code });
});
