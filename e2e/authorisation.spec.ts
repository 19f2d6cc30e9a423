import { createHash } from "node:crypto";
import { expect, test } from "@playwright/test";
import { DESK_VIEWER } from "../lib/accounts/viewer.ts";
import { createApiToken } from "../lib/cases/create-api-token.ts";
import { readSecretKey } from "../lib/config/secret.ts";
import { type Answer, actionBody, ask } from "./walk/ask.ts";
import { changedTables, databaseState } from "./walk/database-state.ts";
import { ACTIONS, BEFORE_CODES, ROUTES } from "./walk/doors.ts";
import { formAbout } from "./walk/form.ts";
import { type BuiltAction, builtActions, builtRoutes } from "./walk/manifest.ts";
import { pathsOf } from "./walk/paths.ts";
import { WebAlone } from "./walk/web.ts";
import { type Actor, LILAC_WORD, makeWorld, SEALED_WORD, type World } from "./walk/world.ts";

/**
 * Walks every page, route and action of the build as everybody who might ask, the wrong way and from the wrong place, and
 * looks for what they must not see and for what must not have changed. Needs no browser; `@scripts` makes it run once.
 */
let web: WebAlone;
let world: World;
let requests = 0;
const leaks: string[] = [];
const routes = builtRoutes();
const actions = builtActions();

test.beforeAll(async () => {
  test.setTimeout(300_000);
  web = await WebAlone.start();
  world = await makeWorld(web.db);
  // The first request of a dead session clears it away; what is walked afterwards must change nothing.
  for (const { cookie } of world.actors) await ask(web.url, "/queue", { cookie });
});
test.afterAll(async () => {
  const roles = world.actors.length;
  console.log(
    `authorisation walk: routes=${routes.length} actions=${actions.length} roles=${roles} requests=${requests} leaks=${leaks.length}`,
  );
  await web.stop();
});

const asked = async (...given: Parameters<typeof ask>): Promise<Answer> => {
  requests += 1;
  return await ask(...given);
};

test("every route and every action of the build has a permission written down @scripts", () => {
  expect(routes.filter((route) => !(route in ROUTES))).toEqual([]);
  expect(Object.keys(ROUTES).filter((route) => !routes.includes(route))).toEqual([]);
  const names = actions.map(({ name }) => name);
  expect(names.filter((name) => !(name in ACTIONS))).toEqual([]);
  expect(Object.keys(ACTIONS).filter((name) => !names.includes(name))).toEqual([]);
});

/** Ways to ask for an address. Only the first is what a page's link does. */
const WAYS: Record<string, Parameters<typeof ask>[2]> = {
  GET: {},
  HEAD: { method: "HEAD" },
  POST: { method: "POST", body: { type: "application/x-www-form-urlencoded", text: "a=b" } },
  RSC: { headers: { rsc: "1" } },
  prefetch: { headers: { rsc: "1", "next-router-prefetch": "1" } },
  "segment prefetch": {
    headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
  },
  "middleware skipped": { headers: { "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" } },
  "evil host": { headers: { host: "evil.example" } },
  "evil forwarded host": { headers: { "x-forwarded-host": "evil.example" } },
};

function mayEnter(route: string, actor: Actor): boolean {
  const who = ROUTES[route] ?? [];
  if (who === "anybody") return true;
  if (actor.mustEnrol) return BEFORE_CODES.routes.includes(route);
  return actor.role !== null && who.includes(actor.role);
}

function look(what: string, actor: Actor, { text, location }: Answer): void {
  for (const word of actor.hidden)
    if (`${text}${location}`.includes(word)) leaks.push(`${what} shows ${word} to ${actor.name}`);
}

type Visit = { route: string; path: string; actor: Actor; way: string };

/** Everybody but the owner, everywhere, in every way. */
function visits(): Visit[] {
  const walkers = world.actors.filter(({ name }) => name !== "owner");
  return routes
    .flatMap((route) => pathsOf(route, world).map((path) => ({ route, path })))
    .flatMap((visit) => walkers.map((actor) => ({ ...visit, actor })))
    .flatMap((visit) => Object.keys(WAYS).map((way) => ({ ...visit, way })));
}

test("no page and no route shows anybody what is not theirs, and asking changes nothing @scripts", async () => {
  test.setTimeout(900_000);
  const before = databaseState(web.dataDir);
  for (const { route, path, actor, way } of visits()) {
    const answer = await asked(web.url, path, { ...WAYS[way], cookie: actor.cookie });
    look(`${way} ${path}`, actor, answer);
    if (!mayEnter(route, actor) && isOpen(answer, actor, way))
      leaks.push(`${way} ${path} opens to ${actor.name}: ${answer.status}`);
  }
  expect(leaks).toEqual([]);
  expect(changedTables(before, databaseState(web.dataDir))).toEqual([]);
});

/** A page of a signed-in person carries their session's token, in its way out; a script's request is always answered. */
function isOpen({ status, text }: Answer, actor: Actor, way: string): boolean {
  const isShown = status < 300 && !("rsc" in (WAYS[way]?.headers ?? {}));
  return isShown || (actor.csrf !== "" && text.includes(actor.csrf));
}

