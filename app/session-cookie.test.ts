import { beforeEach, expect, test, vi } from "vitest";
import { setDeviceCookie, setHalfCookie, setSessionCookie } from "./session-cookie.ts";

const request = vi.hoisted(() => ({
  headers: new Map<string, string>(),
  set: [] as [string, string, Record<string, unknown>][],
}));
vi.mock("next/headers", () => ({
  headers: async () => ({ get: (name: string) => request.headers.get(name) ?? null }),
  cookies: async () => ({
    set: (name: string, value: string, how: Record<string, unknown>) =>
      request.set.push([name, value, how]),
  }),
}));
beforeEach(() => {
  request.set = [];
});

test.each([
  ["https://desk.example", "__Host-", true],
  ["http://localhost:3700", "", false],
  ["http://abcdefghijklmnop.onion", "", false],
])(
  "signed in at %s: no script reads the cookies, no other site sends them along with a form",
  async (origin, prefix, secure) => {
    request.headers.set("origin", origin);
    await setSessionCookie("s");
    await setDeviceCookie("d");
    await setHalfCookie("h");
    expect(request.set.map(([name]) => name)).toEqual([
      `${prefix}exitdesk-session`,
      `${prefix}exitdesk-device`,
      `${prefix}exitdesk-half`,
    ]);
    for (const [, , how] of request.set) {
      expect(how).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/", secure });
      expect(how).not.toHaveProperty("domain");
    }
  },
);
