import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Db } from "../db/client.ts";
import { scratchDb } from "../testing/scratch-db.ts";
import { acceptInvitation } from "./accept-invitation.ts";
import { browserName } from "./browser-name.ts";
import { createOwner, createUser } from "./create-user.ts";
import { findInvitation, listInvitations } from "./invitation-store.ts";
import { type Invited, invite, revokeInvitation } from "./invite.ts";
import { changeRole, disablePerson, signOutPerson } from "./manage-person.ts";
import { endOtherSessions, endSession, listSessions, readSession } from "./session-store.ts";
import { signIn } from "./sign-in.ts";
import { countOwners, listPeople } from "./user-store.ts";
import type { Role, Viewer } from "./viewer.ts";

const NOW = Date.parse("2026-03-01T12:00:00Z");
const DAY = 86_400_000;
const PASSWORD = "correct horse battery";
let db: Db;
let close: () => Promise<void>;
let ada: Viewer;
let relayId: string;

beforeAll(async () => {
  ({ db, close } = await scratchDb());
  const relay = { nickname: "lilac", fingerprint: "A".repeat(40), createdAt: new Date(NOW) };
  relayId = (await db.relay.create({ data: relay })).id;
});
afterAll(async () => await close());
beforeEach(async () => {
  await db.user.deleteMany();
  await db.invitation.deleteMany();
  await db.counter.deleteMany();
  const made = await createOwner(db, { login: "ada", password: PASSWORD, now: NOW });
  if (!made.ok) throw new Error(made.text);
  ada = { userId: made.person.id, login: "ada", role: "owner" };
});

const add = async (login: string, role: Role) =>
  await createUser(db, ada, { login, password: PASSWORD, role, now: NOW });
const enter = async (login: string, agent = "Firefox, Linux", now = NOW) => {
  const answer = await signIn(db, { login, password: PASSWORD, deviceToken: null, agent, now });
  if (!answer.ok) throw new Error(answer.text);
  return answer.token;
};
const asked = (given: Partial<Invited> = {}): Invited => ({
  role: "operator",
  relayIds: [],
  note: "for Nils",
  days: 3,
  now: NOW,
  ...given,
});
const invited = async (given: Partial<Invited> = {}) => {
  const answer = await invite(db, ada, asked(given));
  if (!answer.ok) throw new Error(answer.text);
  return answer.token;
};
const accept = (token: string, login = "nils", now = NOW) =>
  acceptInvitation(db, { token, login, password: PASSWORD, now });

test("an invitation makes one account with the role the owner chose, and only its hash is kept", async () => {
  const token = await invited({ role: "counsel" });
  expect(JSON.stringify(await db.invitation.findMany())).not.toContain(token);
  expect(await listInvitations(db, NOW)).toMatchObject([{ role: "counsel", note: "for Nils" }]);
  expect(await accept(token)).toEqual({ ok: true, login: "nils" });
  expect(await db.user.findUnique({ where: { login: "nils" } })).toMatchObject({ role: "counsel" });
  expect(await accept(token, "nora")).toMatchObject({ code: "no-invitation" });
  expect(await listInvitations(db, NOW)).toEqual([]);
});

test("two who use one link at the same moment: one account", async () => {
  const token = await invited();
  const answers = await Promise.allSettled([accept(token, "nils"), accept(token, "nora")]);
  const made = answers.filter((answer) => answer.status === "fulfilled" && answer.value.ok);
  expect(made).toHaveLength(1);
  expect(await db.user.count()).toBe(2);
});

test("a refused account leaves the invitation open; too old and taken back ones open nothing", async () => {
  const token = await invited();
  expect(await accept(token, "ada")).toMatchObject({ code: "login-taken" });
  expect(
    await acceptInvitation(db, { token, login: "nils", password: "short", now: NOW }),
  ).toMatchObject({ code: "bad-password" });
  expect(await accept(token, "nils", NOW + 4 * DAY)).toMatchObject({ code: "no-invitation" });
  const [open] = await listInvitations(db, NOW);
  const gone = { id: open?.id ?? "", now: NOW };
  const operator: Viewer = { ...ada, role: "operator" };
  expect(await revokeInvitation(db, operator, gone)).toMatchObject({ code: "forbidden" });
  expect(await revokeInvitation(db, ada, gone)).toEqual({ ok: true });
  expect(await revokeInvitation(db, ada, gone)).toMatchObject({ code: "not-found" });
  expect(await accept(token)).toMatchObject({ code: "no-invitation" });
  for (const made of ["", "x", "a".repeat(5000)])
    expect(await findInvitation(db, made, NOW)).toBeNull();
});

