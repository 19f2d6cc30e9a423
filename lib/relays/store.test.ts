import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Db, openDb } from "../db/client.ts";
import { migrate } from "../db/migrate.ts";
import { anUptime, aPolicy, aRelay, aTenure } from "../testing/a-relay.ts";
import { placeholderFingerprint } from "./fingerprint.ts";
import { listRelayNames, listRelays, loadHistory, saveRelay } from "./store.ts";

let folder: string;
let db: Db;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "exitdesk-relays-"));
  const url = `file:${path.join(folder, "desk.db")}`;
  await migrate(url, process.cwd());
  db = openDb(url);
});

beforeEach(async () => {
  await db.relay.deleteMany();
});

afterAll(async () => {
  await db.$disconnect();
  rmSync(folder, { recursive: true });
});

const FULL = aRelay({
  tenures: [
    aTenure("192.0.2.7", "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"),
    aTenure("2001:db8::7", "2026-02-01T00:00:00Z"),
  ],
  policies: [
    aPolicy(["ExitRelay 1"], "2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z"),
    aPolicy(["accept *:80", "reject *:*"], "2026-02-01T00:00:00Z", null, "descriptor"),
  ],
  uptime: [anUptime("2026-01-01T00:00:00.123Z")],
});

test("what is saved is what is loaded, to the millisecond", async () => {
  await saveRelay(db, FULL);
  expect(await loadHistory(db)).toEqual({ relays: [FULL] });
});

test("saving again replaces the intervals and keeps the relay's id", async () => {
  await saveRelay(db, FULL);
  const viewer = { userId: "u", role: "operator" };
  const [before] = await listRelays(db, viewer);
  const next = { ...FULL, nickname: "renamed", uptime: [] };
  await saveRelay(db, next);
  expect(await listRelays(db, viewer)).toEqual([{ id: before?.id, relay: next, strikes: [] }]);
});

test("a relay under a placeholder keeps its row when its fingerprint is learnt", async () => {
  const nameless = { ...FULL, fingerprint: placeholderFingerprint(FULL.nickname, "192.0.2.7") };
  await saveRelay(db, nameless);
  await saveRelay(db, FULL);
  expect(await loadHistory(db)).toEqual({ relays: [FULL] });
});

test("two relays with placeholders stand side by side", async () => {
  const one = { ...FULL, fingerprint: placeholderFingerprint("a", "192.0.2.7"), nickname: "a" };
  const two = { ...FULL, fingerprint: placeholderFingerprint("b", "192.0.2.7"), nickname: "b" };
  await saveRelay(db, one);
  await saveRelay(db, two);
  expect((await loadHistory(db)).relays.map(({ nickname }) => nickname)).toEqual(["a", "b"]);
});

test("a failure in the middle leaves the relay as it was", async () => {
  await saveRelay(db, FULL);
  const broken = { ...FULL, uptime: [{ ...anUptime(), from: Number.NaN }] };
  await expect(saveRelay(db, broken)).rejects.toThrow();
  expect(await loadHistory(db)).toEqual({ relays: [FULL] });
});

test("a role that does not exist sees nothing", async () => {
  await saveRelay(db, FULL);
  expect(await listRelays(db, { userId: "u", role: "read-only" })).toHaveLength(1);
  expect(await listRelays(db, { userId: "u", role: "" })).toEqual([]);
  expect(await listRelayNames(db, { userId: "u", role: "" })).toEqual([]);
});
