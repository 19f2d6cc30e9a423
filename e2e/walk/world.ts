import { randomUUID } from "node:crypto";
import { createOwner, createUser } from "../../lib/accounts/create-user.ts";
import { openHalf } from "../../lib/accounts/half-sign-in-store.ts";
import { openSession, readSession } from "../../lib/accounts/session-store.ts";
import { setDelegations } from "../../lib/accounts/user-store.ts";
import { DESK_VIEWER, type Role } from "../../lib/accounts/viewer.ts";
import { saveBlock } from "../../lib/blocks/save-block.ts";
import { attachFile } from "../../lib/cases/attach-file.ts";
import { listAttachments } from "../../lib/cases/attachment-store.ts";
import { keepBulk } from "../../lib/cases/bulk-store.ts";
import { learnNetwork } from "../../lib/cases/learn-network.ts";
import { proposeMitigation } from "../../lib/cases/propose-mitigation.ts";
import { keepRelayImport } from "../../lib/cases/relay-import-store.ts";
import { saveView } from "../../lib/cases/save-view.ts";
import type { Db } from "../../lib/db/client.ts";
import { saveNotice } from "../../lib/exit-notice/save-notice.ts";
import { aConsensus } from "../../lib/testing/a-consensus.ts";
import { aDraft, arrive, aTriage } from "../../lib/testing/a-desk.ts";
import { aQuarantined } from "./quarantined.ts";

/** Stand in one case each and nowhere else. */
export const SEALED_WORD = "marzipan-quadrant";
export const LILAC_WORD = "periwinkle-sextant";

/** Somebody, or nobody, who asks. `role` null: no request of theirs may open anything. */
export type Actor = {
  name: string;
  cookie: string;
  csrf: string;
  role: Role | null;
  mustEnrol: boolean;
  /** Words they must never see. */
  hidden: string[];
};
export type CaseIds = {
  caseId: string;
  ref: string;
  complaintId: string;
  draftId: string;
  attachmentId: string;
  mitigationId: string;
  blockId: string;
};
export type World = {
  actors: Actor[];
  owner: Actor;
  sealed: CaseIds;
  lilac: CaseIds;
  relayId: string;
  importId: string;
  /** Of the owner: what they did to both cases. A view of theirs, shared. */
  bulkId: string;
  viewId: string;
  quarantinedId: string;
  /** Of a person an owner can change. */
  login: string;
  /** Of a session an attacker may have: its token fits no other session. */
  otherCsrf: string;
};

const PASSWORD = "correct horse battery";

