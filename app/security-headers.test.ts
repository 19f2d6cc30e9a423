import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { config, proxy } from "../proxy.ts";

const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  proxy(
    new NextRequest(`http://localhost:3700${path}`, {
      method,
      headers: { host: "localhost:3700", ...headers },
    }),
  );

test.each(["/queue", "/cases/ABCD2345", "/sign-in", "/api/audit/log.csv"])(
  "%s goes nowhere else, stands in no frame and is not kept",
  (path) => {
    const { headers } = ask(path);
    const policy = headers.get("content-security-policy") ?? "";
    for (const rule of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'"])
      expect(policy.split("; ")).toContain(rule);
    expect(policy).not.toMatch(/unsafe|https?:|data:|\*/);
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "private, no-store",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
  },
);

test("every address is asked about but the built scripts and the mail of machines, of which Next would keep 10 MB", () => {
  const [matcher = ""] = config.matcher;
  const isAsked = (path: string) => new RegExp(`^${matcher}$`).test(path);
  expect(
    ["/", "/queue", "/api/intake/", "/api/intake2", "/x/api/intake"].filter(isAsked),
  ).toHaveLength(5);
  expect(["/api/intake", "/_next/static/x.js"].filter(isAsked)).toEqual([]);
});

test("nobody's X-Forwarded-Host reaches Next", async () => {
  const { headers } = await ask("/queue", { "x-forwarded-host": "evil.example", "x-other": "y" });
  const handedOn = headers.get("x-middleware-override-headers")?.split(",");
  expect(handedOn).toContain("x-other");
  expect(handedOn).not.toContain("x-forwarded-host");
});

test("each answer has a nonce of its own", () => {
  const policies = [1, 2, 3].map(() => ask("/queue").headers.get("content-security-policy"));
  expect(new Set(policies).size).toBe(3);
});

test("a mail's HTML runs, loads and sends nothing, and stands in our own frame only", () => {
  const { headers } = ask("/api/complaints/0b0e7b0e-0000-4000-8000-000000000000/html");
  expect(headers.get("content-security-policy")).toBe(
    "sandbox; default-src 'none'; frame-ancestors 'self'",
  );
  expect(headers.get("x-frame-options")).toBe("SAMEORIGIN");
  expect(headers.get("cache-control")).toBe("private, no-store");
});

test.each([
  "/api/complaints/x/html/",
  "/api/complaints/x/raw",
  "/api/complaints/x/y/html",
  "/x/api/complaints/y/html",
])("no other path gets the policy of a mail's HTML: %s", (path) => {
  expect(ask(path).headers.get("x-frame-options")).toBe("DENY");
});

test.each([
  ["another name", "/queue", { host: "desk.evil.example" }, "GET", 400],
  ["an origin that is no URL", "/queue", { origin: "foo" }, "GET", 400],
  ["a form of another page", "/queue", { origin: "https://evil.example" }, "POST", 403],
  ["a form of a page without origin", "/queue", { origin: "null" }, "POST", 403],
  ["a path that is no UTF-8", "/cases/%ff", {}, "GET", 404],
])("%s is refused at the door", async (_what, path, headers, method, status) => {
  const answer = ask(path, headers, method);
  expect(answer.status).toBe(status);
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await answer.text()).toMatch(/^[A-Z][^<>]*\.\n$/);
});
