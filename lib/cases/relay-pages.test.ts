import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "../accounts/viewer.ts";
import { keepDocuments } from "../relays/document-store.ts";
import { readDescriptors } from "../relays/read-descriptor.ts";
import { signedDescriptor } from "../relays/signed-document.ts";
import { saveRelays } from "../relays/store.ts";
import { aDescriptor, fingerprintOf, relayKeys } from "../testing/a-descriptor.ts";
import { aPolicy, aRelay, aTenure } from "../testing/a-relay.ts";
import { scratchDb } from "../testing/scratch-db.ts";
import { archivePlace, relayDocument, relayDocuments } from "./relay-documents-view.ts";
import { keepRelayImport, readRelayImport } from "./relay-import-store.ts";
import { listRelayRows } from "./relay-list-view-store.ts";
import { readRelay } from "./relay-view-store.ts";
import { restoreInterval } from "./restore-interval.ts";
import { strikeInterval } from "./strike-interval.ts";

const NOW = Date.parse("2026-11-22T10:00:00Z");
const OWNER: Viewer = { userId: "0", login: "marga", role: "owner" };
const NOBODY = { ...OWNER, role: "stranger" } as unknown as Viewer;
const KEYS = relayKeys();
const PRINT = fingerprintOf(KEYS);

let desk: Awaited<ReturnType<typeof scratchDb>>;
beforeAll(async () => {
  desk = await scratchDb();
  await saveRelays(desk.db, [
    aRelay({ nickname: "aster", fingerprint: PRINT, tenures: [aTenure("192.0.2.7")] }),
    aRelay({
      nickname: "Borage",
      fingerprint: "B0".repeat(20),
      tenures: [
        aTenure("192.0.2.70", "2026-01-01T00:00:00Z", "2026-05-01T00:00:00Z"),
        aTenure("2001:db8::70", "2026-05-01T00:00:00Z"),
      ],
      policies: [aPolicy(["reject *:*"], "2026-01-01T00:00:00Z", null, "descriptor")],
    }),
    ...Array.from({ length: 8 }, (_, index) =>
      aRelay({
        nickname: `clover${index}`,
        fingerprint: `C${index}`.repeat(20),
        tenures: [aTenure(`198.51.100.${index}`)],
        policies: [],
      }),
    ),
  ]);
});
afterAll(async () => await desk.close());

async function list(search: string, page = 1, viewer = OWNER) {
  return await listRelayRows(desk.db, viewer, { search, page, size: 4, now: NOW });
}
const names = async (search: string) => (await list(search)).rows.map(({ nickname }) => nickname);

test.each([
  ["borage", ["Borage"]],
  ["  B0B0B0 b0b0", ["Borage"]],
  ["$c7C7c7", ["clover7"]],
  ["192.0.2.7", ["Borage", "aster"]],
  ["2001:DB8::", ["Borage"]],
  ["nothing", []],
  ["%", []],
  ["_", []],
  ["' OR 1=1 --", []],
])("a search for %j finds %j", async (search, wanted) => {
  expect((await names(search)).sort()).toEqual([...wanted].sort());
});

test("an address it held once is found, and said to be gone", async () => {
  const { rows } = await list("192.0.2.70");
  expect(rows[0]).toMatchObject({
    nickname: "Borage",
    addresses: ["2001:db8::70"],
    formerly: [{ ip: "192.0.2.70", to: Date.parse("2026-05-01T00:00:00Z") }],
    role: "non-exit",
  });
});

test("pages follow each other without losing one; a page too far is the last one", async () => {
  const pages = [await list("", 1), await list("", 2), await list("", 3)];
  const seen = pages.flatMap(({ rows }) => rows.map(({ nickname }) => nickname));
  expect(new Set(seen).size).toBe(10);
  expect(pages[0]).toMatchObject({ page: 1, pages: 3, found: 10, all: 10 });
  expect((await list("", 99)).page).toBe(3);
  expect((await list("nothing", 5)).pages).toBe(1);
});

test("an exit says so, and a relay whose policy nobody told is no exit and no non-exit", async () => {
  const roles = new Map((await list("")).rows.map((row) => [row.nickname, row.role]));
  expect(roles.get("aster")).toBe("exit");
  expect(roles.get("clover0")).toBe("unknown");
});