/** A desk with a sealed case, a case about one relay, and everybody who may and may not see them. */
export async function makeWorld(db: Db): Promise<World> {
  const now = Date.now();
  const at = new Date(now);
  const first = await createOwner(db, { login: "ada", password: PASSWORD, now });
  if (!first.ok) throw new Error(first.text);
  const ada = first.person.id;
  const named = await person(db, "named-counsel", "counsel");
  const [lilacRelay, poppyRelay] = [await relay(db, "lilac", "A"), await relay(db, "poppy", "B")];
  await db.mailbox.create({
    data: {
      name: "abuse",
      address: "abuse@operator.example",
      imapHost: "imap.example",
      imapPort: 993,
      imapSecurity: "tls",
      imapUser: "abuse",
      imapPassword: "sealed",
      smtpHost: "smtp.example",
      smtpPort: 587,
      smtpSecurity: "starttls",
      enabled: false,
      createdAt: at,
    },
  });
  const sealed = await aCase(db, SEALED_WORD, now, {
    type: "law_enforcement",
    route: "counsel",
    from: "police.example",
  });
  const lilac = await aCase(db, LILAC_WORD, now, {
    type: "bruteforce",
    route: "complainant",
    from: "reporter.example",
  });
  const people = {
    operator: await person(db, "oskar", "operator"),
    counsel: await person(db, "late-counsel", "counsel"),
    reader: await person(db, "rita", "read-only"),
    lilac: await person(db, "lilac-friend", "delegate"),
    poppy: await person(db, "poppy-friend", "delegate"),
    gone: await person(db, "gone", "owner"),
    new: await person(db, "new-owner", "owner"),
  };
  await db.$transaction(async (tx) => {
    await setDelegations(tx, people.lilac, [lilacRelay]);
    await setDelegations(tx, people.poppy, [poppyRelay]);
  });
  const sees = { both: [], open: [SEALED_WORD], none: [SEALED_WORD, LILAC_WORD] };
  const owner = await signedIn(db, "owner", ada, "owner", sees.both);
  const dead = async (name: string, userId: string) => ({
    ...(await signedIn(db, name, userId, "owner", sees.none)),
    role: null,
  });
  const actors: Actor[] = [
    { name: "nobody", cookie: "", csrf: "", role: null, mustEnrol: false, hidden: sees.none },
    owner,
    await signedIn(db, "operator", people.operator, "operator", sees.open),
    await signedIn(db, "counsel named on the sealed case", named, "counsel", sees.both),
    await signedIn(db, "counsel not named", people.counsel, "counsel", sees.open),
    await signedIn(db, "read-only", people.reader, "read-only", sees.open),
    await signedIn(db, "delegate of the relay", people.lilac, "delegate", sees.open),
    await signedIn(db, "delegate of another relay", people.poppy, "delegate", sees.none),
    await dead("owner signed out", ada),
    await dead("owner after twelve hours", ada),
    await dead("owner idle", ada),
    await dead("owner whose account is closed", people.gone),
    { ...(await dead("owner before their codes", people.new)), mustEnrol: true },
    await half(db, ada, sees.none),
  ];
  await kill(db, actors, people.gone);
  const text = aConsensus(new Date(now).toISOString().slice(0, 19).replace("T", " "), [
    { nickname: "seven", ip: "192.0.2.7", p: "accept 22" },
  ]);
  const network = [{ name: "consensus", bytes: Buffer.from(text), modifiedAt: null }];
  await learnNetwork(db, DESK_VIEWER, { files: network, now });
  const importId = await keepRelayImport(db, DESK_VIEWER, {
    relays: ["lilac"],
    files: [],
    at: now,
  });
  const bulkId = await aBulk(db, ada, [sealed, lilac]);
  const view = { name: LILAC_WORD, filter: { tab: "open" as const }, shared: true, now };
  const kept = await saveView(db, { userId: ada, login: "ada", role: "owner" }, view);
  const viewId = kept.ok ? kept.viewId : randomUUID();
  await publish(db, lilacRelay);
  const otherCsrf = actors.find(({ name }) => name === "operator")?.csrf ?? "";
  return {
    actors,
    owner,
    sealed,
    lilac,
    relayId: lilacRelay,
    importId,
    bulkId,
    viewId,
    quarantinedId: await aQuarantined(db, SEALED_WORD),
    login: "rita",
    otherCsrf,
  };
}

async function aBulk(db: Db, by: string, cases: CaseIds[]): Promise<string> {
  const items = cases.map(({ caseId, ref }) => {
    const left = { text: "It changed after you looked at it." };
    return { caseId, ref, outboxIds: [], before: "open", after: 1, left, undone: null };
  });
  return await keepBulk(db, { kind: "close", by, at: Date.now(), items });
}

/** The page for strangers about one relay; the other's stays off. */
async function publish(db: Db, relayId: string): Promise<void> {
  const shown = { name: "lilac", isOn: true, takesForm: true, isInList: true };
  await saveNotice(db, DESK_VIEWER, { relayId, ...shown, now: Date.now() });
}

