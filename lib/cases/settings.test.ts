import { afterAll, beforeAll, expect, test } from "vitest";
import type { TokenKind } from "../accounts/api-scope.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { signingSecretOf, unseal } from "../config/secret.ts";
import type { OperatorProfile } from "../drafting/draft.ts";
import type { FoundMail } from "../intake/files.ts";
import { loadHistory } from "../relays/store.ts";
import { aDesk, NOW } from "../testing/a-desk.ts";
import { addRelayFromText, type RelayInput } from "./add-relay.ts";
import { listApiTokens } from "./api-token-store.ts";
import { createApiToken, revokeApiToken } from "./create-api-token.ts";
import { firstRunState } from "./first-run-store.ts";
import { loadSampleMailbox } from "./load-sample-mailbox.ts";
import type { MailboxForm } from "./mailbox-form.ts";
import { findAccount, listMailboxes } from "./mailboxes-store.ts";
import { readOperatorProfile } from "./operator-profile-store.ts";
import { listQuarantine } from "./quarantine-store.ts";
import { addMailbox, changeMailbox, setMailboxEnabled } from "./save-mailbox.ts";
import { saveOperatorProfile } from "./save-operator-profile.ts";
import { testMailbox } from "./test-mailbox.ts";

const KEY = new Uint8Array(32).fill(7);
let desk: Awaited<ReturnType<typeof aDesk>>;
let owner: Viewer;
let others: Viewer[];

beforeAll(async () => {
  desk = await aDesk();
  owner = desk.people.owner;
  others = [desk.people.counsel, desk.people["read-only"]];
});
afterAll(async () => await desk.close());

const FORM: MailboxForm = {
  name: "second",
  address: "abuse@second.example",
  senderName: "Ada Example",
  imapHost: "imap.second.example",
  imapPort: 993,
  imapSecurity: "tls",
  imapUser: "ada",
  imapPassword: "imap secret",
  folder: "INBOX",
  sentFolder: "",
  smtpHost: "smtp.second.example",
  smtpPort: 587,
  smtpSecurity: "starttls",
  smtpUser: "ada",
  smtpPassword: "smtp secret",
  allowSelfSigned: false,
};

test("a mailbox is kept with sealed passwords and shown without them", async () => {
  const added = await addMailbox(desk.db, owner, { form: FORM, now: NOW }, KEY);
  if (!added.ok) throw new Error(added.text);
  expect(JSON.stringify(await desk.db.mailbox.findMany())).not.toMatch(/(imap|smtp) secret/);
  expect(JSON.stringify(await listMailboxes(desk.db, owner))).not.toMatch(/secret|v1\./);
  const account = await findAccount(desk.db, added.mailboxId, KEY);
  expect(account).toMatchObject({ imapPassword: "imap secret", smtpPassword: "smtp secret" });
  const change = {
    mailboxId: added.mailboxId,
    form: { ...FORM, imapPassword: "", smtpPassword: "new" },
  };
  expect((await changeMailbox(desk.db, owner, change, KEY)).ok).toBe(true);
  expect(await findAccount(desk.db, added.mailboxId, KEY)).toMatchObject({
    imapPassword: "imap secret",
    smtpPassword: "new",
  });
  const otherKey = new Uint8Array(32);
  expect(await findAccount(desk.db, added.mailboxId, otherKey)).toMatchObject({
    imapPassword: null,
  });
  expect(await addMailbox(desk.db, owner, { form: FORM, now: NOW }, KEY)).toMatchObject({
    code: "name-taken",
  });
  expect(
    (await setMailboxEnabled(desk.db, owner, { mailboxId: added.mailboxId, enabled: false })).ok,
  ).toBe(true);
});

test("only owners manage mailboxes; others do not see how to reach them", async () => {
  for (const viewer of [...others, desk.people.operator]) {
    expect(await addMailbox(desk.db, viewer, { form: FORM, now: NOW }, KEY)).toMatchObject({
      code: "forbidden",
    });
    const input = { mailboxId: desk.mailbox.id, form: FORM };
    expect(await changeMailbox(desk.db, viewer, input, KEY)).toMatchObject({ code: "forbidden" });
    expect(await setMailboxEnabled(desk.db, viewer, { ...input, enabled: false })).toMatchObject({
      code: "forbidden",
    });
    expect(await testMailbox(desk.db, viewer, input, KEY)).toMatchObject({ code: "forbidden" });
    const [seen] = await listMailboxes(desk.db, viewer);
    expect(seen).toMatchObject({ imapHost: "", imapUser: "", smtpHost: "" });
  }
});

