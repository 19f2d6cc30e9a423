import fc from "fast-check";
import { expect, test } from "vitest";
import type { TriageContext } from "./triage.ts";
import { triageMail } from "./triage-mail.ts";

const CONTEXT: TriageContext = {
  history: { relays: [] },
  templates: [],
  operator: {
    name: "Ida Example",
    signature: "Ida",
    jurisdiction: "",
    noticeUrl: null,
    logStatement: null,
    counsel: null,
  },
  receivedAt: Date.parse("2026-02-03T06:00:00Z"),
};

function mail(...lines: string[]): Uint8Array {
  return new TextEncoder().encode(lines.join("\r\n"));
}

const LOGINS = mail(
  "From: Nora <nora@shop.example>",
  "Subject: SSH brute force from 192.0.2.7",
  "Date: Tue, 03 Feb 2026 05:00:00 +0000",
  "",
  "Your host tries passwords on 203.0.113.5 port 22:",
  "2026-02-03T04:05:06Z sshd[812]: Failed password for root from 192.0.2.7 port 40022 ssh2",
);

test("the bytes of a mail become facts, kind, verdict and route", async () => {
  const found = await triageMail(LOGINS, CONTEXT);
  expect(found.complaint.accused.map((fact) => fact.value)).toEqual(["192.0.2.7"]);
  expect(found.classification.type).toBe("bruteforce");
  expect(found.evidence.verdict).toBe("cannot-tell");
  expect(found.route).toBe("complainant");
  expect(found.drafts).toEqual([]);
});

test("the same mail gives the same answer", async () => {
  expect(await triageMail(LOGINS, CONTEXT)).toEqual(await triageMail(LOGINS, CONTEXT));
});

test("no bytes at all make it throw", async () => {
  const noise = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.string({ unit: "binary", maxLength: 400 }).map((text) => mail(text)),
  );
  await fc.assert(
    fc.asyncProperty(noise, async (raw) => {
      const found = await triageMail(raw, CONTEXT);
      expect(found.classification.reasons.length).toBeGreaterThan(0);
    }),
    { numRuns: 100 },
  );
});
