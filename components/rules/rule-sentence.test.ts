import { expect, test } from "vitest";
import type { RuleTerms } from "@/lib/rules/rule.ts";
import { ruleSentence } from "./rule-sentence.ts";

const TERMS: RuleTerms = {
  name: "x",
  types: [],
  verdicts: [],
  from: [],
  provider: "",
  leastComplaints: 1,
  action: "dismiss",
  hours: 1,
  to: [],
  perDay: 1,
};

test("a rule reads as one order", () => {
  expect(ruleSentence(TERMS)).toBe(
    "When any complaint comes: close the case without an answer, for at most 1 case a day.",
  );
  const send: RuleTerms = {
    ...TERMS,
    types: ["bruteforce", "portscan"],
    verdicts: ["port-allowed"],
    from: ["*@isp.example"],
    provider: "Hetzner",
    leastComplaints: 2,
    action: "send",
    to: ["a@isp.example", "b@isp.example"],
    perDay: 20,
  };
  expect(ruleSentence(send)).toBe(
    'When the complaint is Brute force or Port scan, the verdict is "Our relay, port allowed", it comes from *@isp.example, Hetzner passed it on, the case has 2 complaints or more: send the letter, if it goes only to a@isp.example or b@isp.example, for at most 20 cases a day.',
  );
  expect(ruleSentence({ ...TERMS, action: "deadline", hours: 6 })).toContain(
    "give the case a deadline of 6 hours",
  );
});
