import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { createOwner } from "@/lib/accounts/create-user.ts";
import { canManageUsers } from "@/lib/accounts/permissions.ts";
import { refuse } from "@/lib/accounts/refusal.ts";
import { readSession } from "@/lib/accounts/session-store.ts";
import { signIn } from "@/lib/accounts/sign-in.ts";
import { scratchDb } from "@/lib/testing/scratch-db.ts";
import { operatorAction, publicAction } from "./operator-action.ts";

const request = vi.hoisted(() => ({
  headers: new Map<string, string>(),
  cookies: new Map<string, string>(),
  desk: {} as Record<string, unknown>,
}));
vi.mock("next/headers", () => ({
  headers: async () => ({ get: (name: string) => request.headers.get(name) ?? null }),
  cookies: async () => ({
    get: (name: string) => {
      const value = request.cookies.get(name);
      return value === undefined ? undefined : { value };
    },
  }),
}));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`);
  },
  unstable_rethrow: () => undefined,
}));
vi.mock("react", () => ({ cache: <F>(work: F) => work }));
vi.mock("./desk.ts", () => ({ openDesk: () => request.desk }));

const PASSWORD = "correct horse battery";
let scratch: Awaited<ReturnType<typeof scratchDb>>;
let csrf: string;
let ran: number;

beforeAll(async () => {
  scratch = await scratchDb();
  const { db } = scratch;
  request.desk = { db, hostRules: { host: "127.0.0.1", allowedHosts: [] } };
  await createOwner(db, { login: "ada", password: PASSWORD, now: Date.now() });
  const attempt = { login: "ada", password: PASSWORD, deviceToken: null, now: Date.now() };
  const answer = await signIn(db, attempt);
  if (!answer.ok) throw new Error(answer.text);
  request.cookies.set("exitdesk-session", answer.token);
  csrf = (await readSession(db, answer.token, Date.now()))?.csrf ?? "";
});
afterAll(async () => await scratch.close());
beforeEach(() => {
  ran = 0;
  request.headers = new Map([
    ["host", "localhost:3700"],
    ["origin", "http://localhost:3700"],
  ]);
});

const refused = (error: string) => ({ error });
const action = operatorAction({
  input: z.object({ n: z.coerce.number().int() }),
  may: canManageUsers,
  what: "count",
  refused,
  run: async (_context, { n }) => {
    ran += 1;
    if (n === 7) throw new Error("Ada's secret");
    return n < 0 ? refuse("negative", "It is negative.") : { go: `/${n}` };
  },
});

function form(fields: Record<string, string>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries(fields)) made.set(name, value);
  return made;
}
const good = () => form({ csrf, n: "3" });

test("from its own page, with session and token, the action runs and leads on", async () => {
  await expect(action(null, good())).rejects.toThrow("redirect /3");
  expect(ran).toBe(1);
});

test.each([
  ["no Origin", () => request.headers.delete("origin")],
  ["Origin null", () => request.headers.set("origin", "null")],
  ["another Origin", () => request.headers.set("origin", "http://evil.example")],
  ["another port's Origin", () => request.headers.set("origin", "http://localhost:3701")],
  [
    "a strange Host",
    () => {
      request.headers.set("host", "evil.example");
      request.headers.set("origin", "http://evil.example");
    },
  ],
  ["no Host", () => request.headers.delete("host")],
])("with %s it does not run", async (_what, change) => {
  change();
  expect(await action(null, good())).toMatchObject({ error: expect.any(String) });
  expect(ran).toBe(0);
});

test.each([
  ["no token", {}],
  ["an empty token", { csrf: "" }],
  ["a token of the same length", { csrf: "A".repeat(43) }],
  ["a token of other bytes", { csrf: "é".repeat(43) }],
])("with %s it does not run", async (_what, fields) => {
  expect(await action(null, form({ n: "3", ...fields }))).toMatchObject({
    error: expect.stringContaining("reload"),
  });
  expect(ran).toBe(0);
});

test("without a session it leads to the door", async () => {
  const token = request.cookies.get("exitdesk-session") ?? "";
  request.cookies.set("exitdesk-session", "x");
  await expect(action(null, good())).rejects.toThrow("redirect /sign-in");
  request.cookies.set("exitdesk-session", token);
  expect(ran).toBe(0);
});

test("over TLS the plain cookie is not believed", async () => {
  request.headers.set("x-forwarded-proto", "https");
  await expect(action(null, good())).rejects.toThrow("redirect /sign-in");
  expect(ran).toBe(0);
});

test.each([undefined, null, "x", 7, [], { get: 1 }])(
  "%j is no form, and is refused as one",
  async (sent) => {
    const open = publicAction({
      input: z.object({ login: z.string() }),
      refused,
      run: async () => ({ go: "/" }),
    });
    for (const act of [action, open])
      expect(await act(null, sent as never)).toMatchObject({ error: expect.any(String) });
    expect(ran).toBe(0);
  },
);

test("a role that may not, and a form that cannot be read, do not run it", async () => {
  await scratch.db.user.updateMany({ data: { role: "operator" } });
  expect(await action(null, good())).toMatchObject({ error: expect.stringContaining("count") });
  const counted = await scratch.db.counter.findMany({ where: { key: { contains: "refused" } } });
  expect(counted.map(({ key, count }) => [key.includes('"count"]'), count])).toEqual([[true, 1]]);
  await scratch.db.user.updateMany({ data: { role: "owner" } });
  expect(await action(null, form({ csrf, n: "many" }))).toMatchObject({
    error: expect.stringContaining("n:"),
  });
  expect(ran).toBe(0);
});

test("a refusal is its sentence; a surprise is one line without the error's own words", async () => {
  expect(await action(null, form({ csrf, n: "-1" }))).toEqual({ error: "It is negative." });
  const written: string[] = [];
  const log = vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
  const answer = await action(null, form({ csrf, n: "7" }));
  log.mockRestore();
  expect(answer).toMatchObject({ error: expect.stringContaining("incident") });
  expect(JSON.stringify([answer, written])).not.toContain("secret");
});

test("a form before sign-in is checked the same way, without session and token", async () => {
  const door = publicAction({
    input: z.object({ n: z.string() }),
    refused,
    run: async () => {
      ran += 1;
      return { go: "/in" };
    },
  });
  request.headers.delete("origin");
  expect(await door(null, form({ n: "3" }))).toMatchObject({ error: expect.any(String) });
  request.headers.set("origin", "http://localhost:3700");
  expect(await door(null, form({}))).toMatchObject({ error: expect.any(String) });
  expect(ran).toBe(0);
  await expect(door(null, form({ n: "3" }))).rejects.toThrow("redirect /in");
});
