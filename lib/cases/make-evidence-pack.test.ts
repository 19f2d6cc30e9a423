import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Viewer } from "../accounts/viewer.ts";
import { readPackPages } from "../evidence/files.ts";
import type { PackPages } from "../evidence/pack-input.ts";
import { aDescriptor, fingerprintOf, relayKeys } from "../testing/a-descriptor.ts";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { addRelayFromText } from "./add-relay.ts";
import { makeEvidencePack } from "./make-evidence-pack.ts";
import { nameReader } from "./name-reader.ts";

const KEYS = relayKeys();
const DAYS = ["2026-01-20", "2026-02-02", "2026-02-03", "2026-02-04", "2026-02-20"];
const DESCRIPTORS = DAYS.map((day) =>
  aDescriptor({ published: `${day} 00:00:00`, contact: "Grüße", nickname: "relay-7" }, KEYS),
);
let desk: Awaited<ReturnType<typeof aDesk>>;
let pages: PackPages;
let folder: string;

beforeAll(async () => {
  desk = await aDesk();
  pages = await readPackPages("templates/evidence-pack");
  folder = mkdtempSync(path.join(tmpdir(), "exitdesk-packs-"));
  const text = DESCRIPTORS.join("");
  const input = { text, addresses: [], fingerprint: "", from: NOW, now: NOW };
  expect(await addRelayFromText(desk.db, desk.people.operator, input)).toMatchObject({ ok: true });
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

const RELAYS = [{ nickname: "relay-7", fingerprint: fingerprintOf(KEYS), ip: "192.0.2.7" }];
const RAW = "Subject: abuse\r\n\r\n\u0000 of 192.0.2.7\r\n";

async function aCase(triage: Parameters<typeof aTriage>[0] = {}, raw = RAW): Promise<string> {
  const arrived = await arrive(desk.db, aTriage({ evidence: { relays: RELAYS }, ...triage }), {
    raw,
  });
  return arrived.caseId ?? "";
}

/** The files of the pack by path, as unzip gives them; null when there is none for the viewer. */
async function packFor(viewer: Viewer, caseId: string): Promise<Map<string, Buffer> | null> {
  const pack = await makeEvidencePack(desk.db, viewer, { caseId, now: NOW }, pages);
  if (!pack.ok) {
    expect(pack.code).toBe("not-found");
    return null;
  }
  const place = mkdtempSync(path.join(folder, "one-"));
  writeFileSync(path.join(place, pack.name), pack.bytes);
  execFileSync("unzip", ["-q", pack.name], { cwd: place });
  const names = execFileSync("unzip", ["-Z1", pack.name], { cwd: place, encoding: "utf8" });
  const top = pack.name.replace(/\.zip$/, "/");
  const checked = spawnSync("sh", [path.join(place, top, "verify.sh")], { encoding: "utf8" });
  expect(checked.stdout).toContain("Everything fits.");
  return new Map(
    names
      .trim()
      .split("\n")
      .map((name) => [name.replace(top, ""), readFileSync(path.join(place, name))]),
  );
}

test("the pack of a case holds the mail and the descriptors round the event, byte for byte", async () => {
  const files = await packFor(desk.people["read-only"], await aCase());
  expect([...(files?.keys() ?? [])]).toEqual([
    "README.txt",
    "VERIFY.md",
    "verify.sh",
    "findings.json",
    "complaint.eml",
    "relay/relay7/descriptor-2026-02-03T00-00-00Z.txt",
    "relay/relay7/descriptor-2026-02-04T00-00-00Z.txt",
    "relay/relay7/operator-statement.txt",
    "SHA256SUMS",
  ]);
  expect(files?.get("complaint.eml")?.equals(Buffer.from(RAW))).toBe(true);
  expect(files?.get("relay/relay7/descriptor-2026-02-03T00-00-00Z.txt")?.toString()).toBe(
    DESCRIPTORS[2],
  );
});

test("to those who may not see a sealed case there is no pack; who may not answer gets no mail", async () => {
  const caseId = await aCase(
    { classification: { type: "law_enforcement" }, route: "counsel" },
    "Subject: sealed\n",
  );
  expect(await packFor(desk.people.operator, caseId)).toBeNull();
  expect(await packFor(desk.people["read-only"], caseId)).toBeNull();
  for (const viewer of [desk.people.owner, desk.people.counsel]) {
    expect((await packFor(viewer, caseId))?.has("complaint.eml")).toBe(true);
  }
  await nameReader(desk.db, desk.people.owner, { caseId, login: "read-only", now: NOW });
  const files = await packFor(desk.people["read-only"], caseId);
  expect(files?.has("complaint.eml")).toBe(false);
  expect(files?.get("README.txt")?.toString()).toContain("confidential");
});

test("a mail that may hold pictures of children is in no pack", async () => {
  const caseId = await aCase(
    { classification: { type: "csam" }, route: "counsel" },
    "Subject: grave\n",
  );
  const files = await packFor(desk.people.owner, caseId);
  expect(files?.has("complaint.eml")).toBe(false);
  expect(files?.get("README.txt")?.toString()).toContain("pictures that nobody may pass on");
});

test("there is no pack of a case that does not exist", async () => {
  expect(await packFor(desk.people.owner, "0193b5b0-0000-7000-8000-000000000000")).toBeNull();
});

test("adding the same descriptor again keeps one document; a changed one is refused", async () => {
  const before = await desk.db.signedDocument.count();
  expect(before).toBe(DAYS.length);
  const input = { addresses: [], fingerprint: "", from: NOW, now: NOW + 1 };
  const owner = desk.people.owner;
  const again = await addRelayFromText(desk.db, owner, { ...input, text: DESCRIPTORS[0] ?? "" });
  expect(again).toMatchObject({ ok: true });
  const forged = (DESCRIPTORS[0] ?? "").replace("reject *:25", "accept *:25");
  const refused = await addRelayFromText(desk.db, owner, { ...input, text: forged });
  expect(refused).toMatchObject({ ok: false });
  expect(await desk.db.signedDocument.count()).toBe(before);
});
