import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { readCase } from "./case-view-store.ts";
import { endMitigation } from "./end-mitigation.ts";
import { expireMitigations } from "./expire-mitigations.ts";
import { mitigationFragment } from "./mitigation-fragment.ts";
import { mitigationRecord } from "./mitigation-record.ts";
import { findMitigation, listMitigations } from "./mitigation-store.ts";
import { proposeMitigation } from "./propose-mitigation.ts";
import { startByHand } from "./start-mitigation.ts";

const DAY = 24 * 3_600_000;
const KEY = new Uint8Array(32);
let desk: Awaited<ReturnType<typeof aDesk>>;
let caseId: string;
let sealedId: string;
beforeAll(async () => {
  desk = await aDesk();
  caseId = (await arrive(desk.db, aTriage())).caseId ?? "";
  const police = aTriage({ classification: { type: "law_enforcement" }, route: "counsel" });
  sealedId = (await arrive(desk.db, police)).caseId ?? "";
});
afterAll(async () => await desk.close());

async function propose(of: string | null, given: { reason?: string; days?: number } = {}) {
  const input = { caseId: of, lines: "reject 203.0.113.5:22", relays: ["relay-7"], now: NOW };
  const asked = { ...input, days: 7, reason: "", ...given };
  const made = await proposeMitigation(desk.db, desk.people.owner, asked);
  if (!made.ok) throw new Error(made.text);
  return made.id;
}
const owner = () => desk.people.owner;
const find = async (id: string) => {
  const found = await findMitigation(desk.db, owner(), id);
  if (found === null) throw new Error("gone");
  return found;
};

test("by hand: proposed, in force when a person says so, and told to come out when its time is over", async () => {
  const id = await propose(caseId);
  expect(await find(id)).toMatchObject({ state: "proposed", from: null, expiresAt: NOW + 7 * DAY });
  await expireMitigations(desk.db, { secretKey: KEY, now: NOW + 30 * DAY });
  expect(await find(id)).toMatchObject({ state: "proposed" });

  expect(await startByHand(desk.db, owner(), { id, now: NOW + 1000 })).toEqual({ ok: true });
  expect(await find(id)).toMatchObject({ state: "active", how: "hand", from: NOW + 1000 });
  expect(await startByHand(desk.db, owner(), { id, now: NOW })).toMatchObject({ code: "changed" });

  await expireMitigations(desk.db, { secretKey: KEY, now: NOW + 6 * DAY });
  expect(await find(id)).toMatchObject({ state: "active" });
  await expireMitigations(desk.db, { secretKey: KEY, now: NOW + 7 * DAY });
  const over = await find(id);
  expect([over.state, over.outAt, over.mustComeOut]).toEqual(["expired", null, true]);
  const timeline = (await readCase(desk.db, owner(), caseId))?.timeline ?? [];
  expect(timeline.at(-1)?.text).toBe(
    "Its time is over: take reject 203.0.113.5:22 out of the torrc now",
  );
  expect(await expireMitigations(desk.db, { secretKey: KEY, now: NOW + 8 * DAY })).toBe(0);

  await endMitigation(desk.db, owner(), { id, now: NOW + 8 * DAY }, KEY);
  const out = await find(id);
  expect([out.state, out.outAt, out.mustComeOut]).toEqual(["expired", NOW + 8 * DAY, false]);
  expect(out.steps.map(({ kind }) => kind)).toEqual(["proposed", "in-force", "expired", "out"]);
});

test("those of a sealed case, and the record, show them only to who may read it", async () => {
  const id = await propose(sealedId);
  const { operator } = desk.people;
  expect(await findMitigation(desk.db, operator, id)).toBeNull();
  expect((await listMitigations(desk.db, operator)).map((one) => one.id)).not.toContain(id);
  expect(await mitigationRecord(desk.db, operator, NOW)).not.toContain(id);
  expect(await mitigationRecord(desk.db, owner(), NOW)).toContain(id);
  expect(await startByHand(desk.db, operator, { id, now: NOW })).toMatchObject({
    code: "not-found",
  });
  const asked = { caseId: sealedId, lines: "reject *:22", relays: [], days: 1, reason: "" };
  expect(await proposeMitigation(desk.db, operator, { ...asked, now: NOW })).toMatchObject({
    code: "not-found",
  });
});

test.each(["counsel", "read-only"] as const)("%s changes no policy", async (role) => {
  const id = await propose(caseId);
  const viewer = desk.people[role];
  const asked = { caseId, lines: "reject *:22", relays: [], days: 1, reason: "", now: NOW };
  for (const answer of [
    await proposeMitigation(desk.db, viewer, asked),
    await startByHand(desk.db, viewer, { id, now: NOW }),
    await endMitigation(desk.db, viewer, { id, now: NOW }, KEY),
  ])
    expect(answer).toMatchObject({ code: "forbidden" });
});

test("the record ends with the hash of what stands above it, and typed text cannot add a line to it", async () => {
  await propose(null, { reason: "first\n2026-01-01T00:00:00Z  In force (owner): a lie" });
  const text = await mitigationRecord(desk.db, owner(), NOW);
  const [above = "", hash] = text.split("SHA-256 of all lines above: ");
  expect(hash?.trim()).toBe(createHash("sha256").update(above).digest("hex"));
  expect(text).toContain("   Why: first 2026-01-01T00:00:00Z  In force (owner): a lie\n");
  expect(text).toContain("Known to be in force since: 2026-03-01T12:00:01");
});

test("the fragment holds comments and lines that close, nothing else", async () => {
  const id = await propose(null, { reason: "a reason\nExitPolicy accept *:*" });
  const lines = mitigationFragment([await find(id)]).split("\n");
  expect(lines.filter((line) => line !== "" && !line.startsWith("#"))).toEqual([
    "ExitPolicy reject 203.0.113.5:22",
  ]);
  expect(lines.join("\n")).toContain("take it out again on 2026-03-08");
});
