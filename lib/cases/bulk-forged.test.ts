import { afterAll, beforeAll, expect, test } from "vitest";
import { anEvent } from "../testing/a-complaint.ts";
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
import { answerAlike } from "./answer-alike.ts";
import { readBulk, readBulkCases } from "./bulk-store.ts";
import { listAlike } from "./list-alike.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

async function aCase(n: number, standing: "authenticated" | "forged"): Promise<string> {
  const text = `Your report ${n} is about 203.0.113.${n}.\n\nIt is a Tor exit.`;
  const triage = aTriage({
    message: { messageId: `<${n}@reporter.example>`, subject: `[T${n}]` },
    complaint: { events: [anEvent({ destinationIp: `203.0.113.${n}` })] },
    classification: { confidence: 0.99 },
    drafts: [aDraft({ text, subject: `Re: [T${n}]` })],
  });
  const sender = { ...authenticSender(triage), standing };
  return (await arrive(desk.db, triage, { sender })).caseId ?? "";
}

test("a mail whose sender is forged is answered with no other", async () => {
  const { operator } = desk.people;
  const first = await aCase(1, "authenticated");
  const forged = await aCase(2, "forged");
  const other = await aCase(3, "authenticated");
  const { rows } = await listAlike(desk.db, operator, first);
  expect(rows.map(({ id }) => id).toSorted()).toEqual([first, other].toSorted());
  const read = await readBulkCases(desk.db, operator, [first, forged, other]);
  const items = read.map(({ row, letters }) => ({
    caseId: row.id,
    caseVersion: row.version,
    letters: letters.map(({ id, version }) => ({ draftId: id, draftVersion: version })),
  }));
  const deps = { threadKey: THREAD_KEY, random };
  const answer = await answerAlike(desk.db, operator, { items, number: 3, now: NOW }, deps);
  if (!answer.ok) throw new Error(answer.text);
  const bulk = await readBulk(desk.db, operator, answer.bulkId);
  expect(bulk?.items.filter((item) => item.left !== null)).toMatchObject([
    { caseId: forged, left: { text: "Its sender is forged." } },
  ]);
  expect(await desk.db.outboxMail.count({ where: { caseId: forged } })).toBe(0);
});