test("paths that only look different open nothing more @scripts", async () => {
  const [nobody] = world.actors;
  if (!nobody) throw new Error("no actors");
  for (const path of ["//queue", "/queue/", "/%71ueue", "/queue%2f", "/./queue", "/queue;x=1"])
    for (const suffix of ["", ".rsc", "?_rsc=1", "/../settings"]) {
      const answer = await asked(web.url, path + suffix);
      look(path + suffix, nobody, answer);
      if (answer.status < 300 && answer.text.includes("csrf")) leaks.push(`${path}${suffix} opens`);
    }
  expect(leaks).toEqual([]);
});

/** Needs a post, a document nobody stored, an invitation, a token, a worker or an address, leads a signed-in person away, or is for strangers. */
const NOT_FOR_THE_OWNER =
  /evidence|counsel|quarantine|api.audit|health.ready|intake|metrics|welcome|sign-in|sha256|exit-notice|^\/exit\//;

test("the owner gets what the walk asks for, so that it does not walk past closed doors @scripts", async () => {
  const { cookie, hidden } = world.owner;
  expect(hidden).toEqual([]);
  const walked = routes.filter((route) => !NOT_FOR_THE_OWNER.test(route));
  const paths = walked.flatMap((route) => pathsOf(route, world));
  const answers = [];
  for (const path of paths) answers.push({ path, ...(await asked(web.url, path, { cookie })) });
  const missed = answers.filter(({ path, status }) => status !== (path === "/" ? 307 : 200));
  expect(missed.map(({ path, status }) => `${path}: ${status}`)).toEqual([]);
  for (const word of [SEALED_WORD, LILAC_WORD])
    expect(answers.some(({ text }) => text.includes(word))).toBe(true);
});

test("evidence of a case is handed to nobody who may not see it, token or not @scripts", async () => {
  const before = databaseState(web.dataDir);
  const type = "application/x-www-form-urlencoded";
  for (const { actor, of } of casesHidden())
    for (const csrf of [actor.csrf, ""]) {
      const body = { type, text: new URLSearchParams({ csrf }).toString() };
      const { cookie } = actor;
      const path = `/api/cases/${of.caseId}/evidence`;
      const answer = await asked(web.url, path, { method: "POST", cookie, body });
      look(path, actor, answer);
      if (answer.status < 400) leaks.push(`${path} is handed to ${actor.name}`);
    }
  expect(leaks).toEqual([]);
  expect(changedTables(before, databaseState(web.dataDir))).toEqual([]);
});

test("a mail nobody has read is handed to owners only @scripts", async () => {
  const before = databaseState(web.dataDir);
  const path = `/api/quarantine/${world.quarantinedId}`;
  const type = "application/x-www-form-urlencoded";
  const take = async ({ cookie, csrf }: Actor) =>
    await asked(web.url, path, { method: "POST", cookie, body: { type, text: `csrf=${csrf}` } });
  for (const actor of world.actors.filter(({ name }) => name !== "owner")) {
    const { status, text } = await take(actor);
    if (status < 400 || text.includes(SEALED_WORD)) leaks.push(`${path} opens to ${actor.name}`);
  }
  expect((await take(world.owner)).text).toContain(SEALED_WORD);
  expect(leaks).toEqual([]);
  expect(changedTables(before, databaseState(web.dataDir))).toEqual([]);
});

/** Everybody, with the cases that do not exist for them. */
function casesHidden() {
  const cases = [
    { of: world.sealed, word: SEALED_WORD },
    { of: world.lilac, word: LILAC_WORD },
  ];
  return world.actors
    .flatMap((actor) => cases.map((one) => ({ actor, ...one })))
    .filter(({ actor, word }) => actor.hidden.includes(word));
}

const REFUSED = /Your role does not allow you to/;
const mayDo = (name: string, actor: Actor) => {
  const who = ACTIONS[name] ?? [];
  if (who === "anybody") return true;
  if (actor.mustEnrol) return BEFORE_CODES.actions.includes(name);
  return actor.role !== null && who.includes(actor.role);
};
const pageOf = ({ page }: BuiltAction) => pathsOf(page, world)[0] ?? "/";
const isAboutCases = ({ name }: BuiltAction) => name.startsWith("app/cases/");

/** The form as a script would post it, from its own page, with the session's token. */
async function post(
  action: BuiltAction,
  actor: Pick<Actor, "cookie" | "csrf">,
  fields: Record<string, string>,
  headers: Record<string, string | null> = {},
): Promise<Answer> {
  return await asked(web.url, pageOf(action), {
    method: "POST",
    cookie: actor.cookie,
    headers: { "next-action": action.id, accept: "text/x-component", ...headers },
    body: actionBody({ csrf: actor.csrf, ...fields }),
  });
}

