import { expect, test } from "vitest";
import { COMPLAINT_TYPES, type ComplaintType } from "../classify/classification.ts";
import type { ComplaintEvent } from "../complaints/complaint.ts";
import type { Answer, Evidence, FindingKind, Verdict } from "../evidence/verdict.ts";
import {
  aClassification,
  aLetterComplaint,
  anEvent,
  anEvidence,
  aTime,
  aWrapper,
  OPERATOR,
  RECEIVED_AT,
} from "../testing/a-letter-case.ts";
import { checkLetter } from "./check-letter.ts";
import { mayServe } from "./choose-template.ts";
import type { Template } from "./draft.ts";
import { readTemplates } from "./files.ts";
import { fillTemplate } from "./fill-template.ts";
import { findingAnswers } from "./finding-answers.ts";
import { lawsOf } from "./laws-of.ts";
import { conditionsOf } from "./letter-conditions.ts";
import { letterFacts } from "./letter-facts.ts";
import { VERDICTS } from "./letter-language.ts";

const { templates, problems } = await readTemplates("templates");

/** Findings that a verdict may come with, beside the usual ones. */
const ANSWERS: Record<Verdict, Partial<Record<FindingKind, Answer>>[]> = {
  "port-allowed": [{}, { uptime: "unknown", protocol: "unknown" }],
  "port-rejected": [{}, { role: "no" }],
  "relay-down": [{}, { role: "no" }],
  "not-our-ip": [{}],
  "not-tor-traffic": [{}, { protocol: "unknown", role: "no" }],
  "cannot-tell": [
    {},
    { tenure: "unknown", role: "unknown" },
    { time: "unknown", tenure: "unknown" },
  ],
};
const NOTHING = { time: null, destinationIp: null, destinationPort: null };
const EVENTS = [
  [anEvent()],
  [anEvent({ destinationPort: 25 })],
  [anEvent({ protocol: "udp", destinationPort: 53 })],
  [anEvent({ synOnly: true, sourcePort: 4711 })],
  [anEvent({ ...NOTHING, protocol: "unknown", sourceIp: null })],
  [
    anEvent(),
    anEvent({ destinationPort: 2222, time: aTime({ at: null, earliest: null, latest: null }) }),
  ],
];
const COMPLAINTS = [
  aLetterComplaint({ accused: [], evidenceText: "hxxp://192.0.2.10/login is a phishing page" }),
  aLetterComplaint({
    wrapper: aWrapper(),
    refs: [{ value: "CASE-7", span: null }],
    work: { value: "A {{film}} with [[odd]] title\u202e\r\nBcc: x@y.example", span: null },
    deadline: { at: null, hours: 24, text: "within 24 hours", span: null },
    format: "acns",
  }),
];
const OPERATORS = [
  OPERATOR,
  { ...OPERATOR, jurisdiction: "us", noticeUrl: null, counsel: null },
  { ...OPERATOR, jurisdiction: "", logStatement: "We keep no logs of the traffic of this relay." },
];

test("every shipped template can be read", () => {
  expect(problems).toEqual([]);
  expect(templates.length).toBeGreaterThan(45);
});

/** A finding "UDP cannot be Tor" about TCP, or a policy finding about no port, cannot be: such evidence is not made. */
function isPossible(evidence: Evidence, events: ComplaintEvent[]): boolean {
  const udp = events.every((event) => event.protocol === "udp");
  const port = events.every((event) => event.destinationPort !== null);
  const answers = findingAnswers(evidence);
  if (answers.protocol !== "unknown" && (answers.protocol === "no") !== udp) return false;
  if (udp && evidence.verdict === "port-allowed") return false;
  return port || answers.policy === "unknown" || answers.role === "no";
}

const SITUATIONS = VERDICTS.flatMap((verdict) =>
  ANSWERS[verdict].flatMap((answers) =>
    EVENTS.map((events) => ({ events, evidence: anEvidence(verdict, answers, events.length) })),
  ),
)
  .filter(({ events, evidence }) => isPossible(evidence, events))
  .flatMap(({ events, evidence }) =>
    COMPLAINTS.flatMap((base) =>
      OPERATORS.map((operator) => ({ complaint: { ...base, events }, evidence, operator })),
    ),
  );

function served(type: ComplaintType, template: Template) {
  return SITUATIONS.filter(({ complaint, evidence, operator }) =>
    mayServe(template, {
      type,
      audience: template.audience,
      verdict: evidence.verdict,
      answers: findingAnswers(evidence),
      conditions: conditionsOf(complaint, evidence, findingAnswers(evidence)),
      laws: lawsOf(operator.jurisdiction),
      language: template.language,
    }),
  );
}

test.each(templates.map((template) => [`${template.id}.${template.language}`, template] as const))(
  "%s says nothing unproven and nothing empty, whatever it answers",
  (_, template) => {
    const types = template.type === "any" ? COMPLAINT_TYPES : [template.type as ComplaintType];
    let letters = 0;
    for (const type of types.slice(0, 3))
      for (const { complaint, evidence, operator } of served(type, template)) {
        const facts = letterFacts({
          complaint,
          classification: aClassification(type),
          evidence,
          operator,
          receivedAt: RECEIVED_AT,
          language: template.language,
          subject: "Re: something",
        });
        const filled = fillTemplate(template, facts);
        const found = checkLetter({ ...filled, complaint, evidence, operator });
        expect(found, `${evidence.verdict}\n${filled.text}`).toEqual([]);
        expect(filled.text.length).toBeGreaterThan(200);
        letters += 1;
      }
    expect(letters).toBeGreaterThan(0);
  },
);

test("each situation of the desk has a letter for each audience", () => {
  for (const type of COMPLAINT_TYPES)
    for (const verdict of VERDICTS)
      for (const audience of ["isp", "complainant"] as const) {
        const answers = findingAnswers(anEvidence(verdict));
        const conditions = conditionsOf(aLetterComplaint(), anEvidence(verdict), answers);
        const wanted = { type, audience, verdict, answers, conditions, laws: [], language: "en" };
        expect(templates.some((one) => mayServe(one, wanted))).toBe(true);
      }
});

test("the same letter in two languages serves the same situations", () => {
  for (const template of templates.filter(({ language }) => language !== "en")) {
    const english = templates.find(({ id, language }) => id === template.id && language === "en");
    const serves = ({ type, audience, verdicts, needs, when, legal }: Template) => ({
      type,
      audience,
      verdicts,
      needs,
      when,
      legal,
    });
    expect(english && serves(english)).toEqual(serves(template));
  }
});

test("a letter that cites law is marked, and no other", () => {
  for (const { body, legal, id } of templates)
    expect([id, legal]).toEqual([id, /USC|Services Act|DDG/.test(body)]);
});
