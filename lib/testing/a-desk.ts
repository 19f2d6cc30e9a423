import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { Role, Viewer } from "../accounts/viewer.ts";
import { readCase } from "../cases/case-view-store.ts";
import { type Opened, placeMail } from "../cases/place-mail.ts";
import type { SendInput } from "../cases/send-reply.ts";
import type { Classification } from "../classify/classification.ts";
import type { Complaint } from "../complaints/complaint.ts";
import type { Db } from "../db/client.ts";
import type { Draft } from "../drafting/draft.ts";
import type { Evidence } from "../evidence/verdict.ts";
import type { Message } from "../mail/message.ts";
import { notChecked, type SenderCheck } from "../mail/sender-check.ts";
import type { Triage } from "../triage/triage.ts";
import { aComplaint, aMessage, anEvent } from "./a-complaint.ts";
import { scratchDb } from "./scratch-db.ts";

export const NOW = Date.parse("2026-03-01T12:00:00Z");
export const THREAD_KEY = "a key of the tests";

/** A triage of an SSH complaint about 192.0.2.7 with one letter ready for its sender. */
export function aTriage(
  given: {
    message?: Partial<Message>;
    complaint?: Partial<Complaint>;
    classification?: Partial<Classification>;
    evidence?: Partial<Evidence>;
    route?: Triage["route"];
    drafts?: Draft[];
  } = {},
): Triage {
  const message = aMessage(given.message);
  return {
    complaint: aComplaint({
      message,
      reporter: message.from,
      events: [anEvent()],
      ...given.complaint,
    }),
    classification: {
      type: "bruteforce",
      innerType: null,
      isComplaint: true,
      confidence: 0.95,
      reasons: ["It lists failed SSH logins."],
      ...given.classification,
    },
    evidence: {
      verdict: "port-allowed",
      summary: "relay-7 held 192.0.2.7 and allowed port 22.",
      events: [],
      relays: [{ nickname: "relay-7", fingerprint: "A".repeat(40), ip: "192.0.2.7" }],
      ...given.evidence,
    },
    route: given.route ?? "complainant",
    drafts: given.drafts ?? [aDraft()],
  };
}

export function aDraft(given: Partial<Draft> = {}): Draft {
  return {
    audience: "complainant",
    template: "bruteforce/direct",
    language: "en",
    to: ["abuse@reporter.example"],
    subject: "Re: Abuse from 192.0.2.7",
    text: "The address is a Tor exit.",
    gaps: [],
    ...given,
  };
}

/** A desk on a scratch database with one person of each role and one mailbox. */
export async function aDesk() {
  const { db, url, close } = await scratchDb();
  const people = {
    owner: await aPerson(db, "owner"),
    operator: await aPerson(db, "operator"),
    counsel: await aPerson(db, "counsel"),
    delegate: await aPerson(db, "delegate"),
    "read-only": await aPerson(db, "read-only"),
  } satisfies Record<Role, Viewer>;
  const mailbox = await db.mailbox.create({
    data: {
      name: "abuse",
      address: "abuse@operator.example",
      senderName: "Relay operators",
      imapHost: "imap.example",
      imapPort: 993,
      imapSecurity: "tls",
      imapUser: "abuse",
      imapPassword: "sealed",
      smtpHost: "smtp.example",
      smtpPort: 587,
      smtpSecurity: "starttls",
      createdAt: new Date(NOW),
    },
  });
  return { db, url, close, people, mailbox };
}

/** The form of the case's first letter, as its page would post it. */
export async function aForm(db: Db, viewer: Viewer, caseId: string): Promise<SendInput> {
  const view = await readCase(db, viewer, caseId);
  const draft = view?.drafts[0];
  if (!view || !draft) throw new Error("no case or no letter");
  return {
    caseId: view.id,
    draftId: draft.id,
    caseVersion: view.version,
    draftVersion: draft.version,
    to: draft.to,
    subject: draft.subject,
    text: draft.text,
    confirmed: [],
    now: NOW,
  };
}

let arrivals = 0;

/** A mail that arrived in the mailbox and was understood as `triage`. */
export async function arrive(
  db: Db,
  triage: Triage,
  given: { archive?: boolean; at?: number; raw?: string; sender?: SenderCheck } = {},
): Promise<Opened & { sightingId: string; rawSha256: string }> {
  arrivals += 1;
  const uid = arrivals;
  const raw = Buffer.from(given.raw ?? `mail ${uid}`);
  const rawSha256 = createHash("sha256").update(raw).digest("hex");
  const at = given.at ?? NOW;
  await db.rawMail.upsert({
    where: { sha256: rawSha256 },
    create: {
      sha256: rawSha256,
      gzip: gzipSync(raw),
      size: raw.length,
      storedAt: new Date(at),
    },
    update: {},
  });
  const mailbox = await db.mailbox.findFirst();
  const sighting = await db.sighting.create({
    data: {
      via: "imap",
      mailboxId: mailbox?.id ?? null,
      uidValidity: "1",
      uid,
      outcome: "stored",
      rawSha256,
      archive: given.archive ?? false,
      seenAt: new Date(at),
    },
  });
  const opened = await placeMail(
    db,
    {
      sightingId: sighting.id,
      rawSha256,
      archive: given.archive ?? false,
      receivedAt: at,
      triage,
      sender: given.sender ?? notChecked(author(triage), "off"),
    },
    { threadKey: THREAD_KEY, random, now: at },
  );
  return { ...opened, sightingId: sighting.id, rawSha256 };
}

/** As the desk keeps it of a mail whose sender it has found authentic. */
export function authenticSender(triage: Triage): SenderCheck {
  const checked = notChecked(author(triage), "off");
  return { ...checked, standing: "authenticated", because: null, by: "desk", at: NOW };
}

function author({ complaint }: Triage) {
  return { domain: complaint.message.from?.address.split("@")[1] ?? null, doubts: [] };
}

/** Unlike bytes each time, without chance. */
export function random(bytes: number): Uint8Array {
  arrivals += 1;
  return createHash("sha512").update(`random ${arrivals}`).digest().subarray(0, bytes);
}

async function aPerson(db: Db, role: Role): Promise<Viewer> {
  const { id, login } = await db.user.create({
    data: { login: role, passwordHash: "none", role, createdAt: new Date(NOW) },
  });
  return { userId: id, login, role };
}
