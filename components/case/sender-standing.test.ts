import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ComplaintView } from "@/lib/cases/case.ts";
import { notChecked, type SenderCheck } from "@/lib/mail/sender-check.ts";
import { aTriage, NOW } from "@/lib/testing/a-desk.ts";
import { SenderStanding } from "./sender-standing.tsx";

const AUTHOR = { domain: "isp.example", doubts: [] };
const FOUND: SenderCheck = {
  ...notChecked(AUTHOR, "off"),
  standing: "authenticated",
  because: null,
  by: { server: "mx.operator.example" },
  facts: [
    { method: "dkim", result: "pass", domain: "isp.example" },
    { method: "dkim", result: "pass", domain: "isp.example" },
    { method: "dmarc", result: "pass", domain: "isp.example" },
  ],
  policy: "reject",
  at: NOW,
};

function shown(
  sender: SenderCheck | null,
  given: Parameters<typeof aTriage>[0] = {},
): { html: string; text: string } {
  const complaint: ComplaintView = {
    id: "1",
    receivedAt: NOW,
    from: "abuse@isp.example",
    subject: "",
    language: "en",
    rawSha256: "",
    rawSize: 0,
    triage: aTriage(given) as unknown as ComplaintView["triage"],
    sender,
    corrections: [],
  };
  const html = renderToStaticMarkup(createElement(SenderStanding, { complaint }));
  return { html, text: html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ") };
}

const wrapped = (provider: string, address: string) => ({
  message: { from: { name: "", address } },
  complaint: {
    wrapper: {
      ...{ provider, ticket: null, answer: "mail" as const, answerTo: null, statementUrl: null },
      ...{ alsoComplainant: false, state: "notice" as const, threat: null },
    },
  },
});

test("an authenticated domain is shown with what it rests on, how old that is, and what it does not prove", () => {
  const { html, text } = shown(FOUND);
  expect(html).toContain('data-standing="authenticated"');
  expect(text).toContain("domain authenticated");
  expect(text).toContain("not the person who wrote it");
  expect(text).toContain("mx.operator.example");
  expect(text).toContain("2026-03-01 12:00 UTC");
  expect(text.match(/dkim=pass/g)).toHaveLength(1);
});

test.each<[string, SenderCheck | null, string, string]>([
  ["a mail from before", null, "not checked", "before this desk checked"],
  ["a desk that does not look", notChecked(AUTHOR, "off"), "not checked", "does not check senders"],
  ["the public form", notChecked(AUTHOR, "form"), "not checked", "nobody knows who"],
  [
    "two From lines",
    notChecked({ domain: null, doubts: ["several-from"] }, "off"),
    "not authenticated",
    "several From lines",
  ],
  ["a forgery", { ...FOUND, standing: "forged" }, "forged", "this mail is not from it"],
  ["a forgery", { ...FOUND, standing: "forged" }, "forged", "somebody who did not write it"],
  ["no proof", { ...FOUND, standing: "unproven" }, "not authenticated", "Nothing proves"],
])("%s is never shown as authenticated", (_, sender, badge, why) => {
  const { html, text } = shown(sender);
  expect(text).not.toContain("domain authenticated");
  expect(html).not.toContain("✓");
  expect(text).toContain(badge);
  expect(text).toContain(why);
});

test("who pretends to be a provider is marked, also where a domain of their own is authentic", () => {
  const hetzner = wrapped("Hetzner", "abuse@hetzner.com");
  const other = wrapped("Hetzner", "abuse@hetzner.evil.example");
  expect(shown({ ...FOUND, standing: "unproven" }, hetzner).text).toContain(
    "nothing proves that Hetzner sent it",
  );
  expect(shown({ ...FOUND, standing: "forged" }, hetzner).text).toContain("Act on nothing");
  expect(shown({ ...FOUND, domain: "hetzner.evil.example" }, other).text).toContain(
    "It calls itself Hetzner. What is proven is hetzner.evil.example",
  );
  expect(shown({ ...FOUND, domain: "hetzner.com" }, hetzner).html).not.toContain('role="status"');
  const small = wrapped("Marigold", "abuse@marigold.example");
  expect(shown({ ...FOUND, domain: "marigold.example" }, small).html).not.toContain(
    'role="status"',
  );
});

test("a letter of an authority asks for a call, whatever is proven", () => {
  const police = { classification: { type: "law_enforcement" as const } };
  expect(shown({ ...FOUND, standing: "unproven" }, police).text).toContain("nothing proves it");
  expect(shown(FOUND, police).text).toContain("no proof of an order");
  expect(shown(null, police).text).toContain("Call them back");
});