const BAD: [Partial<MailboxForm>, RegExp][] = [
  [{ name: " " }, /name/],
  [{ address: "a@b.example, c@d.example" }, /address/],
  [{ senderName: "Ada\r\nBcc: x" }, /sender name/],
  [{ imapHost: "imap example" }, /IMAP host/],
  [{ imapPort: 0 }, /IMAP port/],
  [{ smtpPort: 70_000 }, /SMTP port/],
  [{ smtpHost: "http://x" }, /SMTP host/],
  [{ imapPassword: "" }, /password/],
  [{ imapSecurity: "none" }, /readable by anybody/],
  [{ smtpSecurity: "none" }, /readable by anybody/],
];
test.each(BAD)("a mailbox with %j is refused with the remedy", async (bad, words) => {
  const form = { ...FORM, name: "third", ...bad };
  const answer = await addMailbox(desk.db, owner, { form, now: NOW }, KEY);
  expect(answer).toMatchObject({ ok: false, text: expect.stringMatching(words) });
});

test("a server that does not answer is said in one line for each side", async () => {
  const form = {
    ...FORM,
    name: "local",
    imapHost: "127.0.0.1",
    imapPort: 1,
    imapSecurity: "none" as const,
    smtpHost: "127.0.0.1",
    smtpPort: 1,
    smtpSecurity: "none" as const,
  };
  const added = await addMailbox(desk.db, owner, { form, now: NOW }, KEY);
  if (!added.ok) throw new Error(added.text);
  const tested = await testMailbox(desk.db, owner, added, KEY);
  expect(tested).toMatchObject({ ok: true, imap: { works: false }, smtp: { works: false } });
  if (tested.ok) expect(tested.imap.text).toContain("127.0.0.1:1");
});

const TORRC =
  "Nickname marigold\nORPort 192.0.2.10:9001\nExitRelay 1\nExitPolicy accept *:443\nExitPolicy reject *:*\n";
const relay = (given: Partial<RelayInput> = {}): RelayInput => ({
  text: TORRC,
  addresses: ["192.0.2.10"],
  fingerprint: "",
  from: NOW - 1000,
  now: NOW,
  ...given,
});

test("a pasted torrc becomes a relay with its address and policy; pasted again it is the same relay", async () => {
  expect(await addRelayFromText(desk.db, owner, relay())).toMatchObject({
    ok: true,
    relays: ["marigold"],
  });
  await addRelayFromText(desk.db, owner, relay());
  const { relays } = await loadHistory(desk.db);
  expect(relays).toMatchObject([
    {
      nickname: "marigold",
      tenures: [{ ip: "192.0.2.10", from: NOW - 1000, to: null }],
      policies: [{ form: "torrc", to: null }],
    },
  ]);
});

const BAD_RELAYS: [string, Partial<RelayInput>, string][] = [
  ["nothing", { text: " \n" }, "empty"],
  ["no address", { text: "Nickname x\nORPort 9001\n", addresses: [] }, "no-address"],
  ["a wrong address", { addresses: ["192.0.2.300"] }, "bad-address"],
  ["a wrong fingerprint", { fingerprint: "ABC" }, "bad-fingerprint"],
  ["a date to come", { from: NOW + 1 }, "bad-date"],
  ["a policy tor refuses", { text: `${TORRC}ExitPolicy maybe *:80\n` }, "bad-policy"],
  ["a broken descriptor", { text: "router x 192.0.2.1 9001 0 0\n" }, "nothing-learnt"],
];
test.each(BAD_RELAYS)("%s teaches no relay and says why", async (_what, given, code) => {
  const before = JSON.stringify(await loadHistory(desk.db));
  const answer = await addRelayFromText(desk.db, owner, relay(given));
  expect(answer).toMatchObject({ ok: false, code });
  if (!answer.ok) expect(answer.text).not.toContain("\n");
  expect(JSON.stringify(await loadHistory(desk.db))).toBe(before);
});

test("readers and counsel add no relays", async () => {
  for (const viewer of others)
    expect(await addRelayFromText(desk.db, viewer, relay())).toMatchObject({ code: "forbidden" });
});

const makeToken = (viewer: Viewer, given: { name: string; kind?: TokenKind }) =>
  createApiToken(desk.db, viewer, { kind: "intake", now: NOW, ...given }, KEY);

