import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createOwner } from "@/lib/accounts/create-user.ts";
import { readSession } from "@/lib/accounts/session-store.ts";
import { signIn } from "@/lib/accounts/sign-in.ts";
import { readPackPages } from "@/lib/evidence/files.ts";
import { aDesk, arrive, aTriage } from "@/lib/testing/a-desk.ts";
import { POST as evidence } from "./api/cases/[caseId]/evidence/route.ts";
import { GET as original } from "./api/complaints/[complaintId]/raw/route.ts";

const request = vi.hoisted(() => ({
  host: "localhost:3700",
  origin: "http://localhost:3700" as string | null,
  token: undefined as string | undefined,
  desk: {} as Record<string, unknown>,
}));
vi.mock("next/headers", () => ({
  headers: async () => ({
    get: (name: string) => ({ host: request.host, origin: request.origin })[name] ?? null,
  }),
  cookies: async () => ({
    get: () => (request.token === undefined ? undefined : { value: request.token }),
  }),
}));
vi.mock("react", () => ({ cache: <F>(work: F) => work }));
vi.mock("./desk.ts", () => ({
  openDesk: () => request.desk,
  packPages: () => readPackPages("templates/evidence-pack"),
}));

const PASSWORD = "correct horse battery";
const MISSING = "0193b5b0-0000-7000-8000-000000000000";
let desk: Awaited<ReturnType<typeof aDesk>>;
let token: string;
let csrf: string;
let caseId: string;
let complaintId: string;

beforeAll(async () => {
  desk = await aDesk();
  await desk.db.user.deleteMany();
  request.desk = { db: desk.db, hostRules: { host: "127.0.0.1", allowedHosts: [] } };
  await createOwner(desk.db, { login: "ada", password: PASSWORD, now: Date.now() });
  const attempt = { login: "ada", password: PASSWORD, deviceToken: null, now: Date.now() };
  const answer = await signIn(desk.db, attempt);
  if (!answer.ok) throw new Error(answer.text);
  token = answer.token;
  csrf = (await readSession(desk.db, token, Date.now()))?.csrf ?? "";
  caseId = (await arrive(desk.db, aTriage(), { raw: "<script>alert(1)</script>" })).caseId ?? "";
  complaintId = (await desk.db.complaint.findFirstOrThrow({ where: { caseId } })).id;
});
afterAll(async () => await desk.close());
beforeEach(() => {
  request.host = "localhost:3700";
  request.origin = "http://localhost:3700";
  request.token = token;
});

const ask = (given: Record<string, string>) => ({ params: Promise.resolve(given) });
const any = new Request("http://localhost:3700/");
const pack = (id = caseId, sent = csrf) => {
  const body = new URLSearchParams({ csrf: sent });
  return evidence(new Request(any.url, { method: "POST", body }), ask({ caseId: id }));
};
const mail = (id = complaintId) => original(any, ask({ complaintId: id }));

test("an evidence pack is a file to save, under a name of its own, and never shown", async () => {
  const response = await pack();
  expect(response.status).toBe(200);
  const { ref } = await desk.db.case.findUniqueOrThrow({ where: { id: caseId } });
  expect(response.headers.get("content-disposition")).toBe(
    `attachment; filename="evidence-${ref}.zip"`,
  );
  expect(response.headers.get("content-security-policy")).toContain("sandbox");
  expect(response.headers.get("cache-control")).toContain("no-store");
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(0, 4).toString("latin1")).toBe("PK\x03\x04");
  expect(bytes.includes(`evidence-${ref}/complaint.eml`)).toBe(true);
});

test("a pack that was handed out stands on the timeline with its checksum and who took it", async () => {
  const bytes = Buffer.from(await (await pack()).arrayBuffer());
  const entries = await desk.db.timelineEntry.findMany({ where: { caseId, kind: "pack" } });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  expect(entries.map(({ data }) => data)).toContainEqual(expect.objectContaining({ sha256 }));
  const ada = await desk.db.user.findUniqueOrThrow({ where: { login: "ada" } });
  expect(new Set(entries.map(({ actor }) => actor))).toEqual(new Set([ada.id]));
});

test.each([
  ["another page's form", "http://evil.example", undefined],
  ["a form that does not say whence it comes", null, undefined],
  ["a form without the token of the session", "http://localhost:3700", ""],
])("%s gets no pack and leaves no trace", async (_what, origin, sent) => {
  const before = await desk.db.timelineEntry.count();
  request.origin = origin;
  expect((await pack(caseId, sent)).status).toBe(403);
  expect(await desk.db.timelineEntry.count()).toBe(before);
});

test("a form longer than such a form ever is is not held, and a stranger's is not read", async () => {
  const asked = { megabytes: 0 };
  const send = () => {
    const body = new ReadableStream({
      pull(controller) {
        asked.megabytes += 1;
        controller.enqueue(new Uint8Array(1024 * 1024).fill(0x61));
      },
    });
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
    return evidence(new Request(any.url, init), ask({ caseId }));
  };
  expect((await send()).status).toBe(413);
  request.token = undefined;
  expect((await send()).status).toBe(401);
  expect(asked.megabytes).toBeLessThan(6);
});

test("the original is given out byte for byte, as no kind of page", async () => {
  const response = await mail();
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { rawSha256 } = await desk.db.complaint.findUniqueOrThrow({ where: { id: complaintId } });
  expect(createHash("sha256").update(bytes).digest("hex")).toBe(rawSha256);
  expect(response.headers.get("content-type")).toBe("application/octet-stream");
  expect(response.headers.get("x-content-type-options")).toBe("nosniff");
});

test("nobody gets a download without a session or through a strange name of the desk", async () => {
  request.token = undefined;
  expect((await pack()).status).toBe(401);
  expect((await mail()).status).toBe(401);
  request.token = "A".repeat(43);
  expect((await pack()).status).toBe(401);
  request.token = token;
  request.host = "evil.example";
  expect((await pack()).status).toBe(404);
  expect((await mail()).status).toBe(404);
});

test.each([MISSING, "", "../../etc/passwd", "x".repeat(5000)])(
  "for %s there is nothing to download",
  async (id) => {
    expect((await pack(id)).status).toBe(404);
    expect((await mail(id)).status).toBe(404);
  },
);
