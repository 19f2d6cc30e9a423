import { createHash } from "node:crypto";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readTemplates } from "../drafting/files.ts";
import { storeArrivals } from "../intake/store.ts";
import { saveRelay } from "../relays/store.ts";
import { aDesk, aForm, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import type { CaseDeps } from "./case-deps.ts";
import { readCase } from "./case-view-store.ts";
import { checkAgain } from "./check-again.ts";
import { checkOpenCases } from "./check-open-cases.ts";
import { wishForCheck } from "./check-open-store.ts";
import { editDraft } from "./edit-draft.ts";
import { openCase } from "./open-case.ts";
import { NO_PROFILE } from "./operator-profile-store.ts";
import { ownMessageId } from "./own-message-id.ts";
import { saveOperatorProfile } from "./save-operator-profile.ts";
import { setType } from "./set-type.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let deps: CaseDeps;

beforeAll(async () => {
  desk = await aDesk();
  const { templates } = await readTemplates(path.join(process.cwd(), "templates"));
  deps = { templates, threadKey: THREAD_KEY, random, now: NOW };
});
afterAll(async () => await desk.close());

const COMPLAINT = `Received: from mx.shop.example (198.51.100.9) by imap.operator.example; Sun, 01 Mar 2026 11:00:00 +0000
From: Nora Quist <nora@shop.example>
To: abuse@operator.example
Subject: SSH attack from 192.0.2.10
Message-ID: <a1@shop.example>
Date: Sun, 01 Mar 2026 10:59:00 +0000

Hello,

the address 192.0.2.10 tried to log in to our SSH server 203.0.113.5 on port 22
on 2026-03-01 10:04:11 UTC, many times with wrong passwords. Please stop this.

Mar  1 10:04:11 gate sshd[814]: Failed password for root from 192.0.2.10 port 40112 ssh2

Regards
Nora
`;

async function store(text: string | Uint8Array): Promise<string> {
  const raw = typeof text === "string" ? Buffer.from(text.replaceAll("\n", "\r\n")) : text;
  const arrival = { raw, via: "webhook" as const, at: null, source: null, archive: false };
  const [received] = await storeArrivals(desk.db, [arrival], NOW);
  const { id } = await desk.db.sighting.findFirstOrThrow({
    where: { rawSha256: received?.sha256 ?? "" },
  });
  return id;
}

const view = async (caseId: string | null) => {
  const found = await readCase(desk.db, desk.people.owner, caseId ?? "");
  if (!found) throw new Error("no case");
  return found;
};

test("a complaint opens a case; with the relay known, checking again proves it and keeps edited words", async () => {
  const sightingId = await store(COMPLAINT);
  const opened = await openCase(desk.db, sightingId, deps);
  expect(opened.outcome).toBe("opened");
  expect(await openCase(desk.db, sightingId, deps)).toEqual({ outcome: "nothing", caseId: null });
  const before = await view(opened.caseId);
  expect(before).toMatchObject({ type: "bruteforce", verdict: "cannot-tell", state: "open" });
  expect(before.complaintList[0]).toMatchObject({
    from: "nora@shop.example",
    receivedAt: Date.parse("2026-03-01T11:00:00Z"),
  });
  const learnt = { from: Date.parse("2026-01-01"), to: null, source: "torrc", learnedAt: NOW };
  await saveRelay(desk.db, {
    nickname: "marigold",
    fingerprint: "A".repeat(40),
    tenures: [{ ip: "192.0.2.10", ...learnt }],
    policies: [{ lines: ["ExitRelay 1", "ExitPolicy accept *:*"], form: "torrc", ...learnt }],
    uptime: [{ ...learnt }],
  });
  const caseId = opened.caseId ?? "";
  expect(await checkAgain(desk.db, desk.people["read-only"], { caseId }, deps)).toMatchObject({
    code: "forbidden",
  });
  expect(await checkAgain(desk.db, desk.people.operator, { caseId }, deps)).toEqual({ ok: true });
  const after = await view(caseId);
  expect(after).toMatchObject({ verdict: "port-allowed", line: { relay: "marigold" } });
  expect(after.version).toBeGreaterThan(before.version);
  expect(after.timeline.at(-1)).toMatchObject({ kind: "checked", actor: "operator" });
  expect(after.drafts[0]?.to).toEqual(["nora@shop.example"]);
});

test("the operator corrects the type: letters and timeline follow; calling it an authority's seals it", async () => {
  const opened = await openCase(
    desk.db,
    await store(COMPLAINT.replace("a1@", "a2@").replaceAll("203.0.113.5", "203.0.113.6")),
    deps,
  );
  const caseId = opened.caseId ?? "";
  const operator = desk.people.operator;
  expect(
    await setType(desk.db, desk.people["read-only"], { caseId, type: "portscan" }, deps),
  ).toMatchObject({ code: "forbidden" });
  expect(await setType(desk.db, operator, { caseId, type: "portscan" }, deps)).toEqual({
    ok: true,
  });
  const scan = await view(caseId);
  expect(scan).toMatchObject({ type: "portscan", confidence: 1 });
  expect(scan.timeline.at(-1)?.text).toBe("Type corrected from Login attempts to Port scan");
  expect(scan.drafts.map((draft) => draft.template).join()).toContain("portscan");
  expect(await setType(desk.db, operator, { caseId, type: "law_enforcement" }, deps)).toEqual({
    ok: true,
  });
  expect(await view(caseId)).toMatchObject({
    sealed: true,
    decision: "counsel",
    readers: ["counsel"],
  });
  expect(await readCase(desk.db, operator, caseId)).toBeNull();
  await setType(desk.db, desk.people.owner, { caseId, type: "portscan" }, deps);
  expect(await view(caseId)).toMatchObject({ sealed: true, decision: "counsel" });
});

test("after a change of name the worker writes unedited letters anew, once, and leaves the rest alone", async () => {
  const mail = (id: string) => COMPLAINT.replace("a1@", `${id}@`).replaceAll("gate", id);
  const ids: string[] = [];
  for (const id of ["b1", "b2", "b3"]) {
    const target = `203.0.113.${ids.length + 20}`;
    const sightingId = await store(mail(id).replaceAll("203.0.113.5", target));
    ids.push((await openCase(desk.db, sightingId, deps)).caseId ?? "");
  }
  const [plain, edited, retyped] = ids as [string, string, string];
  const { operator, owner } = desk.people;
  await setType(desk.db, operator, { caseId: retyped, type: "portscan" }, deps);
  const form = await aForm(desk.db, operator, edited);
  await editDraft(desk.db, operator, { ...form, text: "My own words." });
  while ((await checkOpenCases(desk.db, deps)) > 0);
  const versions = async () => await Promise.all(ids.map(async (id) => (await view(id)).version));
  const before = await versions();
  await wishForCheck(desk.db);
  expect(await checkOpenCases(desk.db, deps)).toBeGreaterThan(2);
  expect(await versions()).toEqual(before);
  const profile = { ...NO_PROFILE, name: "Relays of the North", signature: "Ida Example" };
  expect(await saveOperatorProfile(desk.db, owner, profile)).toEqual({ ok: true });
  while ((await checkOpenCases(desk.db, deps)) > 0);
  expect((await view(plain)).drafts[0]?.text).toContain("Ida Example");
  expect((await view(plain)).drafts[0]?.gaps).not.toContain("signature");
  expect((await view(edited)).drafts[0]?.text).toBe("My own words.");
  expect(await view(retyped)).toMatchObject({ type: "portscan", confidence: 1 });
  expect((await view(retyped)).drafts[0]?.text).toContain("Ida Example");
  expect(await checkOpenCases(desk.db, deps)).toBe(0);
});

test("an automatic answer that joined does not speak for its case", async () => {
  const text = COMPLAINT.replace("a1@", "c1@").replaceAll("203.0.113.5", "203.0.113.40");
  const { caseId } = await openCase(desk.db, await store(text), deps);
  const { ref } = await view(caseId);
  const inReplyTo = ownMessageId(ref, random(8), "operator.example", THREAD_KEY);
  const auto = `From: Nora Quist <nora@shop.example>
To: abuse@operator.example
Subject: Automatic reply: Out of office
Auto-Submitted: auto-replied
In-Reply-To: ${inReplyTo}
Message-ID: <c2@shop.example>

I am out of office until Monday. This is an automatic reply.
`;
  expect(await openCase(desk.db, await store(auto), deps)).toEqual({ outcome: "joined", caseId });
  await checkAgain(desk.db, desk.people.operator, { caseId: caseId ?? "" }, deps);
  expect(await view(caseId)).toMatchObject({ type: "bruteforce", complaints: 2 });
});

test.each([
  ["empty", new Uint8Array()],
  ["of zeros", new Uint8Array(5000)],
  ["of high bytes", new Uint8Array(5000).fill(0xff)],
  ["a header without end", Buffer.from("Subject: x".repeat(50_000))],
  ["a multipart without parts", Buffer.from("Content-Type: multipart/mixed; boundary=x\r\n\r\n")],
])("a mail that is %s still becomes a case for a person", async (_what, raw) => {
  const opened = await openCase(desk.db, await store(raw), deps);
  expect(opened.outcome).toBe("opened");
  expect(await view(opened.caseId)).toMatchObject({ complaints: 1 });
});

test("stored bytes that cannot be unpacked are an error for the worker to count, not a lost mail", async () => {
  const sha256 = createHash("sha256").update("broken").digest("hex");
  const gzip = new Uint8Array(gzipSync("broken")).slice(0, 12);
  await desk.db.rawMail.create({ data: { sha256, gzip, size: 6, storedAt: new Date(NOW) } });
  const { id } = await desk.db.sighting.create({
    data: { via: "import", outcome: "stored", rawSha256: sha256, seenAt: new Date(NOW) },
  });
  await expect(openCase(desk.db, id, deps)).rejects.toThrow();
  expect(await desk.db.sighting.findUnique({ where: { id } })).toMatchObject({ triagedAt: null });
});

test("the name of an imported file does not stay once its mail is a case; that of a token does", async () => {
  const kept = async (via: "import" | "webhook", source: string) => {
    const raw = Buffer.from(COMPLAINT.replaceAll("a1@", `${via}-named@`));
    await storeArrivals(desk.db, [{ raw, via, at: null, source, archive: false }], NOW);
    const { id } = await desk.db.sighting.findFirstOrThrow({ where: { source } });
    await openCase(desk.db, id, deps);
    return await desk.db.sighting.findUniqueOrThrow({ where: { id } });
  };
  expect(await kept("import", "police/letter.eml")).toMatchObject({ source: null });
  const triagedAt = new Date(NOW);
  expect(await kept("webhook", "gateway")).toMatchObject({ source: "gateway", triagedAt });
});
