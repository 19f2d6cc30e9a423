import { expect, test } from "vitest";
import { aMessage } from "../../testing/a-complaint.ts";
import { readWrapper } from "./registry.ts";
import { stateOf, threatOf, ticketOf } from "./wrapper-reader.ts";

function wrapperOf(address: string, subject: string, text: string) {
  const message = aMessage({ from: { name: "", address }, subject, body: text });
  return readWrapper({ message, subject, text, sender: address });
}

test("Hetzner's AbuseInfo wants no answer, its AbuseID does", () => {
  const info = wrapperOf(
    "abuse@hetzner.com",
    "[AbuseInfo:12AB34:1F]: scan",
    "For your information.",
  );
  const id = wrapperOf(
    "abuse@hetzner.com",
    "[AbuseID:12AB34:1F]: scan",
    "Please send us a statement within 24 hours.",
  );
  expect(info).toMatchObject({ answer: "none", state: "info", ticket: "12AB34:1F" });
  expect(id).toMatchObject({ answer: "mail", answerTo: "abuse@hetzner.com", ticket: "12AB34:1F" });
});

test("Hetzner's scan report to another network is its own complaint", () => {
  expect(
    wrapperOf(
      "abuse@hetzner.com",
      "Abuse Message [AbuseID:1A:2B]: NetscanInLevel: scan from 192.0.2.7",
      "A scan.",
    ),
  ).toBeNull();
});

test.each([
  ["LeaseWeb", "noreply@us.leaseweb.com", "Your IP got an abuse complaint", "portal"],
  [
    "Scaleway",
    "abuse@online.net",
    "Abuse complaint: answer at https://console.online.net/abuses/1",
    "portal",
  ],
  ["OVH", "abuse@ovh.net", "abuse from your server", "mail"],
  [
    "Linode",
    "support@linode.com",
    "We have received a report of malicious activity, please review our terms of service",
    "mail",
  ],
  ["Contabo", "abuse@contabo.com", "We have received a complaint about your server", "mail"],
  [
    "any provider without a mailbox or portal",
    "noreply@hosting.example",
    "We have received an abuse complaint about your server.",
    "none",
  ],
  [
    "any provider",
    "abuse@hosting.example",
    "We have received an abuse complaint about your server.",
    "mail",
  ],
])("%s: %s says where the answer goes", (_name, address, text, answer) => {
  expect(wrapperOf(address, "Abuse report", text)?.answer).toBe(answer);
});

test("who complains in his own name is no provider", () => {
  expect(
    wrapperOf("jo@shop.example", "Abuse from 192.0.2.7", "Your server 192.0.2.7 attacked my shop."),
  ).toBeNull();
  expect(
    wrapperOf(
      "report@cert.example",
      "[CERT#1] scan",
      "We have received a report about your server.",
    ),
  ).toBeNull();
});

test.each([
  ["[Ticket ID: HST-5540021] Abuse", "HST-5540021"],
  ["Abuse Ticket [#z9y8x7]", "z9y8x7"],
  ["[~QJC-933-45538]: Issue", "QJC-933-45538"],
  ["Abuse Complaint [564381]", "564381"],
  ["[AbuseID:12AB34:1F]: scan", "12AB34:1F"],
  ["Re: lunch", null],
])("the ticket of %s", (subject, ticket) => {
  expect(ticketOf(subject)).toBe(ticket);
});

test.each([
  ["This is a reminder.", "reminder"],
  ["The server has been locked.", "locked"],
  ["The server has been locked. It was unlocked today.", "unlocked"],
  ["Ihr Server wurde gesperrt.", "locked"],
  ["Please look into this.", "notice"],
])("the state of: %s", (text, state) => {
  expect(stateOf([text])).toBe(state);
});

test("a threat is the whole sentence, dots of an address included", () => {
  expect(threatOf("Hello. Otherwise the server 192.0.2.7 will be locked. Regards")).toBe(
    "Otherwise the server 192.0.2.7 will be locked",
  );
  expect(threatOf("Please look into this.")).toBeNull();
});

test("the notice that a case is over has a wrapper without the word complaint", () => {
  const wrapper = wrapperOf(
    "abuse@hosting.example",
    "[Ticket ID: 4711] your server",
    "Dear customer, your server has been unblocked again. No answer is needed.",
  );
  expect(wrapper).toMatchObject({ state: "unlocked", answer: "none", ticket: "4711" });
});

test.each([
  ["Please do not open a support ticket.", "portal"],
  ["Answer by mail. Do not open a support ticket.", "mail"],
  ["Please reply to this e-mail; don't open a ticket.", "mail"],
])("where the answer goes: %s", (text, answer) => {
  const own = `We have received a complaint about your server. ${text}`;
  expect(wrapperOf("abuse@hosting.example", "Abuse report", own)?.answer).toBe(answer);
});

test.each([
  ["Please also send an answer to the complainant.", true],
  ["Your response will be passed on to the reporter.", false],
  ["Your answer may be shared with the complainant.", false],
])("is the complainant to be answered too? %s", (text, also) => {
  const own = `We have received a complaint about your server. ${text}`;
  expect(wrapperOf("abuse@hosting.example", "Abuse report", own)?.alsoComplainant).toBe(also);
});