test("no action runs for whoever may not: the refusal says so and the database is as it was @scripts", async () => {
  test.setTimeout(900_000);
  const before = databaseState(web.dataDir);
  const wrong: string[] = [];
  for (const action of actions)
    for (const actor of world.actors.filter((one) => !mayDo(action.name, one))) {
      const answer = await post(action, actor, formAbout(world.sealed, world));
      look(action.name, actor, answer);
      const led = /^\/(sign-in|welcome|security\/codes)/.test(answer.location);
      const refused = actor.role === null ? led : REFUSED.test(answer.text);
      if (!refused)
        wrong.push(`${action.name} as ${actor.name}: ${answer.status} ${answer.location}`);
    }
  expect(wrong).toEqual([]);
  expect(leaks).toEqual([]);
  expect(changedTables(before, databaseState(web.dataDir))).toEqual([]);
});

test("no action about a case reaches one its person may not see @scripts", async () => {
  test.setTimeout(900_000);
  const before = databaseState(web.dataDir);
  const missing = { ...world.sealed, caseId: "0193b5b0-0000-7000-8000-000000000000" };
  const unread: string[] = [];
  for (const action of actions.filter(isAboutCases)) {
    // The owner's form is read, and only then is there no such case: so the others' forms are read too.
    const { text } = await post(action, world.owner, formAbout(missing, world));
    if (!/There is no such (case|move|mail)/.test(text))
      unread.push(`${action.name}: ${text.slice(-300)}`);
    for (const { actor, of } of casesHidden().filter((one) => mayDo(action.name, one.actor)))
      look(action.name, actor, await post(action, actor, formAbout(of, world)));
  }
  expect(unread).toEqual([]);
  expect(leaks).toEqual([]);
  expect(changedTables(before, databaseState(web.dataDir))).toEqual([]);
});

/** From elsewhere, or with another's token: even the owner's own session does nothing then. */
const FORGERIES: Record<string, Record<string, string | null>> = {
  "no Origin": { origin: null },
  "Origin null": { origin: "null" },
  "evil Origin": { origin: "http://evil.example" },
  "evil Origin and Host": { origin: "http://evil.example", host: "evil.example" },
  "evil Origin and X-Forwarded-Host": {
    origin: "http://evil.example",
    "x-forwarded-host": "evil.example",
  },
  "no Origin, cross-site": { origin: null, "sec-fetch-site": "cross-site" },
  "Origin of another port": { origin: "http://127.0.0.1:1" },
  "unreadable Origin": { origin: "foo" },
};

test("no action runs from another place or with another session's token, not even for the owner @scripts", async () => {
  test.setTimeout(900_000);
  const before = databaseState(web.dataDir);
  const { owner, otherCsrf } = world;
  for (const action of actions) {
    const fields = formAbout(world.lilac, world);
    for (const headers of Object.values(FORGERIES)) await post(action, owner, fields, headers);
    if (ACTIONS[action.name] === "anybody") continue;
    for (const csrf of ["", otherCsrf, "A".repeat(otherCsrf.length)])
      await post(action, { ...owner, csrf }, fields);
    const page = pageOf(action);
    const { cookie } = owner;
    const plain = new URLSearchParams({
      ...fields,
      csrf: owner.csrf,
      [`$ACTION_ID_${action.id}`]: "",
    });
    const body = { type: "application/x-www-form-urlencoded", text: `${plain}` };
    await asked(web.url, page, { cookie, headers: { "next-action": action.id } });
    await asked(web.url, page, { cookie, method: "POST", headers: { origin: null }, body });
  }
  expect(changedTables(before, databaseState(web.dataDir))).toEqual([]);
});

test("a mail of a machine is kept whole, and a stranger's large form is not read @scripts", async () => {
  const key = readSecretKey(web.dataDir);
  const token = { name: "walk", kind: "intake" as const, now: Date.now() };
  const made = await createApiToken(web.db, DESK_VIEWER, token, key);
  if (!made.ok) throw new Error(made.text);
  // Next keeps 10 MB of what passes its proxy, and hands on no more.
  const text = `Subject: large\r\n\r\n${`${"x".repeat(70)}\r\n`.repeat(170_000)}`;
  const body = { type: "message/rfc822", text };
  const headers = { authorization: `Bearer ${made.token}` };
  const kept = await asked(web.url, "/api/intake", { method: "POST", headers, body });
  expect(kept.status).toBe(202);
  expect(kept.text).toContain(createHash("sha256").update(text).digest("hex"));
  const large = { type: "message/rfc822", text: text.slice(0, 1_000_000) };
  for (const path of ["/sign-in", "/relays", "/api/audit/audit.csv", "/exit/lilac/en"])
    expect((await asked(web.url, path, { method: "POST", body: large })).status).toBe(413);
});

test("with everything right the same form does change the desk @scripts", async () => {
  const note = actions.find(({ name }) => name === "app/cases/[caseId]/actions.ts#noteAction");
  if (!note) throw new Error("no note action");
  const before = databaseState(web.dataDir);
  const delegate = world.actors.find(({ name }) => name === "delegate of the relay");
  if (!delegate) throw new Error("no delegate");
  await post(note, delegate, formAbout(world.lilac, world));
  expect(changedTables(before, databaseState(web.dataDir))).toContain("TimelineEntry");
});
