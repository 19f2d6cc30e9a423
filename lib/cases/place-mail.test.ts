import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Part } from "../mail/message.ts";
import { aDesk, aDraft, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { NO_DEADLINE } from "./decide-case.ts";

const HOUR = 3_600_000;
let desk: Awaited<ReturnType<typeof aDesk>>;

beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());
beforeEach(async () => {
  await desk.db.caseHold.deleteMany();
  await desk.db.timelineEntry.deleteMany();
  await desk.db.outboxMail.deleteMany();
  await desk.db.draft.deleteMany();
  await desk.db.complaint.deleteMany();
  await desk.db.case.deleteMany();
});

const caseOf = async (id: string | null) =>
  await desk.db.case.findUniqueOrThrow({
    where: { id: id ?? "" },
    include: { complaints: true, drafts: true, timeline: true, readers: true },
  });

test("a complaint with a letter that needs nothing becomes a case that is ready", async () => {
  const deadline = { at: NOW + 24 * HOUR, hours: 24, text: "within 24 hours", span: null };
  const opened = await arrive(desk.db, aTriage({ complaint: { deadline } }));
  expect(opened.outcome).toBe("opened");
  const found = await caseOf(opened.caseId);
  expect(found).toMatchObject({
    state: "open",
    decision: "ready",
    sealed: false,
    title: "Login attempts about 192.0.2.7",
    deadlineAt: new Date(NOW + 24 * HOUR),
    sortAt: new Date(NOW + 24 * HOUR),
    line: { relay: "relay-7", target: "198.51.100.20:22", from: "abuse@reporter.example" },
  });
  expect(found.ref).toMatch(/^[2-9B-Z]{8}$/);
  expect(found.drafts).toHaveLength(1);
  expect(found.timeline.map((entry) => entry.kind)).toEqual(["opened"]);
});

test.each([
  ["a gap", aTriage({ drafts: [aDraft({ gaps: ["ticket"] })] }), "needs_fact"],
  ["no recipient", aTriage({ drafts: [aDraft({ to: [] })] }), "needs_fact"],
  ["little certainty", aTriage({ classification: { confidence: 0.3 } }), "unsorted"],
  ["no letter", aTriage({ drafts: [] }), "unsorted"],
  ["no answer wanted", aTriage({ drafts: [], route: "none" }), "ready"],
  ["a provider's form", aTriage({ drafts: [aDraft({ to: [] })], route: "portal" }), "ready"],
  [
    "counsel's route",
    aTriage({ route: "counsel", classification: { type: "threats" } }),
    "counsel",
  ],
])("with %s the decision fits", async (_what, triage, decision) => {
  const { caseId } = await arrive(desk.db, triage);
  expect(await caseOf(caseId)).toMatchObject({ state: "open", decision });
});

test("a mail of an authority is sealed, for counsel, and counsel may read it", async () => {
  const triage = aTriage({ route: "counsel", classification: { type: "law_enforcement" } });
  const found = await caseOf((await arrive(desk.db, triage)).caseId);
  expect(found).toMatchObject({ sealed: true, decision: "counsel", state: "open" });
  expect(found.readers.map((reader) => reader.userId)).toEqual([desk.people.counsel.userId]);
});

test("a mail of an authority inside a provider's wrapper is sealed too", async () => {
  const triage = aTriage({
    route: "counsel",
    classification: { type: "isp_notice", innerType: "law_enforcement" },
  });
  expect(await caseOf((await arrive(desk.db, triage)).caseId)).toMatchObject({ sealed: true });
});

const nothing = (given: Parameters<typeof aTriage>[0] = {}) =>
  aTriage({
    ...given,
    complaint: { events: [], accused: [], ...given.complaint },
    evidence: { relays: [], ...given.evidence },
    classification: {
      type: "other_not_complaint",
      isComplaint: false,
      confidence: 0.99,
      reasons: ["A newsletter."],
      ...given.classification,
    },
    route: "none",
    drafts: [],
  });

test("mail that surely accuses nobody is filed away, with its reason", async () => {
  const found = await caseOf((await arrive(desk.db, nothing())).caseId);
  expect(found).toMatchObject({ state: "done", decision: "unsorted" });
  expect(found.timeline.at(-1)).toMatchObject({
    kind: "closed",
    data: { reason: "A newsletter." },
  });
});

test.each([
  ["is not sure", nothing({ classification: { confidence: 0.8 } })],
  [
    "names a relay of ours",
    nothing({
      evidence: { relays: [{ nickname: "r", fingerprint: "A".repeat(40), ip: "192.0.2.7" }] },
    }),
  ],
  ["could not be read whole", nothing({ complaint: { problems: [{ code: "x", text: "x" }] } })],
])("mail that %s stays open for a person, after everything else", async (_why, triage) => {
  const found = await caseOf((await arrive(desk.db, triage)).caseId);
  expect(found).toMatchObject({ state: "open", decision: "unsorted" });
  expect(found.sortAt.getTime()).toBeGreaterThan(NO_DEADLINE);
});

test("archive mail becomes closed history without letters and joins nothing", async () => {
  const first = await arrive(desk.db, aTriage());
  const archived = await arrive(desk.db, aTriage(), { archive: true });
  expect(archived.outcome).toBe("opened");
  expect(archived.caseId).not.toBe(first.caseId);
  expect(await caseOf(archived.caseId)).toMatchObject({ state: "done", drafts: [] });
});

const statusPart: Part = {
  id: "2",
  contentType: "message/delivery-status",
  filename: null,
  attachment: true,
  text: "Action: failed",
  bytes: new Uint8Array(),
};

test("what is kept of a huge mail is bounded and says that it is cut", async () => {
  const text = "x".repeat(3_000_000);
  const part = { ...statusPart, contentType: "text/plain", bytes: new Uint8Array(1_000_000), text };
  const triage = aTriage({
    message: {
      body: text,
      parts: Array.from({ length: 500 }, (_, n) => ({ ...part, id: `${n}` })),
    },
  });
  const { caseId } = await arrive(desk.db, triage);
  const kept = JSON.stringify((await caseOf(caseId)).complaints[0]?.triage);
  expect(kept.length).toBeLessThan(1_000_000);
  expect(kept).toContain("shown-in-part");
});
