import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createOwner } from "@/lib/accounts/create-user.ts";
import { signIn } from "@/lib/accounts/sign-in.ts";
import { attachFile } from "@/lib/cases/attach-file.ts";
import { listAttachments } from "@/lib/cases/attachment-store.ts";
import { learnNetwork } from "@/lib/cases/learn-network.ts";
import { aConsensus } from "@/lib/testing/a-consensus.ts";
import { aDesk, aForm, arrive, aTriage, NOW } from "@/lib/testing/a-desk.ts";
import { GET as attachment } from "./api/attachments/[attachmentId]/route.ts";
import { GET as exits } from "./api/exits/[form]/route.ts";

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
const MISSING = "0193b5b0-0000-7000-8000-000000000000";
let desk: Awaited<ReturnType<typeof aDesk>>;
let token: string;

beforeAll(async () => {
  desk = await aDesk();
  const owner = desk.people.owner;
  const text = aConsensus("2026-02-01 10:00:00", [
    { nickname: "seven", ip: "192.0.2.7", p: "accept 22" },
  ]);
  const files = [{ name: "consensus", bytes: Buffer.from(text), modifiedAt: null }];
  await learnNetwork(desk.db, owner, { files, now: NOW });
  await desk.db.user.deleteMany();
  request.desk = { db: desk.db, hostRules: { host: "127.0.0.1", allowedHosts: [] } };
  await createOwner(desk.db, { login: "ada", password: PASSWORD, now: Date.now() });
  const attempt = { login: "ada", password: PASSWORD, deviceToken: null, now: Date.now() };
  const answer = await signIn(desk.db, attempt);
  if (!answer.ok) throw new Error(answer.text);
  token = answer.token;
});
afterAll(async () => await desk.close());
beforeEach(() => {
  request.token = token;
});

const given = (params: Record<string, string>) => ({ params: Promise.resolve(params) });
const list = (form: string, target: string) =>
  exits(
    new Request(`http://localhost:3700/?target=${encodeURIComponent(target)}`),
    given({ form }),
  );
const file = (attachmentId: string) =>
  attachment(new Request("http://localhost:3700/"), given({ attachmentId }));

test.each(["csv", "list", "nftables", "ipset", "iptables", "nginx", "apache"])(
  "the exits that reach a target as %s are a file to save",
  async (form) => {
    const response = await list(form, "198.51.100.1:22");
    expect(response.status).toBe(200);
    expect(response.headers.get("content-disposition")).toMatch(
      /^attachment; filename="tor-exits-198\.51\.100\.1-22\.[a-z.]+"$/,
    );
    expect(response.headers.get("content-security-policy")).toContain("sandbox");
    expect(await response.text()).toContain("192.0.2.7");
  },
);

test("a form or a target that is none is not found, and the reason is one line", async () => {
  expect((await list("exe", "198.51.100.1:22")).status).toBe(404);
  const wrong = await list("csv", "198.51.100.1:x");
  expect([wrong.status, await wrong.text()]).toEqual([404, expect.stringMatching(/^[^\n]+\n$/)]);
  expect((await exits(new Request("http://localhost:3700/"), given({ form: "csv" }))).status).toBe(
    404,
  );
});

test("an attachment is what was attached, and nothing without a session", async () => {
  const owner = { ...desk.people.owner, role: "owner" as const };
  const { caseId = "" } = await arrive(desk.db, aTriage());
  const { draftId } = await aForm(desk.db, owner, caseId ?? "");
  const bytes = Buffer.from("<script>alert(1)</script>");
  const attached = { name: "a.html", mediaType: "text/html", about: "", bytes };
  await attachFile(desk.db, owner, { caseId: caseId ?? "", draftId, now: NOW }, attached);
  const [one] = await listAttachments(desk.db, owner, caseId ?? "");
  const response = await file(one?.id ?? "");
  expect(response.headers.get("content-type")).toBe("application/octet-stream");
  expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
  expect((await file(MISSING)).status).toBe(404);
  request.token = undefined;
  expect((await file(one?.id ?? "")).status).toBe(401);
  expect((await list("csv", "198.51.100.1:22")).status).toBe(401);
});
