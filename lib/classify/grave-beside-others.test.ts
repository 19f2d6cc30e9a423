import { expect, test } from "vitest";
import { aComplaint } from "../testing/a-complaint.ts";
import type { ComplaintType } from "./classification.ts";
import { decide } from "./decide.ts";
import type { Weight } from "./weigh.ts";

function typeOf(scores: Partial<Record<ComplaintType | "complaint", number>>): ComplaintType {
  const weights = new Map(
    Object.entries(scores).map(([type, score]): [ComplaintType, Weight] => [
      type as ComplaintType,
      { score, reasons: [`It speaks of ${type}.`], rules: 1, seen: [], structural: false },
    ]),
  );
  return decide(weights, () => weights, aComplaint()).type;
}

test.each<[ComplaintType, Parameters<typeof typeOf>[0]]>([
  ["csam", { csam: 6, law_enforcement: 7, phishing_malware: 9, complaint: 5 }],
  ["csam", { csam: 5, copyright: 30, complaint: 5 }],
  ["law_enforcement", { law_enforcement: 10, bruteforce: 30, complaint: 5 }],
  ["law_enforcement", { law_enforcement: 6, fraud: 9, complaint: 5 }],
  ["bruteforce", { law_enforcement: 6, bruteforce: 9, complaint: 5 }],
  ["law_enforcement", { law_enforcement: 10, isp_notice: 20, complaint: 5 }],
  ["law_enforcement", { law_enforcement: 10, other_not_complaint: 9, complaint: 5 }],
  ["threats", { threats: 6, autoresponse_bounce: 9, complaint: 5 }],
  ["isp_notice", { bruteforce: 30, isp_notice: 7, complaint: 5 }],
  ["autoresponse_bounce", { autoresponse_bounce: 24, bruteforce: 30, complaint: 9 }],
  ["other_not_complaint", { copyright: 9 }],
])("%s comes out of %j", (type, scores) => {
  expect(typeOf(scores)).toBe(type);
});