test("who has no role on this desk sees nothing of it", async () => {
  expect((await list("", 1, NOBODY)).rows).toEqual([]);
  const [row] = (await list("aster")).rows;
  expect(await readRelay(desk.db, NOBODY, row?.id ?? "")).toBeNull();
  expect(await readRelay(desk.db, OWNER, row?.id ?? "")).not.toBeNull();
});

test("what is struck out is gone from list and page, and comes back", async () => {
  const [row] = (await list("Borage")).rows;
  const relayId = row?.id ?? "";
  const from = Date.parse("2026-05-01T00:00:00Z");
  const strike = { relayId, kind: "tenure" as const, from, ip: "2001:db8::70", now: NOW };
  const struck = await strikeInterval(desk.db, OWNER, strike);
  expect(struck.ok).toBe(true);
  expect((await list("Borage")).rows[0]?.addresses).toEqual([]);
  const view = await readRelay(desk.db, OWNER, relayId);
  expect(view?.relay.tenures.map(({ ip }) => ip)).toEqual(["192.0.2.70"]);
  expect(view?.strikes).toMatchObject([{ what: "2001:db8::70", by: "the desk" }]);
  const strikeId = view?.strikes[0]?.id ?? "";
  await restoreInterval(desk.db, OWNER, { strikeId, now: NOW });
  expect((await list("Borage")).rows[0]?.addresses).toEqual(["2001:db8::70"]);
});

test("what came of a form is kept for the page after it, cut to what a page can bear, and not for ever", async () => {
  const files = [{ name: "n".repeat(5000), text: "learnt", problems: Array(500).fill("p") }];
  const id = await keepRelayImport(desk.db, OWNER, { relays: ["aster"], files, at: NOW });
  const kept = await readRelayImport(desk.db, OWNER, id);
  expect(kept).toMatchObject({ relays: ["aster"], at: NOW, by: "somebody who has left" });
  expect(kept?.files[0]?.name).toHaveLength(1000);
  expect(kept?.files[0]?.problems).toHaveLength(50);
  expect(await readRelayImport(desk.db, NOBODY, id)).toBeNull();
  const later = { relays: [], files: [], at: NOW + 31 * 86_400_000 };
  await keepRelayImport(desk.db, OWNER, later);
  expect(await readRelayImport(desk.db, OWNER, id)).toBeNull();
});

test("a signed document is handed out byte for byte, by its own relay only, and found again in the archive", async () => {
  const text = aDescriptor({ nickname: "aster", published: "2026-02-28 23:59:59" }, KEYS);
  const [descriptor] = readDescriptors(Buffer.from(text)).descriptors;
  if (!descriptor) throw new Error("no descriptor");
  const document = signedDescriptor(descriptor, { source: "file", learnedAt: NOW });
  if (!document) throw new Error("not signed");
  await keepDocuments(desk.db, [document]);
  const { sha256 } = document;
  const bytes = await relayDocument(desk.db, OWNER, { fingerprint: PRINT, sha256 });
  expect(Buffer.from(bytes ?? []).toString("latin1")).toBe(text);
  const other = { fingerprint: "B0".repeat(20), sha256 };
  expect(await relayDocument(desk.db, OWNER, other)).toBeNull();
  expect(await relayDocument(desk.db, NOBODY, { fingerprint: PRINT, sha256 })).toBeNull();
  const listed = await relayDocuments(desk.db, OWNER, PRINT, { from: 0, to: NOW, most: 5 });
  const digest = descriptor.digest?.toLowerCase() ?? "";
  expect(listed.documents[0]).toMatchObject({ sha256, digest, size: text.length });
  expect(listed.documents[0]?.archive).toEqual({
    file: "archive/relay-descriptors/server-descriptors/server-descriptors-2026-02.tar.xz",
    member: `server-descriptors-2026-02/${digest[0]}/${digest[1]}/${digest}`,
  });
  expect(archivePlace("ab".repeat(20), Date.parse("2026-12-31T23:59:59Z")).file).toContain(
    "2026-12",
  );
});
