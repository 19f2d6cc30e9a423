import { randomBytes } from "node:crypto";
import { seal } from "../config/secret.ts";
import type { Db } from "../db/client.ts";
import type { OutboxMailModel } from "../db/generated/models.ts";
import type { Settled } from "../outbox/store.ts";
import { scratchDb } from "./scratch-db.ts";

export const SECRET_KEY = new Uint8Array(32).fill(7);
let serial = 0;

/** A desk with one mailbox that sends through the server at `smtpPort` on loopback, and one case letters belong to. */
export async function aLetterQueue(smtpPort: number) {
  const { db, url, close } = await scratchDb();
  const mailbox = await db.mailbox.create({
    data: {
      name: "abuse",
      address: "abuse@operator.example",
      imapHost: "127.0.0.1",
      imapPort: 1,
      imapSecurity: "none",
      imapUser: "abuse",
      imapPassword: "",
      smtpHost: "127.0.0.1",
      smtpPort,
      smtpSecurity: "none",
      smtpUser: "abuse",
      smtpPassword: seal("test-abuse", "smtp-password", SECRET_KEY),
      createdAt: new Date(0),
    },
  });
  const { id: caseId } = await db.case.create({
    data: {
      ref: "TESTCASE",
      state: "waiting",
      decision: "ready",
      type: "bruteforce",
      confidence: 1,
      verdict: "port-allowed",
      route: "complainant",
      title: "test",
      line: {},
      sortAt: new Date(0),
      openedAt: new Date(0),
    },
  });
  const settled: Settled[] = [];
  return {
    db,
    url,
    close,
    mailbox,
    settled,
    settle: async (_: unknown, one: Settled) => void settled.push(one),
    queue: (change: Partial<OutboxMailModel> = {}) =>
      queueLetter(db, { mailboxId: mailbox.id, caseId, ...change }),
    letter: async (id: string) => await db.outboxMail.findUniqueOrThrow({ where: { id } }),
  };
}

async function queueLetter(
  db: Db,
  change: Partial<OutboxMailModel> & { mailboxId: string; caseId: string },
): Promise<string> {
  serial += 1;
  const key = `${serial}-${randomBytes(6).toString("hex")}`;
  const { references = [], to = ["abuse@isp.example"], fromJson, verdicts: _, ...rest } = change;
  const { id } = await db.outboxMail.create({
    data: {
      draftId: key,
      sendKey: key,
      messageId: `<${key}@operator.example>`,
      fromJson: fromJson ?? { name: "Relay operators", address: "abuse@operator.example" },
      to: to ?? [],
      references: references ?? [],
      subject: "Re: [AbuseID:1A2B] your report",
      text: "It was a Tor exit.\n",
      state: "queued",
      notBefore: new Date(0),
      approvedBy: "somebody",
      createdAt: new Date(),
      ...rest,
    },
  });
  return id;
}