test("only owners invite, for 1 to 30 days, and a delegate for some relays", async () => {
  for (const role of ["operator", "counsel", "delegate", "read-only"] as const)
    expect(await invite(db, { ...ada, role }, asked())).toMatchObject({ code: "forbidden" });
  for (const days of [0, 31, 1.5, Number.NaN])
    expect(await invite(db, ada, asked({ days }))).toMatchObject({ code: "bad-days" });
  expect(await invite(db, ada, asked({ role: "delegate" }))).toMatchObject({ code: "no-relays" });
});

test("a delegate's session knows their relays, and what an owner changes holds at once", async () => {
  const token = await invited({ role: "delegate", relayIds: [relayId, "gone"] });
  await accept(token);
  const session = await enter("nils");
  expect((await readSession(db, session, NOW))?.viewer).toMatchObject({ relayIds: [relayId] });
  await changeRole(db, ada, { login: "nils", role: "delegate", relayIds: [] });
  expect((await readSession(db, session, NOW))?.viewer).toMatchObject({ relayIds: [] });
  await changeRole(db, ada, { login: "nils", role: "operator", relayIds: [relayId] });
  expect(await readSession(db, session, NOW)).toBeNull();
  expect((await listPeople(db, NOW)).find(({ login }) => login === "nils")).toMatchObject({
    role: "operator",
    relayIds: [],
  });
});

test("the last owner stays one, can sign in, and two cannot take each other away", async () => {
  const less = (login: string) => changeRole(db, ada, { login, role: "operator", relayIds: [] });
  expect(await less("ada")).toMatchObject({ code: "last-owner" });
  expect(await disablePerson(db, ada, { login: "ada", disabledAt: NOW })).toMatchObject({
    code: "last-owner",
  });
  await add("eve", "owner");
  await Promise.allSettled([
    less("ada"),
    disablePerson(db, { ...ada, login: "eve" }, { login: "eve", disabledAt: NOW }),
  ]);
  expect(await countOwners(db)).toBe(1);
});

test("a disabled owner does not count, and only owners manage people", async () => {
  await add("eve", "owner");
  expect(await disablePerson(db, ada, { login: "eve", disabledAt: NOW })).toMatchObject({
    ok: true,
  });
  expect(await disablePerson(db, ada, { login: "ada", disabledAt: NOW })).toMatchObject({
    code: "last-owner",
  });
  expect(await disablePerson(db, ada, { login: "eve", disabledAt: null })).toMatchObject({
    ok: true,
  });
  const operator: Viewer = { ...ada, role: "operator" };
  const role = { login: "eve", role: "read-only" as const, relayIds: [] };
  for (const answer of [
    await changeRole(db, operator, role),
    await disablePerson(db, operator, { login: "eve", disabledAt: NOW }),
    await signOutPerson(db, operator, "eve"),
  ])
    expect(answer).toMatchObject({ code: "forbidden" });
  expect(await signOutPerson(db, ada, "nobody")).toMatchObject({ code: "not-found" });
});

test("one's sessions: listed with this one marked, ended one by one or all others; never another person's", async () => {
  await add("eve", "operator");
  const [one, two, three] = [
    await enter("ada", "Firefox, Linux"),
    await enter("ada", "Safari, iOS", NOW + 1),
    await enter("ada", "", NOW + 2),
  ];
  const eves = await enter("eve");
  const list = async () => await listSessions(db, ada, { token: two, now: NOW + 3 });
  const lines = await list();
  expect(lines.map(({ agent, isThis }) => [agent, isThis])).toEqual([
    ["", false],
    ["Safari, iOS", true],
    ["Firefox, Linux", false],
  ]);
  expect(JSON.stringify(lines)).not.toContain(two);
  expect(await readSession(db, lines[0]?.handle ?? "", NOW)).toBeNull();
  const eve: Viewer = { userId: "eve", login: "eve", role: "operator" };
  expect(await endSession(db, eve, lines[0]?.handle ?? "")).toBe(0);
  for (const handle of ["", "%", "_".repeat(24), "0".repeat(24)])
    expect(await endSession(db, ada, handle)).toBe(0);
  expect(await endSession(db, ada, lines[0]?.handle ?? "")).toBe(1);
  expect(await readSession(db, three, NOW)).toBeNull();
  expect(await endOtherSessions(db, ada, two)).toBe(1);
  expect(await readSession(db, one, NOW)).toBeNull();
  expect(await readSession(db, two, NOW)).not.toBeNull();
  expect(await readSession(db, eves, NOW)).not.toBeNull();
  expect((await listSessions(db, ada, { token: two, now: NOW + 31 * 60_000 })).length).toBe(0);
});

test.each([
  ["Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"],
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36 Edg/150.0",
    "Edge, Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Version/19.0 Safari/604",
    "Safari, iOS",
  ],
  ["curl/8.0", "curl"],
  ["<script>alert(1)</script>", ""],
  ["", ""],
  [null, ""],
])("%s is %s", (header, name) => {
  expect(browserName(header)).toBe(name);
});