/** The sessions that must open nothing any more; each is touched once, so that the walk finds them cleared away. */
async function kill(db: Db, actors: Actor[], gone: string): Promise<void> {
  const past = new Date(Date.now() - 24 * 3_600_000);
  const csrfOf = (name: string) => actors.find((actor) => actor.name === name)?.csrf ?? "";
  await db.session.deleteMany({ where: { csrf: csrfOf("owner signed out") } });
  const ofName = (name: string) => ({ where: { csrf: csrfOf(name) } });
  await db.session.updateMany({ ...ofName("owner after twelve hours"), data: { expiresAt: past } });
  await db.session.updateMany({ ...ofName("owner idle"), data: { seenAt: past } });
  await db.session.updateMany({
    ...ofName("owner before their codes"),
    data: { mustEnrol: true },
  });
  await db.user.update({ where: { id: gone }, data: { disabledAt: past } });
}

async function signedIn(
  db: Db,
  name: string,
  userId: string,
  role: Role,
  hidden: string[],
): Promise<Actor> {
  const now = Date.now();
  const token = await openSession(db, userId, { agent: "", now });
  const csrf = (await readSession(db, token, now))?.csrf ?? "";
  return { name, cookie: `exitdesk-session=${token}`, csrf, role, mustEnrol: false, hidden };
}

/** The password was right, the code is still to come. */
async function half(db: Db, userId: string, hidden: string[]): Promise<Actor> {
  const token = await openHalf(db, userId, Date.now());
  const cookie = `exitdesk-half=${token}; exitdesk-session=${token}`;
  return {
    name: "owner half signed in",
    cookie,
    csrf: token,
    role: null,
    mustEnrol: false,
    hidden,
  };
}

async function person(db: Db, login: string, role: Role): Promise<string> {
  const now = Date.now();
  const made = await createUser(db, DESK_VIEWER, { login, password: PASSWORD, role, now });
  if (!made.ok) throw new Error(made.text);
  return made.person.id;
}

async function relay(db: Db, nickname: string, letter: string): Promise<string> {
  const fingerprint = letter.repeat(40);
  return (await db.relay.create({ data: { nickname, fingerprint, createdAt: new Date() } })).id;
}

async function aCase(
  db: Db,
  word: string,
  now: number,
  {
    type,
    route,
    from,
  }: {
    type: "law_enforcement" | "bruteforce";
    route: "counsel" | "complainant";
    from: string;
  },
): Promise<CaseIds> {
  const triage = aTriage({
    message: {
      subject: word,
      body: word,
      messageId: `<${word}@${from}>`,
      from: { name: word, address: `a@${from}` },
    },
    classification: { type, reasons: [word] },
    evidence: {
      summary: word,
      relays: [{ nickname: "lilac", fingerprint: "A".repeat(40), ip: "192.0.2.7" }],
    },
    route,
    drafts: [aDraft({ text: word, subject: word })],
  });
  const raw = `Subject: ${word}\nContent-Type: text/html\n\n<p>${word}</p>\n`;
  const { caseId } = await arrive(db, triage, { raw, at: now });
  if (!caseId) throw new Error(`no case for ${word}`);
  const found = await db.case.findUniqueOrThrow({
    where: { id: caseId },
    include: { drafts: true, complaints: true },
  });
  const draftId = found.drafts[0]?.id ?? "";
  const file = {
    name: `${word}.txt`,
    mediaType: "text/plain",
    about: word,
    bytes: Buffer.from(word),
  };
  await attachFile(db, DESK_VIEWER, { caseId, draftId, now }, file);
  const [attached] = await listAttachments(db, DESK_VIEWER, caseId);
  const mitigation = await proposeMitigation(db, DESK_VIEWER, {
    caseId,
    lines: "reject 203.0.113.5:22",
    relays: ["lilac"],
    days: 3,
    reason: word,
    now,
  });
  const block = await saveBlock(db, DESK_VIEWER, {
    id: null,
    kind: "list",
    name: word,
    contact: word,
    status: "blocked",
    relays: [],
    since: null,
    followUpAt: null,
    caseId,
    now,
  });
  return {
    caseId,
    ref: found.ref,
    complaintId: found.complaints[0]?.id ?? "",
    draftId,
    attachmentId: attached?.id ?? "",
    mitigationId: mitigation.ok ? mitigation.id : randomUUID(),
    blockId: block.ok ? block.id : randomUUID(),
  };
}
