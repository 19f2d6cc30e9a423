import { afterAll, beforeAll, expect, test } from "vitest";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { readTrouble } from "./trouble-store.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

test("a mailbox is named with its fault while it is read, and not when it is switched off or well again", async () => {
  const owner = desk.people.owner;
  await desk.db.mailbox.updateMany({ data: { lastError: "The server refused the password." } });
  const faulty = await readTrouble(desk.db, owner);
  expect(faulty.mailboxes.length).toBeGreaterThan(0);
  expect(faulty.mailboxes[0]?.text).toBe("The server refused the password.");
  await desk.db.mailbox.updateMany({ data: { enabled: false } });
  expect((await readTrouble(desk.db, owner)).mailboxes).toEqual([]);
  await desk.db.mailbox.updateMany({ data: { enabled: true, lastError: null } });
  expect(await readTrouble(desk.db, owner)).toEqual({ mailboxes: [], letters: [] });
});

test("a letter that did not arrive is named with its subject, the newest first and at most five of them", async () => {
  const { db, people, mailbox } = desk;
  const { caseId } = await arrive(db, aTriage());
  if (!caseId) throw new Error("no case");
  const { id: draftId } = await db.draft.findFirstOrThrow({ where: { caseId } });
  for (const [n, state] of [
    "failed",
    "sent",
    "unknown",
    "failed",
    "failed",
    "failed",
    "failed",
  ].entries())
    await db.outboxMail.create({
      data: {
        caseId,
        draftId,
        sendKey: `letter ${n}`,
        mailboxId: mailbox.id,
        messageId: `<letter${n}@operator.example>`,
        fromJson: {},
        to: ["abuse@reporter.example"],
        subject: `letter ${n}`,
        text: "",
        references: [],
        state,
        notBefore: new Date(NOW),
        approvedBy: "x",
        createdAt: new Date(NOW),
      },
    });
  const { letters } = await readTrouble(db, people.operator);
  expect(letters.map(({ subject, state }) => `${subject} ${state}`)).toEqual([
    "letter 6 failed",
    "letter 5 failed",
    "letter 4 failed",
    "letter 3 failed",
    "letter 2 unknown",
  ]);
  expect((await readTrouble(db, people.delegate)).letters).toEqual([]);
  await db.case.update({ where: { id: caseId }, data: { state: "done" } });
  expect((await readTrouble(db, people.operator)).letters).toEqual([]);
});
