import { expect, test } from "vitest";
import { type Admission, admit, type Knock, type Refusal } from "./admit.ts";

const RULES = { host: "127.0.0.1", allowedHosts: [] };
const NONCE = "0123456789abcdef0123456789abcdef";

function ask(path: string, more: Partial<Knock> = {}): Partial<Admission & Refusal> {
  const knock = { method: "GET", path, host: "localhost:3700", origin: null, ...more };
  return admit(knock, RULES, NONCE);
}

function headersOf(path: string): Record<string, string> {
  return Object.fromEntries(
    (ask(path).headers ?? []).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

test.each(["/queue", "/cases/ABCD2345", "/sign-in", "/api/audit/log.csv", "/", "/api/intake/"])(
  "%s goes nowhere else, stands in no frame and is not kept",
  (path) => {
    const headers = headersOf(path);
    const policy = headers["content-security-policy"] ?? "";
    for (const rule of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"])
      expect(policy.split("; ")).toContain(rule);
    expect(policy).not.toMatch(/unsafe|https?:|data:|\*/);
    expect(ask(path).policy).toBe(policy);
    expect(policy).toContain(`'nonce-${NONCE}'`);
    expect(headers).toMatchObject({
      "cache-control": "private, no-store",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
  },
);

test("built scripts may be cached, and the mail of machines is answered by its route", () => {
  for (const path of ["/_next/static/x.js", "/api/intake"])
    expect(ask(path)).toEqual({ headers: [], policy: null });
});

test("the pages for strangers say themselves how long they may be kept", () => {
  for (const path of ["/exit", "/exit/lilac", "/exit/lilac/en", "/exit/lilac/en/received/x"]) {
    expect(headersOf(path)).toMatchObject({ "x-frame-options": "DENY" });
    expect(headersOf(path)).not.toHaveProperty("cache-control");
    expect(headersOf(path)).not.toHaveProperty("content-security-policy");
  }
});

const MAIL = "/api/complaints/0b0e7b0e-0000-4000-8000-000000000000/html";

test.each([MAIL, MAIL.replace("html", "%68tml")])(
  "a mail's HTML runs, loads and sends nothing, and stands in our own frame only: %s",
  (path) => {
    const headers = headersOf(path);
    expect(headers["content-security-policy"]).toBe(
      "sandbox; default-src 'none'; frame-ancestors 'self'",
    );
    expect(headers["x-frame-options"]).toBe("SAMEORIGIN");
    expect(headers["cache-control"]).toBe("private, no-store");
  },
);

test.each([
  "/api/complaints/x/html/",
  "/api/complaints/x/raw",
  "/api/complaints/x/y/html",
  "/x/api/complaints/y/html",
])("no other path gets the policy of a mail's HTML: %s", (path) => {
  expect(headersOf(path)["x-frame-options"]).toBe("DENY");
});

test.each([
  ["another name", "/queue", { host: "desk.evil.example" }, 400],
  ["another name, for scripts", "/_next/static/x.js", { host: "desk.evil.example" }, 400],
  ["no name", "/queue", { host: null }, 400],
  ["an origin that is no URL", "/queue", { origin: "foo" }, 400],
  ["a form of another page", "/queue", { origin: "https://evil.example", method: "POST" }, 403],
  ["a form of a page without origin", "/queue", { origin: "null", method: "POST" }, 403],
  ["a path that is no UTF-8", "/cases/%ff", {}, 404],
  ["a whole URL", "http://evil.example/queue", {}, 400],
])("%s is refused at the door", (_what, path, knock, status) => {
  const answer = ask(path, knock);
  expect(answer.status).toBe(status);
  expect(answer.line).toMatch(/^[A-Z][^<>]*\.$/);
});
