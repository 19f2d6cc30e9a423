import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPackPages } from "../evidence/files.ts";
import type { PackPages } from "../evidence/pack-input.ts";
import { aDescriptor, fingerprintOf, relayKeys } from "../testing/a-descriptor.ts";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { aSignedConsensus, someAuthorities } from "../testing/a-signed-consensus.ts";
import { handOutEvidence } from "./hand-out-evidence.ts";
import { learnRelayFiles } from "./learn-relay-files.ts";

const KEYS = relayKeys();
const FINGERPRINT = fingerprintOf(KEYS);
let desk: Awaited<ReturnType<typeof aDesk>>;
let pages: PackPages;

beforeAll(async () => {
  desk = await aDesk();
  pages = await readPackPages("templates/evidence-pack");
});
afterAll(async () => await desk.close());

test("what a consensus of the hour said of the relay is in the pack, and who took it on the timeline", async () => {
  const entry = { nickname: "relay7", fingerprint: FINGERPRINT, ip: "192.0.2.7" };
  const listed = { ...entry, descriptorDigest: "01".repeat(20) };
  const stranger = { ...listed, nickname: "stranger", fingerprint: "CD".repeat(20) };
  const consensus = aSignedConsensus("2026-02-03 04:00:00", [stranger, listed], someAuthorities(1));
  const descriptor = aDescriptor({ published: "2026-02-02 12:00:00" }, KEYS);
  const file = (name: string, text: string) => ({
    name,
    bytes: Buffer.from(text),
    modifiedAt: null,
  });
  const learnt = await learnRelayFiles(desk.db, desk.people.operator, {
    files: [file("descriptor", descriptor), file("consensus", consensus)],
    ours: [FINGERPRINT],
    allOurs: false,
    torrc: { from: NOW, addresses: [] },
    zone: "",
    now: NOW,
  });
  expect(learnt).toMatchObject({ ok: true });
  const triage = aTriage({ evidence: { relays: [entry] } });
  const { caseId } = await arrive(desk.db, triage, {
    raw: "Subject: abuse\r\n\r\nof 192.0.2.7\r\n",
  });
  const input = { caseId: caseId ?? "", now: NOW };
  const pack = await handOutEvidence(desk.db, desk.people.operator, input, pages);
  if (!pack.ok) throw new Error(pack.text);
  const text = Buffer.from(pack.bytes).toString("latin1");
  expect(text).toContain("/relay/relay7/consensus-2026-02-03T04-00-00Z.txt");

  const entries = await desk.db.timelineEntry.findMany({
    where: { caseId: input.caseId, kind: "pack" },
  });
  expect(entries).toMatchObject([
    {
      actor: desk.people.operator.userId,
      data: { files: [pack.name], sha256: createHash("sha256").update(pack.bytes).digest("hex") },
    },
  ]);
});

test("a pack nobody may have leaves no trace", async () => {
  const { caseId } = await arrive(desk.db, aTriage(), { raw: "Subject: secret\r\n\r\nx\r\n" });
  await desk.db.case.update({ where: { id: caseId ?? "" }, data: { sealed: true } });
  const input = { caseId: caseId ?? "", now: NOW };
  const before = await desk.db.timelineEntry.count();
  expect(await handOutEvidence(desk.db, desk.people.operator, input, pages)).toMatchObject({
    ok: false,
    code: "not-found",
  });
  expect(await desk.db.timelineEntry.count()).toBe(before);
});