test("a token is shown once, kept as a hash, listed to owners, and revoked", async () => {
  const made = await makeToken(owner, { name: "mail server" });
  if (!made.ok) throw new Error(made.text);
  expect(JSON.stringify(await desk.db.apiToken.findMany())).not.toContain(made.token);
  const [listed] = await listApiTokens(desk.db, owner);
  expect(listed).toMatchObject({ scope: "intake", signs: false, lastUsedAt: null });
  expect(JSON.stringify(listed)).not.toContain(made.token);
  expect(await listApiTokens(desk.db, desk.people.operator)).toEqual([]);
  expect(await makeToken(owner, { name: "mail server" })).toMatchObject({ code: "name-taken" });
  expect(await makeToken(owner, { name: "\n" })).toMatchObject({ code: "bad-name" });
  expect(await makeToken(desk.people.operator, { name: "b" })).toMatchObject({ code: "forbidden" });
  const revoke = { tokenId: listed?.id ?? "", now: NOW };
  expect(await revokeApiToken(desk.db, desk.people.operator, revoke)).toMatchObject({
    code: "forbidden",
  });
  expect(await revokeApiToken(desk.db, owner, revoke)).toEqual({ ok: true });
  expect(await revokeApiToken(desk.db, owner, revoke)).toMatchObject({ code: "not-found" });
});

test("the secret of a signing token is sealed for its row; who made and revoked which is written down", async () => {
  const made = await makeToken(owner, { name: "signing gateway", kind: "intake-signed" });
  if (!made.ok || made.keyId === null) throw new Error("no signing token");
  const row = await desk.db.apiToken.findUniqueOrThrow({ where: { id: made.keyId } });
  expect(row).toMatchObject({ scope: "intake", tokenHash: null });
  expect(JSON.stringify(row)).not.toContain(made.token);
  expect(unseal(row.signingSecret ?? "", signingSecretOf(made.keyId), KEY)).toBe(made.token);
  expect(unseal(row.signingSecret ?? "", signingSecretOf("another"), KEY)).toBeNull();
  await revokeApiToken(desk.db, owner, { tokenId: made.keyId, now: NOW });
  const after = await desk.db.apiToken.findUniqueOrThrow({ where: { id: made.keyId } });
  expect(after.signingSecret).toBeNull();
  const said = await desk.db.auditEntry.findMany({ orderBy: { seq: "desc" }, take: 2 });
  expect(said.map(({ by, kind, what }) => [by, kind, what])).toEqual([
    [owner.userId, "settings", `token revoked: ${made.keyId}`],
    [owner.userId, "settings", "token made: signing gateway (intake-signed)"],
  ]);
});

const PROFILE: OperatorProfile = {
  name: "Relays of the North",
  signature: "Ida Example",
  jurisdiction: "de",
  noticeUrl: "https://relays.example/notice",
  logStatement: null,
  counsel: "counsel@lawyer.example",
};
test("the operator's name is kept; what would spoil letters is refused", async () => {
  expect(await saveOperatorProfile(desk.db, owner, PROFILE)).toEqual({ ok: true });
  expect(await readOperatorProfile(desk.db)).toEqual(PROFILE);
  for (const bad of [
    { noticeUrl: "javascript:alert(1)" },
    { counsel: "a@b.example, c@d.example" },
    { jurisdiction: "germany" },
    { signature: "[[name]]" },
    { name: "x".repeat(201) },
  ])
    expect(await saveOperatorProfile(desk.db, owner, { ...PROFILE, ...bad })).toMatchObject({
      code: "bad-profile",
    });
  expect(await saveOperatorProfile(desk.db, desk.people.operator, PROFILE)).toMatchObject({
    code: "forbidden",
  });
  expect(await readOperatorProfile(desk.db)).toEqual(PROFILE);
});

async function* mails(...texts: string[]): AsyncGenerator<FoundMail> {
  for (const text of texts) yield { name: `${text}.eml`, raw: Buffer.from(text), receivedAt: null };
}

test("the sample mailbox goes through the intake once, whoever presses twice", async () => {
  const relays = JSON.stringify({ relays: [] });
  const load = () =>
    loadSampleMailbox(desk.db, owner, { mails: mails("one", "two"), relays, now: NOW });
  expect(await load()).toEqual({ ok: true, mails: 2 });
  expect(await load()).toEqual({ ok: true, mails: 0 });
  expect(await desk.db.sighting.count({ where: { via: "sample" } })).toBe(2);
  const [reader] = others;
  if (reader)
    expect(
      await loadSampleMailbox(desk.db, reader, { mails: mails("x"), relays, now: NOW }),
    ).toMatchObject({ code: "forbidden" });
  expect(await firstRunState(desk.db)).toEqual({
    hasOwner: true,
    hasRelay: true,
    hasMailbox: true,
    hasMail: true,
    hasName: true,
  });
});

test("quarantined mail is listed with its remedy; file names for owners only", async () => {
  await desk.db.sighting.create({
    data: {
      via: "import",
      outcome: "quarantined",
      problem: "Larger than 50 MB.",
      source: "police/letter.eml",
      seenAt: new Date(NOW),
    },
  });
  expect(await listQuarantine(desk.db, owner)).toMatchObject([
    { problem: "Larger than 50 MB.", source: "police/letter.eml" },
  ]);
  expect(await listQuarantine(desk.db, desk.people.operator)).toMatchObject([{ source: null }]);
});
