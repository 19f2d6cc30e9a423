import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Part } from "../mail/message.ts";
import { aFact, aMessage } from "../testing/a-complaint.ts";
import {
  aDesk,
  aDraft,
  arrive,
  aTriage,
  authenticSender,
  NOW,
  random,
  THREAD_KEY,
} from "../testing/a-desk.ts";
import { ownMessageId } from "./own-message-id.ts";
import { placeMail } from "./place-mail.ts";

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

const nothing = (given: Parameters<typeof aTriage>[0] = {}) =>
  aTriage({
    ...given,
    complaint: { events: [], accused: [], ...given.complaint },
    evidence: { relays: [], ...given.evidence },
    classification: {
      type: "other_not_complaint",
      isComplaint: false,
      confidence: 0.97,
      reasons: ["A newsletter."],
      ...given.classification,
    },
    route: "none",
    drafts: [],
  });

const statusPart: Part = {
  id: "2",
  contentType: "message/delivery-status",
  filename: null,
  attachment: true,
  text: "Action: failed",
  bytes: new Uint8Array(),
};

test("the same sighting twice, and the same bytes sighted twice, make one case", async () => {
  const first = await arrive(desk.db, aTriage(), { raw: "the same bytes" });
  const known = await arrive(desk.db, aTriage(), { raw: "the same bytes" });
  expect(known).toMatchObject({ outcome: "known", caseId: first.caseId });
  const again = await placeMail(
    desk.db,
    {
      sightingId: first.sightingId,
      rawSha256: first.rawSha256,
      archive: false,
      receivedAt: NOW,
      triage: aTriage(),
      sender: authenticSender(aTriage()),
    },
    { threadKey: THREAD_KEY, random, now: NOW },
  );
  expect(again.outcome).toBe("nothing");
  expect(await desk.db.case.count()).toBe(1);
});

test("two workers with repeats of one report at once make one case of two complaints", async () => {
  const both = await Promise.all([arrive(desk.db, aTriage()), arrive(desk.db, aTriage())]);
  expect(new Set(both.map((one) => one.caseId)).size).toBe(1);
  expect(await caseOf(both[0].caseId)).toMatchObject({ complaintCount: 2 });
});

test("a repeat within a day joins, pulls the deadline, and does not stop a send unless it does", async () => {
  const first = await arrive(desk.db, aTriage());
  const repeat = await arrive(desk.db, aTriage(), { at: NOW + 23 * HOUR });
  expect(repeat).toMatchObject({ outcome: "joined", caseId: first.caseId });
  expect(await caseOf(first.caseId)).toMatchObject({ complaintCount: 2, version: 1 });
  const deadline = { at: NOW + 30 * HOUR, hours: null, text: "", span: null };
  await arrive(desk.db, aTriage({ complaint: { deadline } }), { at: NOW + 24 * HOUR });
  expect(await caseOf(first.caseId)).toMatchObject({
    complaintCount: 3,
    version: 2,
    sortAt: new Date(NOW + 30 * HOUR),
  });
});

test.each([
  ["a day and more later", {}, { at: NOW + 25 * HOUR }],
  ["of another sender", { message: { from: { name: "", address: "other@reporter.example" } } }, {}],
  ["of another type", { classification: { type: "portscan" as const } }, {}],
  ["with another verdict", { evidence: { verdict: "relay-down" as const } }, {}],
  ["about another address", { complaint: { accused: [aFact("192.0.2.8")] } }, {}],
  ["about another target", { complaint: { events: [] } }, {}],
])("a report %s is a case of its own", async (_what, given, when) => {
  const first = await arrive(desk.db, aTriage());
  const second = await arrive(desk.db, aTriage(given), when);
  expect(second.outcome).toBe("opened");
  expect(second.caseId).not.toBe(first.caseId);
});

test("a repeat of a closed case opens a new one", async () => {
  const first = await arrive(desk.db, aTriage());
  await desk.db.case.update({ where: { id: first.caseId ?? "" }, data: { state: "done" } });
  expect((await arrive(desk.db, aTriage())).outcome).toBe("opened");
});

const answerTo = (ref: string, address: string, given: Parameters<typeof aTriage>[0] = {}) =>
  aTriage({
    ...given,
    message: {
      from: { name: "", address },
      inReplyTo: ownMessageId(ref, random(8), "operator.example", THREAD_KEY),
      ...given.message,
    },
    complaint: { accused: [], events: [], ...given.complaint },
  });

