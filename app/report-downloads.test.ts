import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createOwner } from "@/lib/accounts/create-user.ts";
import { tokenHash } from "@/lib/accounts/secret-token.ts";
import { signIn } from "@/lib/accounts/sign-in.ts";
import { aDesk, arrive, aTriage, NOW } from "@/lib/testing/a-desk.ts";
import { GET } from "./api/reports/[file]/route.ts";

const request = vi.hoisted(() => ({
  token: undefined as string | undefined,
  desk: {} as Record<string, unknown>,
}));
vi.mock("next/headers", () => ({
  headers: async () => ({ get: (name: string) => (name === "host" ? "localhost:3700" : null) }),
  cookies: async () => ({
    get: () => (request.token === undefined ? undefined : { value: request.token }),
  }),
}));
vi.mock("react", () => ({ cache: <F>(work: F) => work }));
vi.mock("./desk.ts", () => ({ openDesk: () => request.desk }));

const PASSWORD = "correct horse battery";
let desk: Awaited<ReturnType<typeof aDesk>>;
let token: string;

beforeAll(async () => {
  desk = await aDesk();
  await desk.db.user.deleteMany();
  request.desk = { db: desk.db, hostRules: { host: "127.0.0.1", allowedHosts: [] } };
  await createOwner(desk.db, { login: "ada", password: PASSWORD, now: Date.now() });
  const attempt = { login: "ada", password: PASSWORD, deviceToken: null, now: Date.now() };
  const answer = await signIn(desk.db, attempt);
  if (!answer.ok || !("token" in answer)) throw new Error("not signed in");
  token = answer.token;
  const forwardedBy = "=cmd|' /C calc'!A0";
  await arrive(desk.db, aTriage({ complaint: { forwardedBy } }), { at: NOW });
});
afterAll(async () => await desk.close());
beforeEach(async () => {
  request.token = token;
  await desk.db.user.updateMany({ data: { role: "owner" } });
});

const FILES = ["figures.csv", "figures.json", "cases.csv", "cases.json", "transparency.html"];
const ask = (file: string, query = "from=2026-03-01&to=2026-03-31") =>
  GET(new Request(`http://localhost:3700/?${query}`), { params: Promise.resolve({ file }) });

test.each(FILES)("%s is a file to save, named after its period", async (file) => {
  const response = await ask(file);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-disposition")).toMatch(
    /^attachment; filename="[a-z]+(\.en)?-2026-03-01-2026-03-31\.[a-z]+"$/,
  );
  expect(response.headers.get("content-security-policy")).toContain("sandbox");
  const text = await response.text();
  expect(text).toContain(file === "transparency.html" ? "Guessing of passwords" : "bruteforce");
  expect(text).not.toMatch(/(^|,)"?=cmd/m);
});

test("a mark for Excel only where it is asked for", async () => {
  const bytes = async (query: string) =>
    [...new Uint8Array(await (await ask("cases.csv", query)).arrayBuffer())].slice(0, 3);
  expect(await bytes("from=2026-03-01&to=2026-03-31&bom=1")).toEqual([0xef, 0xbb, 0xbf]);
  expect(await bytes("from=2026-03-01&to=2026-03-31")).not.toEqual([0xef, 0xbb, 0xbf]);
});

test.each([
  ["owner", 200],
  ["operator", 200],
  ["counsel", 200],
  ["read-only", 200],
  ["delegate", 404],
])("to %s every file answers %i", async (role, status) => {
  await desk.db.user.updateMany({ data: { role } });
  for (const file of FILES) expect((await ask(file)).status).toBe(status);
});

test("without a session, or of another name, there is no file", async () => {
  expect((await ask("passwords.csv")).status).toBe(404);
  expect((await ask("figures.csv", "relay=0193b5b0-0000-7000-8000-000000000000")).status).toBe(404);
  request.token = undefined;
  for (const file of FILES) expect((await ask(file)).status).toBe(401);
});

test("an address nobody could have been given is read as far as it goes", async () => {
  const query = "days=9999&from=x&to=%00&unit=year&port=70000&outcome=won&deadline=&close=a-b,22";
  for (const file of FILES) expect((await ask(file, query)).status).toBe(200);
});

test("a machine reads them with a token that is there for it, and stands in the audit log", async () => {
  request.token = undefined;
  const shown = "a-token-of-the-tests-000000";
  const row = (name: string, scope: string) => ({
    name,
    scope,
    tokenHash: tokenHash(`${shown}-${scope}`),
    createdAt: new Date(NOW),
  });
  await desk.db.apiToken.create({ data: row("statistics", "reports") });
  await desk.db.apiToken.create({ data: row("gateway", "intake") });
  const askWith = async (authorization: string, file: string) => {
    const headers = { authorization };
    const url = "http://localhost:3700/?from=2026-03-01&to=2026-03-31";
    return await GET(new Request(url, { headers }), { params: Promise.resolve({ file }) });
  };
  for (const file of FILES)
    expect((await askWith(`Bearer ${shown}-reports`, file)).status).toBe(200);
  const [last] = await desk.db.auditEntry.findMany({ orderBy: { seq: "desc" }, take: 1 });
  expect(last).toMatchObject({ by: "token:statistics", kind: "export", what: FILES.at(-1) });
  expect((await askWith(`Bearer ${shown}-intake`, "cases.csv")).status).toBe(403);
  expect((await askWith(`Bearer ${shown}-nobody`, "cases.csv")).status).toBe(401);
  // The word of a proxy in front is not for the desk.
  request.token = token;
  expect((await askWith("Basic eDp5", "cases.csv")).status).toBe(200);
});
