import { createHash, randomBytes } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openCase } from "../cases/open-case.ts";
import { readTemplates } from "../drafting/files.ts";
import { saveRelay } from "../relays/store.ts";
import { aDesk, NOW, THREAD_KEY } from "../testing/a-desk.ts";
import { aRelay, aTenure } from "../testing/a-relay.ts";
import { claimAllowances } from "./allowance-store.ts";
import { noticePage } from "./notice-page.ts";
import { listPublished } from "./notice-store.ts";
import { formValues } from "./read-form.ts";
import { noticeNameOf, readOpenNotice } from "./read-notice.ts";
import { saveNotice, saveNoticeSettings } from "./save-notice.ts";
import { takeComplaint } from "./take-complaint.ts";

const HOUR = 3_600_000;
let desk: Awaited<ReturnType<typeof aDesk>>;
let relayId: string;
beforeEach(async () => {
  desk = await aDesk();
  const old = aTenure("192.0.2.6", "2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z");
  await saveRelay(desk.db, aRelay({ tenures: [aTenure("192.0.2.7"), old] }));
  relayId = (await desk.db.relay.findFirstOrThrow()).id;
});
afterEach(async () => await desk.close());

const ON = { name: "", isOn: true, takesForm: true, isInList: false };
const publish = async (given: Partial<typeof ON> = {}) =>
  await saveNotice(desk.db, desk.people.owner, { ...ON, ...given, relayId, now: NOW });
const FILLED = {
  accused: "192.0.2.7",
  target: "203.0.113.5",
  port: "22",
  kind: "logins",
  date: "2026-02-27",
  time: "10:04:11",
  zone: "+01:00",
  what: "Somebody tried our SSH server.",
  email: "nora@shop.example",
};
const send = async (given: Record<string, string> = {}, now = NOW) =>
  await takeComplaint(desk.db, {
    name: "relay7",
    language: "en",
    values: formValues(new URLSearchParams({ ...FILLED, ...given }).toString()),
    now,
    random: randomBytes,
  });

test("off until an owner says so: no page, no form, nothing kept", async () => {
  expect(await readOpenNotice(desk.db, "relay7", NOW)).toBeNull();
  expect(await send()).toEqual({ outcome: "closed" });
  await publish({ takesForm: false });
  expect(await readOpenNotice(desk.db, "RELAY7", NOW)).not.toBeNull();
  expect(await send()).toEqual({ outcome: "closed" });
  await publish({ isOn: false });
  expect(await readOpenNotice(desk.db, "relay7", NOW)).toBeNull();
  expect(await send()).toEqual({ outcome: "closed" });
  expect(await desk.db.rawMail.count()).toBe(0);
});

test("a report is stored whole, as a mail that came by the form, and becomes a case", async () => {
  await publish();
  const taken = await send();
  if (taken.outcome !== "stored") throw new Error(taken.outcome);
  const sighting = await desk.db.sighting.findFirstOrThrow({ include: { raw: true } });
  expect(sighting).toMatchObject({ via: "form", outcome: "stored", source: "/exit/relay7" });
  const raw = gunzipSync(sighting.raw?.gzip ?? new Uint8Array());
  expect(createHash("sha256").update(raw).digest("hex")).toBe(sighting.rawSha256);
  expect(raw.toString("latin1")).toContain(`(form ${taken.reference})`);
  const opened = await openCase(desk.db, sighting.id, {
    templates: (await readTemplates("templates")).templates,
    threadKey: THREAD_KEY,
    random: randomBytes,
    now: NOW,
  });
  const row = await desk.db.case.findUniqueOrThrow({ where: { id: opened.caseId ?? "" } });
  expect(row).toMatchObject({ type: "bruteforce", state: "open", verdict: "port-allowed" });
});

test("two strangers never share a case; the same stranger's second report joins the first", async () => {
  await publish();
  const deps = {
    templates: (await readTemplates("templates")).templates,
    threadKey: THREAD_KEY,
    random: randomBytes,
    now: NOW,
  };
  for (const given of [
    {},
    { time: "11:00:00" },
    { email: "mallory@other.example", reference: "T-1" },
    { email: "" },
  ])
    await send(given);
  const sightings = await desk.db.sighting.findMany({ orderBy: { id: "asc" } });
  const cases: (string | null)[] = [];
  for (const { id } of sightings) cases.push((await openCase(desk.db, id, deps)).caseId);
  expect(cases[1]).toBe(cases[0]);
  expect(new Set(cases).size).toBe(3);
});

test("a form with flaws is not kept and takes nothing of the allowance", async () => {
  await publish();
  for (let i = 0; i < 30; i += 1)
    expect(await send({ port: "" })).toMatchObject({ outcome: "flawed" });
  expect(await desk.db.counter.count()).toBe(0);
  expect((await send()).outcome).toBe("stored");
});

