import { expect, test } from "vitest";
import { OPERATOR } from "../testing/a-letter-case.ts";
import { triageMail } from "./triage-mail.ts";

const MAIL = [
  "From: Nora <nora@shop.example>",
  "To: abuse@operator.example",
  "Subject: SSH attack from 192.0.2.7",
  "Date: Tue, 03 Feb 2026 05:00:00 +0000",
  "Message-ID: <1@shop.example>",
  "",
  "Your host 192.0.2.7 guesses passwords on our server 203.0.113.5 port 22. Times are in UTC.",
  "2026-02-03T04:05:06Z gw sshd[812]: Failed password for root from 192.0.2.7 port 40022 ssh2",
  "",
].join("\r\n");
const context = {
  history: { relays: [] },
  templates: [],
  operator: OPERATOR,
  receivedAt: Date.parse("2026-02-03T05:00:01Z"),
};

test.each([
  ["X-Zammad-Ticket-State", "closed"],
  ["X-OTRS-State", "closed successful"],
  ["X-RT-Command", "Status: resolved"],
  ["X-Exitdesk-Type", "other_not_complaint"],
  ["X-Exitdesk-Verdict", "port-rejected"],
  ["X-Exitdesk-Case", "ABCD2345"],
  ["X-Exitdesk-Sealed", "no"],
  ["Control", "close"],
  ["X-Spam-Flag", "YES"],
  ["Importance", "low"],
])("a header %s from outside decides nothing", async (name, value) => {
  const plain = await triageMail(Buffer.from(MAIL), context);
  const told = await triageMail(Buffer.from(`${name}: ${value}\r\n${MAIL}`), context);
  expect(told.classification).toEqual(plain.classification);
  expect(told.evidence).toEqual(plain.evidence);
  expect(told.route).toEqual(plain.route);
  expect(plain.classification.type).toBe("bruteforce");
});