test("an answer of a party to our letter joins its case, opens it again and offers a fresh letter", async () => {
  const first = await arrive(desk.db, aTriage());
  const { ref } = await caseOf(first.caseId);
  await desk.db.case.update({
    where: { id: first.caseId ?? "" },
    data: { state: "done", closedAt: new Date(NOW) },
  });
  await desk.db.draft.updateMany({ data: { sentAt: new Date(NOW), edited: true } });
  const answer = await arrive(
    desk.db,
    answerTo(ref, "Abuse@Reporter.example", { drafts: [aDraft({ text: "A second letter." })] }),
  );
  expect(answer).toMatchObject({ outcome: "joined", caseId: first.caseId });
  const found = await caseOf(first.caseId);
  expect(found).toMatchObject({ state: "open", closedAt: null, version: 2, complaintCount: 2 });
  expect(found.drafts).toMatchObject([{ text: "A second letter.", sentAt: null, version: 2 }]);
});

test("a stranger who answers our letter gets a case of his own that says so", async () => {
  const first = await arrive(desk.db, aTriage());
  const { ref } = await caseOf(first.caseId);
  const stranger = await arrive(desk.db, answerTo(ref, "eve@evil.example"));
  expect(stranger.outcome).toBe("opened");
  const note = (await caseOf(stranger.caseId)).timeline.find((entry) => entry.kind === "note");
  expect(JSON.stringify(note?.data)).toContain(ref);
  expect((await caseOf(first.caseId)).version).toBe(1);
});

test.each([
  ["another key", (ref: string) => ownMessageId(ref, random(8), "operator.example", "guessed")],
  ["no key", (ref: string) => `<${ref}.0011223344556677.${"0".repeat(32)}@operator.example>`],
  ["the ref in the subject only", () => "<1@evil.example>"],
])("a Message-ID made with %s joins nothing", async (_how, makeId) => {
  const first = await arrive(desk.db, aTriage());
  const { ref } = await caseOf(first.caseId);
  const forged = aTriage({
    message: { inReplyTo: makeId(ref), subject: `Re: [${ref}] yours` },
    complaint: { accused: [], events: [] },
  });
  expect((await arrive(desk.db, forged)).outcome).toBe("opened");
});

test("a mail of an authority never joins a case others can read", async () => {
  const first = await arrive(desk.db, aTriage());
  const { ref } = await caseOf(first.caseId);
  const police = answerTo(ref, "abuse@reporter.example", {
    classification: { type: "law_enforcement" },
    route: "counsel",
  });
  const opened = await arrive(desk.db, police);
  expect(opened.outcome).toBe("opened");
  expect((await caseOf(opened.caseId)).sealed).toBe(true);
});

test("a stranger's case does not name a sealed case", async () => {
  const sealed = await arrive(
    desk.db,
    aTriage({ route: "counsel", classification: { type: "law_enforcement" } }),
  );
  const { ref } = await caseOf(sealed.caseId);
  const stranger = await arrive(desk.db, answerTo(ref, "eve@evil.example"));
  expect(JSON.stringify((await caseOf(stranger.caseId)).timeline)).not.toContain(ref);
});

test("an automatic answer joins without opening the case again", async () => {
  const first = await arrive(desk.db, aTriage());
  const { ref } = await caseOf(first.caseId);
  await desk.db.case.update({ where: { id: first.caseId ?? "" }, data: { state: "done" } });
  const auto = answerTo(ref, "abuse@reporter.example", {
    classification: { type: "autoresponse_bounce", isComplaint: false },
    route: "none",
    drafts: [],
  });
  expect((await arrive(desk.db, auto)).caseId).toBe(first.caseId);
  expect(await caseOf(first.caseId)).toMatchObject({ state: "done", version: 1 });
});

test("a letter that comes back gives its case back to the operator", async () => {
  const first = await arrive(desk.db, aTriage());
  const { ref } = await caseOf(first.caseId);
  await desk.db.case.update({ where: { id: first.caseId ?? "" }, data: { state: "done" } });
  const messageId = ownMessageId(ref, random(8), "operator.example", THREAD_KEY);
  const bounce = nothing({
    classification: { type: "autoresponse_bounce" },
    message: {
      from: { name: "", address: "mailer-daemon@reporter.example" },
      parts: [statusPart],
      nested: [{ partId: "3", message: aMessage({ messageId }) }],
    },
  });
  const joined = await arrive(desk.db, bounce);
  expect(joined).toMatchObject({ outcome: "joined", caseId: first.caseId });
  const found = await caseOf(first.caseId);
  expect(found).toMatchObject({ state: "open", decision: "needs_fact" });
  expect(JSON.stringify(found.timeline)).toContain("came back");
});

