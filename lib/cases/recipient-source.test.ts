import { expect, test } from "vitest";
import { aLetterComplaint, aLetterMessage, aWrapper } from "../testing/a-letter-case.ts";
import { recipientSource } from "./recipient-source.ts";

const complaint = aLetterComplaint({
  message: aLetterMessage({
    from: { name: "Hoster", address: "tickets@hoster.example" },
    body: "Please also tell victim@shop.example.",
  }),
  wrapper: aWrapper({ answerTo: "Abuse@Hoster.example" }),
  reporter: { name: "Nora Quist", address: "nora@shop.example" },
});

test.each([
  ["abuse@hoster.example", "provider"],
  ["tickets@hoster.example", "sender"],
  ["nora@shop.example", "text"],
  ["victim@shop.example", "text"],
  ["friend@elsewhere.example", "typed"],
])("%s is known as %s", (address, source) => {
  expect(recipientSource(address, complaint)).toBe(source);
});
