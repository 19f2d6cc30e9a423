import { afterAll, beforeAll, expect, test } from "vitest";
import { canSend } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { addNote } from "./add-note.ts";
import { readCase } from "./case-view-store.ts";
import { listQuarantine } from "./quarantine-store.ts";
import { TABS } from "./queue.ts";
import { listQueue } from "./queue-store.ts";
import { countTabs } from "./queue-window-store.ts";
import { readTrouble } from "./trouble-store.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
let lilac: Viewer;
let poppy: Viewer;
let ofLilac: string;
let ofBoth: string;
let ofNone: string;

const named = (...letters: string[]) =>
  letters.map((letter) => ({ nickname: letter, fingerprint: letter.repeat(40), ip: "192.0.2.7" }));
const about = async (...letters: string[]) => {
  const address = `${letters.join("")}@reporter.example`;
  const message = { from: { name: "", address } };
  const triage = aTriage({ message, evidence: { relays: named(...letters) } });
  return (await arrive(desk.db, triage)).caseId ?? "";
};

beforeAll(async () => {
  desk = await aDesk();
  const [a, b] = await Promise.all(
    ["A", "B"].map((letter) =>
      desk.db.relay.create({
        data: { nickname: letter, fingerprint: letter.repeat(40), createdAt: new Date(NOW) },
      }),
    ),
  );
  lilac = { ...desk.people.delegate, relayIds: [a?.id ?? ""] };
  poppy = { ...desk.people.delegate, userId: "poppy", relayIds: [b?.id ?? ""] };
  ofLilac = await about("A");
  ofBoth = await about("A", "B");
  ofNone = await about();
  await about("A", "C");
});
afterAll(async () => await desk.close());

const seen = async (viewer: Viewer) => {
  const lists = await Promise.all(
    TABS.map((tab) => listQueue(desk.db, viewer, { tab, size: 50, after: null, now: NOW })),
  );
  return [...new Set(lists.flatMap((list) => list.rows.map((row) => row.id)))];
};

test("a delegate's queue, counts and case pages hold the cases about their relays alone", async () => {
  expect(await seen(lilac)).toEqual([ofLilac]);
  expect(await seen(poppy)).toEqual([]);
  expect(await countTabs(desk.db, lilac, NOW)).toMatchObject({ open: { count: 1 } });
  expect(await countTabs(desk.db, poppy, NOW)).toMatchObject({ open: { count: 0 } });
  expect(await readCase(desk.db, lilac, ofLilac)).not.toBeNull();
  for (const id of [ofBoth, ofNone]) expect(await readCase(desk.db, lilac, id)).toBeNull();
  expect(await seen(desk.people.operator)).toHaveLength(4);
});

test("a delegate works on a case of theirs; another's does not exist for them", async () => {
  const note = { text: "looked at it", now: NOW };
  expect(await addNote(desk.db, lilac, { ...note, caseId: ofLilac })).toMatchObject({ ok: true });
  expect(await addNote(desk.db, poppy, { ...note, caseId: ofLilac })).toMatchObject({
    code: "not-found",
  });
  expect([canSend(lilac, { sealed: false }), canSend(lilac, { sealed: true })]).toEqual([
    true,
    false,
  ]);
});

test("a case that is sealed later is gone for the delegate", async () => {
  await desk.db.case.update({ where: { id: ofLilac }, data: { sealed: true } });
  expect(await seen(lilac)).toEqual([]);
  await desk.db.case.update({ where: { id: ofLilac }, data: { sealed: false } });
});

test("what could not be read and what mailboxes suffer from are not a delegate's", async () => {
  await desk.db.sighting.create({
    data: { via: "import", outcome: "quarantined", problem: "torn", seenAt: new Date(NOW) },
  });
  await desk.db.mailbox.updateMany({ data: { lastError: "no answer" } });
  expect(await listQuarantine(desk.db, lilac)).toEqual([]);
  expect(await countTabs(desk.db, lilac, NOW)).toMatchObject({ quarantine: { count: 0 } });
  expect((await readTrouble(desk.db, lilac)).mailboxes).toEqual([]);
  expect(await listQuarantine(desk.db, desk.people.operator)).toHaveLength(1);
  expect((await readTrouble(desk.db, desk.people.operator)).mailboxes).toHaveLength(1);
});