const wrapper = {
  provider: "Bighost",
  ticket: "AB-1",
  answer: "mail" as const,
  answerTo: null,
  statementUrl: null,
  alsoComplainant: false,
  state: "notice" as const,
  threat: null,
};
const fromHost = (ticket: string, given: Parameters<typeof aTriage>[0] = {}) =>
  aTriage({
    message: { from: { name: "", address: "abuse@bighost.example" } },
    ...given,
    complaint: {
      wrapper: { ...wrapper, ticket },
      accused: [],
      ...given.complaint,
    },
  });

test("a provider's reminder joins by its ticket, opens the case again and pulls the deadline", async () => {
  const first = await arrive(desk.db, fromHost("AB-1"));
  await desk.db.case.update({ where: { id: first.caseId ?? "" }, data: { state: "done" } });
  const deadline = { at: NOW + 6 * HOUR, hours: 6, text: "", span: null };
  const reminder = await arrive(
    desk.db,
    fromHost("AB-1", { classification: { type: "isp_notice" }, complaint: { deadline } }),
    { at: NOW + 72 * HOUR },
  );
  expect(reminder).toMatchObject({ outcome: "joined", caseId: first.caseId });
  expect(await caseOf(first.caseId)).toMatchObject({
    state: "open",
    sortAt: new Date(NOW + 6 * HOUR),
  });
});

test("a forged reminder joins nothing and changes nothing; it is shown as one that may belong there", async () => {
  const first = await arrive(desk.db, fromHost("AB-1"));
  const reminder = fromHost("AB-1");
  const forged = { ...authenticSender(reminder), standing: "forged" as const };
  const later = await arrive(desk.db, reminder, { sender: forged });
  expect(later.outcome).toBe("opened");
  expect(await desk.db.lookalike.count({ where: { caseId: later.caseId ?? "" } })).toBe(1);
  expect(await desk.db.complaint.count({ where: { caseId: first.caseId ?? "" } })).toBe(1);
});

test("a provider's mail that wants no answer joins its ticket and leaves a closed case closed", async () => {
  const first = await arrive(desk.db, fromHost("AB-1"));
  await desk.db.case.update({ where: { id: first.caseId ?? "" }, data: { state: "done" } });
  const unlocked = fromHost("AB-1", { route: "none", drafts: [] });
  expect(await arrive(desk.db, unlocked)).toMatchObject({ caseId: first.caseId });
  expect(await caseOf(first.caseId)).toMatchObject({ state: "done", version: 1 });
});

test("a copy of our own letter joins its case and changes nothing; a stranger's with our id does not", async () => {
  const first = await arrive(desk.db, aTriage());
  const { ref } = await caseOf(first.caseId);
  const messageId = ownMessageId(ref, random(8), "operator.example", THREAD_KEY);
  const copyFrom = (address: string) =>
    aTriage({
      message: { from: { name: "", address }, messageId },
      complaint: { accused: [], events: [] },
    });
  expect(await arrive(desk.db, copyFrom("abuse@operator.example"))).toMatchObject({
    outcome: "joined",
    caseId: first.caseId,
  });
  expect(await caseOf(first.caseId)).toMatchObject({ version: 1, complaintCount: 2 });
  expect((await arrive(desk.db, copyFrom("eve@evil.example"))).outcome).toBe("opened");
});

test.each([
  ["another ticket", fromHost("AB-2")],
  [
    "another domain",
    fromHost("AB-1", { message: { from: { name: "", address: "abuse@evil.example" } } }),
  ],
])("the same provider's mail with %s is a case of its own", async (_what, triage) => {
  await arrive(desk.db, fromHost("AB-1"));
  expect((await arrive(desk.db, triage)).outcome).toBe("opened");
});

test("an edited, unsent letter survives a further mail", async () => {
  const first = await arrive(desk.db, fromHost("AB-1", { drafts: [aDraft()] }));
  await desk.db.draft.updateMany({ data: { edited: true, text: "My own words." } });
  await arrive(desk.db, fromHost("AB-1", { drafts: [aDraft({ text: "Proposed anew." })] }));
  expect((await caseOf(first.caseId)).drafts).toMatchObject([{ text: "My own words." }]);
});
