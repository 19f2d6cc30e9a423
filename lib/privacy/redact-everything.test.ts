import { afterAll, beforeAll, expect, test } from "vitest";
import { SEALED } from "../db/sealed-columns.ts";
import { aMessage } from "../testing/a-complaint.ts";
import { aDesk, arrive, aTriage, NOW } from "../testing/a-desk.ts";
import { redactPerson } from "./redact-person.ts";

const NORA = "nora@shop.example";
const IP = "198.51.100.77";
const SAID = `of ${NORA} at ${IP}`;
let desk: Awaited<ReturnType<typeof aDesk>>;
let caseId: string;

/** Tables that keep what names a person, and why. */
const KEPT: Record<string, string> = {
  Block: "the operator's own record of who blocks them",
  BlockStep: "the operator's own record of what they wrote to who blocks them",
  Mitigation: "the operator's own record of what their relays refuse",
  MitigationStep: "the operator's own record of what their relays refuse",
};

beforeAll(async () => {
  desk = await aDesk();
  const from = { name: "Nora", address: NORA };
  const triage = aTriage({
    message: aMessage({ from, subject: SAID, body: SAID, messageId: `<${NORA}>` }),
    complaint: { reporter: from },
  });
  const arrived = await arrive(desk.db, triage, { raw: "from nora" });
  caseId = arrived.caseId ?? "";
  await fill(arrived.rawSha256);
  await desk.db.case.updateMany({ data: { state: "done", closedAt: new Date(NOW) } });
});
afterAll(async () => await desk.close());

/** The person in every column that can hold words of a case. */
async function fill(rawSha256: string): Promise<void> {
  const { db, mailbox } = desk;
  const at = new Date(NOW);
  const mail = await db.complaint.findFirstOrThrow({ where: { caseId } });
  const complaintId = mail.id;
  await db.complaint.update({
    where: { id: complaintId },
    data: { sender: { facts: [SAID] }, senderDueAt: at, ticket: SAID, repeatKey: SAID },
  });
  await db.sighting.create({
    data: { via: "import", source: SAID, problem: SAID, outcome: "stored", rawSha256, seenAt: at },
  });
  const event = { complaintId, receivedAt: at, protocol: "tcp" };
  await db.claimedEvent.create({
    data: { ...event, position: 9, sourceIp: IP, destinationIp: IP },
  });
  await db.threadKey.create({ data: { complaintId, key: `ref:${NORA}` } });
  await db.correction.create({ data: { complaintId, change: { to: SAID }, at, by: "ida" } });
  const other = (await arrive(db, aTriage(), { raw: "another" })).caseId ?? "";
  for (const [one, two] of [
    [caseId, other],
    [other, caseId],
  ] as const)
    await db.lookalike.create({ data: { caseId: one, otherId: two, reason: SAID, at } });
  const letter = { to: [NORA], subject: SAID, text: SAID };
  const draft = await db.draft.findFirstOrThrow({ where: { caseId } });
  const file = { sha256: "f".repeat(64), mediaType: "text/plain", name: SAID };
  await db.attachedFile.create({
    data: { sha256: file.sha256, bytes: Buffer.from(SAID), size: 9 },
  });
  await db.draft.update({
    where: { id: draft.id },
    data: {
      ...letter,
      gaps: [SAID],
      proposed: { ...letter, template: "x", language: "en", gaps: [] },
      attachments: { create: { ...file, about: SAID, addedAt: at, addedBy: "ida" } },
    },
  });
  await db.outboxMail.create({
    data: {
      ...letter,
      caseId,
      draftId: draft.id,
      sendKey: "one",
      mailboxId: mailbox.id,
      messageId: "<ours@desk.example>",
      fromJson: {},
      inReplyTo: `<${NORA}>`,
      references: [`<${NORA}>`],
      state: "sent",
      notBefore: at,
      answer: SAID,
      verdicts: { refused: [SAID], [NORA]: "gone" },
      approvedBy: "ida",
      createdAt: at,
      attachments: { create: file },
      sentCopy: { create: { gzip: Buffer.from(SAID), problem: SAID } },
    },
  });
  const reason = { reason: SAID };
  await db.caseHold.create({ data: { caseId, ...reason, at, by: "ida", releasedAt: at } });
  await db.followUp.create({
    data: { caseId, ...reason, dueAt: at, before: "open", createdAt: at, createdBy: "ida" },
  });
  const rule = await db.rule.create({ data: { terms: {}, createdAt: at, changedBy: "ida" } });
  await db.ruleRun.create({
    data: { ruleId: rule.id, caseId, action: "send", to: [NORA], at },
  });
  await db.timelineEntry.create({
    data: { caseId, kind: "note", actor: "ida", at, data: { text: SAID } },
  });
}

/** Columns in which a row names them, over all tables. */
async function naming(needle: string): Promise<string[]> {
  const { db } = desk;
  const onServer = db.$dialect === "postgresql";
  const columns = await db.$queryRawUnsafe<{ table: string; column: string }[]>(
    onServer
      ? `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns WHERE table_schema = 'public'`
      : `SELECT m."name" AS "table", p."name" AS "column" FROM sqlite_master m JOIN pragma_table_info(m."name") p
         WHERE m."type" = 'table' AND m."name" NOT LIKE 'OpenSearch%'`,
  );
  const finds = onServer ? "strpos" : "instr";
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [row] = await db.$queryRawUnsafe<{ n: number | bigint }[]>(
      `SELECT count(*) AS n FROM "${table}" WHERE ${finds}(lower(CAST("${column}" AS TEXT)), '${needle}') > 0`,
    );
    if (Number(row?.n) > 0) found.push(`${table}.${column}`);
  }
  return found;
}

test("every table that holds words of a case had the person in it, or is kept for a reason", async () => {
  const tables = new Set((await naming(NORA)).map((place) => place.split(".")[0]));
  // Bytes are encrypted whatever the case, and the case itself has only a title.
  const packed = ["RawMail", "AttachedFile", "SentCopy", "Case"];
  for (const [table, { columns }] of Object.entries(SEALED))
    if (!(table in KEPT) && !packed.includes(table) && Object.keys(columns).length > 0)
      expect(tables, table).toContain(table);
});

test.each([[NORA], [IP]])("afterwards nothing in the database names %s", async (who) => {
  const { db, people } = desk;
  const done = await redactPerson(db, people.owner, { who, words: [], now: NOW });
  expect(done).toMatchObject({ ok: true, left: 0 });
  expect(await naming(who)).toEqual([]);
  const [last] = await db.auditEntry.findMany({ orderBy: { seq: "desc" }, take: 1 });
  expect(last).toMatchObject({ kind: "privacy", what: "a person redacted", caseId });
});
