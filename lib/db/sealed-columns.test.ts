import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { SEALED } from "./sealed-columns.ts";

/** Of tables that hold words of a case: the columns that do not, and are plain for lists, counts and permissions. */
const PLAIN: Record<string, string> = {
  RawMail: "sha256 size storedAt goneAt copySha256",
  AttachedFile: "sha256 size",
  SentCopy: "outboxId folder attempts notBefore",
  Case: "id ref state decision type confidence verdict route sealed gagged complaintCount deadlineAt sortAt version openedAt closedAt mergedIntoId relay language lastMailAt letterState answeredAt mailPurgedAt recordPurgedAt",
  Complaint: "id rawSha256 caseId receivedAt language deadlineAt senderDueAt senderTries",
  ThreadKey: "complaintId",
  // Their rows are not kept at all.
  ClaimedEvent: "complaintId position receivedAt sourceIp destinationIp destinationPort protocol",
  Correction: "id complaintId at by undoneAt undoneBy",
  Lookalike: "id caseId otherId at answer settledAt settledBy",
  Draft: "id caseId audience template language edited newer version updatedAt sentAt",
  DraftAttachment: "id draftId sha256 addedAt addedBy",
  // Our own mailbox and our own Message-ID, which names the case and a keyed hash.
  OutboxMail:
    "id caseId draftId sendKey mailboxId messageId fromJson autoSubmitted state attempts notBefore dataBegunAt approvedBy createdAt claimedAt settledAt",
  LetterAttachment: "id letterId sha256",
  TimelineEntry: "id caseId at kind actor",
  SearchText: "id complaintId outboxId noteId caseId caseMarks",
  Mitigation:
    "id caseId relays state how sourceId from expiresAt endedAt outAt lookAt attempts createdAt createdBy",
  MitigationStep: "id mitigationId at by kind",
  Block: "id kind status relays since followUpAt caseId createdAt createdBy",
  BlockStep: "id blockId at by kind",
  CaseHold: "id caseId at by releasedAt releasedBy",
  RuleRun: "id ruleId caseId action at",
  FollowUp: "id caseId dueAt before createdAt createdBy cameAt undoneAt undoneBy",
};

/** Tables without a word of a case, and why. */
const OTHERS: Record<string, string> = {
  Mailbox: "our own account",
  Sighting: "where a mail came from, before anybody reads it",
  CaseFact: "a sealed case has none",
  CaseFactRelay: "a sealed case has none",
  SavedView: "a person's own filter",
  DefaultView: "a person's own choice",
  Bulk: "references and what became of them",
  CaseReader: "who may read: permissions stand on it",
  Lesson: "a sealed case teaches nothing",
  LessonCount: "a sealed case teaches nothing",
  CaseMove: "which mails went from where to where, and the states of the cases",
  ComplaintRelay: "which relay of ours: permissions stand on it",
  AuditEntry: "who did what, never a word of a case",
  PrivacyAct: "how much, never what",
  Relay: "our relays",
  Tenure: "our relays",
  PolicyVersion: "our relays",
  Uptime: "our relays",
  RelayImport: "our relays",
  Strike: "our relays",
  RelaySource: "our relays",
  FamilyOffer: "our relays",
  AlertChannel: "the operator's choices; the address is sealed with the other key",
  AlertTold: "ids of rows and what kind of cause they are",
  SignedDocument: "public documents of the network",
  NetworkSnapshot: "public documents of the network",
  User: "our people",
  Delegation: "our people",
  Totp: "our people; the seed is sealed with the other key",
  RecoveryCode: "our people; hashes",
  Passkey: "our people",
  PasskeyChallenge: "our people; hashes",
  HalfSignIn: "our people; hashes",
  Invitation: "our people",
  KnownDevice: "our people; hashes",
  Session: "our people; hashes",
  Counter: "counts of tries",
  ApiToken: "hashes, and secrets sealed with the other key",
  SeenSignature: "hashes",
  Setting: "the operator's choices",
  Rule: "the operator's orders",
  OwnTemplate: "the operator's wording",
  DnsblLook: "blocklists about our addresses",
  Listing: "blocklists about our addresses",
  ExitNotice: "a public page",
};

const schema = readFileSync("prisma/schema.prisma", "utf8");
const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(
  ([, name = "", body = ""]) => ({ name, columns: columnsOf(body) }),
);
const names = new Set(models.map(({ name }) => name));

function columnsOf(body: string): string[] {
  return [...body.matchAll(/^ {2}(\w+)\s+(\w+)/gm)].flatMap(([, column = "", type = ""]) =>
    new RegExp(`^model ${type} \\{`, "m").test(schema) ? [] : [column],
  );
}

test("of every column of the schema it is said whether it holds words of a case", () => {
  expect(models.length).toBeGreaterThan(50);
  for (const { name, columns } of models) {
    const sealed = Object.keys(SEALED[name]?.columns ?? {});
    if (SEALED[name])
      expect([...sealed, ...(PLAIN[name] ?? "").split(" ")].sort(), name).toEqual(
        expect.arrayContaining(columns.sort()),
      );
    else expect(Object.keys(OTHERS), name).toContain(name);
  }
});

test("what the table names is there, and nothing is said twice", () => {
  for (const [name, { id, columns }] of Object.entries(SEALED)) {
    const all = models.find((model) => model.name === name)?.columns;
    expect(all, name).toEqual(expect.arrayContaining([id, ...Object.keys(columns)]));
    const plain = (PLAIN[name] ?? "").split(" ");
    for (const column of Object.keys(columns)) expect(plain, name).not.toContain(column);
  }
  for (const name of Object.keys(OTHERS)) expect(SEALED[name]).toBeUndefined();
  expect(names.has("Case")).toBe(true);
});
