import { afterAll, beforeAll, expect, test } from "vitest";
import { aDnsServer, type DnsReply } from "../testing/a-dns-server.ts";
import { type AskDns, askThrough } from "./dns.ts";

const REPLIES: Record<string, DnsReply> = {
  "listed.example": { a: ["127.0.0.2", "127.0.0.4"], txt: "why\r\n\u0007 it\u0000 is" },
  "unlisted.example": { rcode: "NXDOMAIN" },
  "empty.example": {},
  "broken.example": { rcode: "SERVFAIL" },
  "refused.example": { rcode: "REFUSED" },
  "silent.example": null,
  "cut.example": { a: Array.from({ length: 80 }, (_, i) => `127.0.2.${i}`), truncated: true },
  "rubbish.example": { bytes: Buffer.from("no packet at all") },
  "long.example": { a: ["127.0.0.2"], txt: "x".repeat(255) },
};
let server: Awaited<ReturnType<typeof aDnsServer>>;
let dns: AskDns;
beforeAll(async () => {
  server = await aDnsServer((name) =>
    name in REPLIES ? (REPLIES[name] ?? null) : { rcode: "NXDOMAIN" },
  );
  dns = askThrough([server.server], { timeout: 300, tries: 1 });
});
afterAll(async () => await server.close());

test("an answer is its addresses, and its words are one line without control characters", async () => {
  expect(await dns.addresses("listed.example")).toEqual({
    outcome: "found",
    addresses: ["127.0.0.2", "127.0.0.4"],
  });
  expect(await dns.text("listed.example")).toBe("why it is");
  expect(await dns.text("unlisted.example")).toBeNull();
  expect((await dns.text("long.example"))?.length).toBe(255);
});

test.each(["unlisted.example", "empty.example"])("%s is not listed", async (name) => {
  expect(await dns.addresses(name)).toEqual({ outcome: "none" });
});

test.each([
  ["broken.example", /could not get an answer/],
  ["refused.example", /refused the question/],
  ["silent.example", /in time/],
  ["rubbish.example", /in time|could not be read/],
])("%s is no answer, and says why", async (name, reason) => {
  const answer = await dns.addresses(name);
  expect(answer).toMatchObject({ outcome: "failed", reason: expect.stringMatching(reason) });
});

test("a truncated answer is asked for again over TCP", async () => {
  const answer = await dns.addresses("cut.example");
  expect(answer.outcome === "found" && answer.addresses).toHaveLength(80);
  expect(server.asked).toContain("A cut.example over TCP");
});

test("a resolver that is not there is no answer", async () => {
  const nobody = askThrough(["127.0.0.1:9"], { timeout: 300, tries: 1 });
  expect(await nobody.addresses("listed.example")).toMatchObject({
    outcome: "failed",
    reason: expect.stringMatching(/resolver/),
  });
});
