import { afterAll, beforeAll, expect, test } from "vitest";
import type { Role, Viewer } from "../accounts/viewer.ts";
import { aDesk, aForm, arrive, aTriage, NOW, random, THREAD_KEY } from "../testing/a-desk.ts";
import { addNote } from "./add-note.ts";
import { answerElsewhere } from "./answer-elsewhere.ts";
import type { CaseDeps } from "./case-deps.ts";
import { readCase, readRaw } from "./case-view-store.ts";
import { checkAgain } from "./check-again.ts";
import { closeCase } from "./close-case.ts";
import { editDraft } from "./edit-draft.ts";
import { fillGap } from "./fill-gap.ts";
import { nameReader } from "./name-reader.ts";
import { TABS } from "./queue.ts";
import { listQueue } from "./queue-store.ts";
import { countTabs } from "./queue-window-store.ts";
import { reopenCase } from "./reopen-case.ts";
import { sendReply } from "./send-reply.ts";
import { setType } from "./set-type.ts";
import { undoSend } from "./undo-send.ts";

/** A word that stands in the sealed case and nowhere else. */
const CANARY = "marzipan-quadrant";
const deps: CaseDeps = { templates: [], threadKey: THREAD_KEY, random, now: NOW };
let desk: Awaited<ReturnType<typeof aDesk>>;
let sealedId: string;
let openId: string;

beforeAll(async () => {
  desk = await aDesk();
  openId = (await arrive(desk.db, aTriage())).caseId ?? "";
  const sealed = aTriage({
    message: { subject: CANARY, body: CANARY, from: { name: CANARY, address: "p@police.example" } },
    classification: { type: "law_enforcement", reasons: [CANARY] },
    evidence: { summary: CANARY },
    route: "counsel",
  });
  sealedId = (await arrive(desk.db, sealed, { raw: CANARY })).caseId ?? "";
});
afterAll(async () => await desk.close());

const seen = async (viewer: Viewer) => {
  const lists = await Promise.all(
    TABS.map((tab) => listQueue(desk.db, viewer, { tab, size: 50, after: null, now: NOW })),
  );
  return {
    rows: lists.flatMap((list) => list.rows.map((row) => row.id)),
    counts: await countTabs(desk.db, viewer, NOW),
    text: JSON.stringify([lists, await countTabs(desk.db, viewer, NOW)]),
  };
};

test.each([
  ["owner", true],
  ["operator", false],
  ["counsel", true],
  ["read-only", false],
] as [Role, boolean][])("to %s the sealed case exists: %s", async (role, exists) => {
  const viewer = desk.people[role];
  const { rows, counts, text } = await seen(viewer);
  expect(rows.includes(sealedId)).toBe(exists);
  expect(rows).toContain(openId);
  expect(text.includes(CANARY)).toBe(exists);
  expect(counts).toMatchObject({
    open: { count: exists ? 2 : 1 },
    counsel: { count: exists ? 1 : 0 },
  });
  const sealed = await readCase(desk.db, viewer, sealedId);
  expect(sealed !== null).toBe(exists);
  const { ref, complaints } = await desk.db.case.findUniqueOrThrow({
    where: { id: sealedId },
    include: { complaints: true },
  });
  expect((await readCase(desk.db, viewer, ref)) !== null).toBe(exists);
  const raw = await readRaw(desk.db, viewer, complaints[0]?.id ?? "");
  expect(raw !== null).toBe(exists);
});

test("no use case tells the unnamed that the sealed case exists, and none changes it", async () => {
  const form = await aForm(desk.db, desk.people.owner, sealedId);
  const missing = { ...form, caseId: "0193b5b0-0000-7000-8000-000000000000" };
  const operator = desk.people.operator;
  const close = { reason: "junk" as const, text: "", now: NOW };
  const attempts = (input: typeof form) => [
    sendReply(desk.db, operator, input, { threadKey: THREAD_KEY, random }),
    answerElsewhere(desk.db, operator, input),
    editDraft(desk.db, operator, input),
    fillGap(desk.db, operator, { ...input, gap: "ticket", value: "1" }),
    addNote(desk.db, operator, { ...input, text: "?" }),
    closeCase(desk.db, operator, { ...input, ...close }),
    reopenCase(desk.db, operator, input),
    undoSend(desk.db, operator, { ...input, outboxId: form.draftId }),
    checkAgain(desk.db, operator, input, deps),
    setType(desk.db, operator, { ...input, type: "portscan" }, deps),
  ];
  const before = JSON.stringify(await readCase(desk.db, desk.people.owner, sealedId));
  const onSealed = await Promise.all(attempts(form));
  const onMissing = await Promise.all(attempts(missing));
  expect(onSealed).toEqual(onMissing);
  for (const answer of onSealed) expect(answer).toMatchObject({ ok: false, code: "not-found" });
  expect(JSON.stringify(await readCase(desk.db, desk.people.owner, sealedId))).toBe(before);
});

test("only owners name readers; who is named then sees the case, and the timeline says so", async () => {
  const input = { caseId: sealedId, login: "Read-Only", now: NOW };
  expect(await nameReader(desk.db, desk.people.counsel, input)).toMatchObject({
    code: "forbidden",
  });
  const owner = desk.people.owner;
  expect(await nameReader(desk.db, owner, { ...input, login: "nobody" })).toMatchObject({
    code: "not-found",
  });
  expect(await nameReader(desk.db, owner, { ...input, caseId: openId })).toMatchObject({
    code: "not-sealed",
  });
  expect(await nameReader(desk.db, owner, input)).toEqual({ ok: true });
  expect(await nameReader(desk.db, owner, input)).toEqual({ ok: true });
  const view = await readCase(desk.db, desk.people["read-only"], sealedId);
  expect(view?.readers.toSorted()).toEqual(["counsel", "read-only"]);
  expect(view?.timeline.filter((entry) => entry.kind === "reader_added")).toHaveLength(1);
});