test("twenty an hour for one relay, then none until the hour is over", async () => {
  await publish();
  const all = await Promise.all(Array.from({ length: 30 }, async () => (await send()).outcome));
  expect(all.filter((outcome) => outcome === "stored")).toHaveLength(20);
  expect(await desk.db.rawMail.count()).toBe(20);
  expect((await send({}, NOW + HOUR / 2)).outcome).toBe("busy");
  expect((await send({}, NOW + HOUR + 60_000)).outcome).toBe("stored");
});

test("a flood is turned away without asking the database each time", async () => {
  const one = [{ key: "flood", most: 1, windowMs: HOUR }];
  expect(await claimAllowances(desk.db, one, NOW)).toBe(true);
  expect(await claimAllowances(desk.db, one, NOW)).toBe(false);
  await desk.db.counter.deleteMany();
  expect(await claimAllowances(desk.db, one, NOW + 1_000)).toBe(false);
  expect(await claimAllowances(desk.db, one, NOW + 61_000)).toBe(true);
});

test("a clock set back begins a new window instead of closing the form for good", async () => {
  const one = [{ key: "clock", most: 1, windowMs: HOUR }];
  expect(await claimAllowances(desk.db, one, NOW)).toBe(true);
  expect(await claimAllowances(desk.db, one, NOW - 48 * HOUR)).toBe(true);
  expect((await desk.db.counter.findMany()).map(({ count }) => count)).toEqual([1]);
});

test("the page is found by the address held now, and by no other", async () => {
  await publish({ isInList: true });
  expect(await noticeNameOf(desk.db, "192.0.2.7")).toBe("relay7");
  expect(await noticeNameOf(desk.db, "192.0.2.6")).toBeNull();
  expect(await listPublished(desk.db)).toEqual([{ name: "relay7", addresses: ["192.0.2.7"] }]);
  await publish({ isInList: false });
  expect(await listPublished(desk.db)).toEqual([]);
});

test.each(["operator", "counsel", "delegate", "read-only"] as const)(
  "%s publishes nothing",
  async (role) => {
    const given = { ...ON, relayId, now: NOW };
    expect(await saveNotice(desk.db, desk.people[role], given)).toMatchObject({
      code: "forbidden",
    });
    const settings = { contact: "x", deskUrl: "" };
    expect(await saveNoticeSettings(desk.db, desk.people[role], settings)).toMatchObject({
      code: "forbidden",
    });
  },
);

test.each([
  ["../etc", "bad-name"],
  ["a b", "bad-name"],
  ["x".repeat(60), "bad-name"],
  ["Marigold-2", null],
])("a page called %j: %s", async (name, code) => {
  const saved = await publish({ name });
  expect("code" in saved ? saved.code : null).toBe(code);
});

test("two relays cannot have one name, and a desk's address has no path", async () => {
  await publish();
  await saveRelay(desk.db, aRelay({ nickname: "other", fingerprint: "8".repeat(40) }));
  const other = await desk.db.relay.findFirstOrThrow({ where: { nickname: "other" } });
  const given = { ...ON, name: "relay7", relayId: other.id, now: NOW };
  expect(await saveNotice(desk.db, desk.people.owner, given)).toMatchObject({ code: "name-taken" });
  for (const deskUrl of ["javascript:alert(1)", "https://exit.example/x", "ftp://x"])
    expect(
      await saveNoticeSettings(desk.db, desk.people.owner, { contact: "", deskUrl }),
    ).toMatchObject({ code: "bad-url" });
});

test("a relay that holds no address any more has no page", async () => {
  await publish();
  await desk.db.tenure.updateMany({ data: { to: new Date(NOW - HOUR) } });
  expect(await readOpenNotice(desk.db, "relay7", NOW)).toBeNull();
});

test("what the operator wrote is text on the page, and the page loads nothing", async () => {
  await publish();
  const contact = '<img src="https://evil.example/x">';
  await saveNoticeSettings(desk.db, desk.people.owner, { contact, deskUrl: "" });
  const open = await readOpenNotice(desk.db, "relay7", NOW);
  if (open === null) throw new Error("no page");
  const logStatement = "</style><script>alert(1)</script>";
  const page = noticePage({ ...open.notice, logStatement }, "en", { kind: "desk", form: null });
  expect(page).not.toMatch(
    /<(img|script|iframe)|<link(?! rel="icon" href="data:,">)|<[a-z]+[^>]* src=|@import|url\(/i,
  );
  expect(page).toContain("&lt;img");
  expect(page).toContain('action="/exit/relay7/en" method="post"');
  expect(page).toContain("192.0.2.7");
  expect(page.length).toBeLessThan(20_000);
});
