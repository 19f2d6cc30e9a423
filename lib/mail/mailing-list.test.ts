import { expect, test } from "vitest";
import { bannerEnd, realSender, withoutSubjectTags } from "./mailing-list.ts";

const list = { name: "'Jo Doe' via Abuse", address: "abuse@isp.example" };

test.each([
  [
    "by Reply-To",
    { from: list, replyTo: [{ name: "", address: "jo@victim.example" }], headers: [] },
    { name: "Jo Doe", address: "jo@victim.example" },
    "Abuse",
  ],
  [
    "by the header the list keeps",
    {
      from: list,
      replyTo: [],
      headers: [{ name: "x-original-from", value: "Jo <jo@victim.example>" }],
    },
    { name: "Jo", address: "jo@victim.example" },
    "Abuse",
  ],
  [
    "by the address in the name",
    {
      from: { name: "jo@victim.example via abuse", address: "abuse@isp.example" },
      replyTo: [],
      headers: [],
    },
    { name: "", address: "jo@victim.example" },
    "abuse",
  ],
  [
    "not rewritten",
    {
      from: { name: "Jo", address: "jo@victim.example" },
      replyTo: [{ name: "", address: "x@other.example" }],
      headers: [],
    },
    { name: "Jo", address: "jo@victim.example" },
    null,
  ],
  [
    "no From at all",
    { from: null, replyTo: [{ name: "", address: "x@other.example" }], headers: [] },
    { name: "", address: "x@other.example" },
    null,
  ],
])("the real sender is found %s", (_how, message, mailbox, via) => {
  expect(realSender(message)).toEqual({ mailbox, via });
});

test.each([
  ["[External Sender]\n\nHello", "Hello"],
  [
    "CAUTION: This email originated from outside the organization. Do not click links.\n\nHello",
    "Hello",
  ],
  ["Hello\nCAUTION: external links inside", "Hello\nCAUTION: external links inside"],
  ["Caution, your server attacks us\nHello", "Caution, your server attacks us\nHello"],
])("gateway banners before %j end there", (body, rest) => {
  expect(body.slice(bannerEnd(body)).trimStart()).toBe(rest);
});

test("subject tags go, ticket numbers stay", () => {
  expect(withoutSubjectTags("[External Sender] [EXT] Re: [Ticket 12] Attack")).toBe(
    "Re: [Ticket 12] Attack",
  );
  expect(withoutSubjectTags("[AbuseID:ABC] x")).toBe("[AbuseID:ABC] x");
});
