import { expect, test } from "vitest";
import { COMPLAINT_TYPES } from "../classify/classification.ts";
import {
  aClassification,
  aLetterComplaint,
  aLetterMessage,
  anEvidence,
  aWrapper,
} from "../testing/a-letter-case.ts";
import { chooseRoute, explainRoute } from "./choose-route.ts";

const robot = { name: "", address: "noreply@reports.example" };

test.each([
  ["a person who complains is answered", "bruteforce", {}, "complainant"],
  ["a provider that wants a mail", "bruteforce", { wrapper: aWrapper() }, "isp"],
  [
    "a provider that wants the complainant answered too",
    "bruteforce",
    { wrapper: aWrapper({ alsoComplainant: true }) },
    "isp+complainant",
  ],
  [
    "... but that complainant takes no answer",
    "bruteforce",
    { wrapper: aWrapper({ alsoComplainant: true }), reporter: robot },
    "isp",
  ],
  [
    "... or says so",
    "bruteforce",
    { wrapper: aWrapper({ alsoComplainant: true }), noReply: true },
    "isp",
  ],
  ["a provider with a form", "ddos", { wrapper: aWrapper({ answer: "portal" }) }, "portal"],
  ["a provider that only informs", "ddos", { wrapper: aWrapper({ answer: "none" }) }, "none"],
  [
    "a provider that unlocked the server",
    "isp_notice",
    { wrapper: aWrapper({ state: "unlocked" }) },
    "none",
  ],
  ["somebody at the provider passed it on", "fraud", { forwardedBy: "Tina at the hoster" }, "isp"],
  ["the provider's own mail", "isp_notice", {}, "isp"],
  ["a robot that says no", "bruteforce", { noReply: true }, "none"],
  ["a robot that reads nothing", "spam_web", { format: "blocklistde" }, "none"],
  ["a feedback loop", "spam_email", { format: "arf" }, "none"],
  ["a sender nobody reads", "portscan", { reporter: robot }, "none"],
  ["no sender at all", "portscan", { reporter: null }, "none"],
  ["a bounce", "autoresponse_bounce", {}, "none"],
  ["a newsletter inside a wrapper", "other_not_complaint", { wrapper: aWrapper() }, "none"],
  ["the police", "law_enforcement", {}, "counsel"],
  [
    "the police through a provider with a form",
    "law_enforcement",
    { wrapper: aWrapper({ answer: "portal" }) },
    "counsel",
  ],
  ["the police that takes no answer", "law_enforcement", { noReply: true }, "counsel"],
  ["a threat", "threats", {}, "counsel"],
  ["a hotline", "csam", { wrapper: aWrapper({ answer: "none" }) }, "counsel"],
] as const)("%s", (_, type, over, route) => {
  const { route: chosen, reason } = explainRoute(
    aLetterComplaint(over),
    aClassification(type),
    anEvidence("port-allowed"),
  );
  expect(chosen).toBe(route);
  expect(reason).toMatch(/^[A-Z].+\.$/);
});

test("a grave complaint inside a provider's notice goes to counsel too", () => {
  const complaint = aLetterComplaint({ wrapper: aWrapper() });
  for (const innerType of ["law_enforcement", "threats", "csam"] as const) {
    const classification = aClassification("isp_notice", { innerType });
    expect(chooseRoute(complaint, classification, anEvidence("port-allowed"))).toBe("counsel");
  }
});

test("whatever wraps it, a grave complaint never gets another route than counsel", () => {
  for (const answer of ["mail", "portal", "none"] as const)
    for (const noReply of [true, false])
      for (const type of COMPLAINT_TYPES) {
        const complaint = aLetterComplaint({ wrapper: aWrapper({ answer }), noReply });
        const route = chooseRoute(complaint, aClassification(type), anEvidence("cannot-tell"));
        const grave = ["law_enforcement", "threats", "csam"].includes(type);
        expect(route === "counsel").toBe(grave);
      }
});

test("a list is written to only when its listing is wrong", () => {
  const complaint = aLetterComplaint({ message: aLetterMessage() });
  const type = aClassification("blocklist_notice");
  expect(chooseRoute(complaint, type, anEvidence("port-allowed"))).toBe("none");
  expect(chooseRoute(complaint, type, anEvidence("port-rejected"))).toBe("complainant");
});
