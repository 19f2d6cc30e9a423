import { afterEach, beforeEach, expect, test } from "vitest";
import { watchStatements } from "../db/watch-statements.ts";
import { noteBeat } from "../db/worker-beat-store.ts";
import { recordFailure, recordLook } from "../intake/mailbox-store.ts";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { MONITORED_STATES } from "./metrics.ts";
import { readMetrics } from "./metrics-store.ts";
import { writeMetrics } from "./write-metrics.ts";

const LATER = NOW + 600_000;
let desk: Awaited<ReturnType<typeof aDesk>>;
let letters = 0;

beforeEach(async () => {
  desk = await aDesk();
});
afterEach(async () => await desk.close());

async function page(): Promise<string> {
  return writeMetrics(await readMetrics(desk.db), LATER);
}

async function lines(): Promise<string[]> {
  return (await page()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

async function putLetters(caseId: string | null): Promise<void> {
  if (caseId === null) throw new Error("no case");
  for (const state of [...MONITORED_STATES, "sent", "cancelled"]) {
    letters += 1;
    const data = {
      caseId,
      draftId: "none",
      sendKey: `key ${letters}`,
      mailboxId: desk.mailbox.id,
      messageId: `<letter${letters}@operator.example>`,
      fromJson: {},
      to: ["abuse@reporter.example"],
      subject: "a letter",
      text: "words",
      references: [],
      state,
      notBefore: new Date(NOW),
      approvedBy: "x",
      createdAt: new Date(NOW),
    };
    await desk.db.outboxMail.create({ data });
  }
}

async function sight(outcome: string, at: number): Promise<void> {
  await desk.db.sighting.create({ data: { via: "import", outcome, seenAt: new Date(at) } });
}

test("a new desk is told in the format of Prometheus, each name once with its help and type", async () => {
  const text = await page();
  expect(text.endsWith("\n")).toBe(true);
  const names = [...text.matchAll(/^# TYPE (\S+) gauge$/gm)].map(([, name]) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(text).toContain(`# HELP ${name} `);
  for (const line of await lines()) {
    expect(line).toMatch(/^[a-z_]+(\{[a-z_]+="[a-z0-9_]+"\})? \d+$/);
    expect(names).toContain(/^[a-z_]+/.exec(line)?.[0]);
  }
  // Nobody has looked at the mailbox since it was added, and no worker has ever run.
  expect(text).toContain('exitdesk_mailbox_lag_seconds{mailbox="1"} 600\n');
  expect(text).not.toMatch(/ledger_difference\{|beat_age/);
});

test("a mailbox that fails falls behind from its last good look, and is told by its number alone", async () => {
  const { db, mailbox } = desk;
  await recordLook(db, mailbox.id, 3, NOW + 60_000);
  await recordFailure(db, mailbox.id, "The server refused the password.");
  const told = await lines();
  expect(told).toContain('exitdesk_mailbox_lag_seconds{mailbox="1"} 540');
  expect(told).toContain('exitdesk_mailbox_failing{mailbox="1"} 1');
  expect(told).toContain('exitdesk_mailbox_ledger_difference{mailbox="1"} 3');
  expect(told).toContain('exitdesk_troubles{kind="mailbox"} 1');
  expect(told).toContain('exitdesk_troubles{kind="ledger"} 1');
  expect(await page()).not.toMatch(/operator\.example|abuse|password/);
  await db.mailbox.updateMany({ data: { enabled: false } });
  expect((await page()).includes("mailbox=")).toBe(false);
});

test("what waits, what is in quarantine, letters and the worker's beat", async () => {
  await putLetters((await arrive(desk.db, aTriage())).caseId);
  await sight("stored", NOW + 300_000);
  await sight("stored", NOW + 500_000);
  await sight("quarantined", NOW);
  await noteBeat(desk.db, LATER - 7_500);
  const told = await lines();
  for (const line of [
    "exitdesk_mails_waiting 2",
    "exitdesk_mails_waiting_seconds 300",
    "exitdesk_mails_quarantined 1",
    ...MONITORED_STATES.map((state) => `exitdesk_outbox_letters{state="${state}"} 1`),
    'exitdesk_troubles{kind="letter"} 2',
    "exitdesk_worker_beat_age_seconds 7",
  ])
    expect(told).toContain(line);
  await desk.db.case.updateMany({ data: { state: "done" } });
  expect(await lines()).toContain('exitdesk_outbox_letters{state="failed"} 0');
});

test("a sealed case with letters in every state moves no number", async () => {
  await putLetters((await arrive(desk.db, aTriage())).caseId);
  await recordLook(desk.db, desk.mailbox.id, 0, NOW);
  const before = await page();
  const police = aTriage({
    classification: { type: "law_enforcement" },
  });
  const { caseId } = await arrive(desk.db, police);
  expect(await desk.db.case.findUnique({ where: { id: caseId ?? "" } })).toMatchObject({
    sealed: true,
  });
  await putLetters(caseId);
  expect(await page()).toBe(before);
});

test("the whole page costs six statements, however many mailboxes there are", async () => {
  const { id: _, ...row } = desk.mailbox;
  for (let n = 0; n < 20; n += 1) await desk.db.mailbox.create({ data: { ...row, name: `m${n}` } });
  const seen: string[] = [];
  const stop = watchStatements(({ sql }) => seen.push(sql));
  await readMetrics(desk.db);
  stop();
  expect(seen.length).toBeLessThanOrEqual(6);
});
