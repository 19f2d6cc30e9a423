import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPLAINT_TYPES } from "../classify/classification.ts";
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
import { chooseRoute } from "./choose-route.ts";
import type { Route } from "./draft.ts";
import { draftReplies } from "./draft-replies.ts";
import { readTemplates } from "./files.ts";
import { FINDING_KINDS, VERDICTS } from "./letter-language.ts";

const { templates } = await readTemplates("templates");

const verdict = fc.constantFrom<Verdict[]>(...VERDICTS);
const answers = fc.dictionary(
  fc.constantFrom<FindingKind[]>(...FINDING_KINDS),
  fc.constantFrom<Answer[]>("yes", "no", "unknown"),
);
const event: fc.Arbitrary<ComplaintEvent> = fc
  .record({
    time: fc.option(fc.constantFrom(aTime(), aTime({ zone: "contradictory" }))),
    sourceIp: fc.option(fc.constantFrom("192.0.2.10", "2001:db8:20::20")),
    destinationPort: fc.option(fc.constantFrom(22, 25, 443)),
    protocol: fc.constantFrom<ComplaintEvent["protocol"][]>("tcp", "udp", "icmp", "unknown"),
    synOnly: fc.boolean(),
  })
  .map((over) => anEvent(over));
/** Any findings at all, contradictory ones included: the letters must stay within them. */
const evidence: fc.Arbitrary<Evidence> = fc
  .array(fc.tuple(verdict, answers), { minLength: 1, maxLength: 3 })
  .map((events) => {
    const [first] = events;
    const found = events.map(([one, given], index) => {
      const [finding] = anEvidence(one, given).events;
      return { event: index, verdict: one, findings: finding?.findings ?? [] };
    });
    return { ...anEvidence(first?.[0] ?? "cannot-tell"), events: found };
  });
const words = fc.string({ unit: "binary", maxLength: 60 });

test("whatever the findings and the mail say, no letter goes beyond them", () => {
  fc.assert(
    fc.property(
      fc.record({
        type: fc.constantFrom(...COMPLAINT_TYPES),
        route: fc.constantFrom<Route[]>("isp+complainant", "portal", "counsel"),
        evidence,
        events: fc.array(event, { maxLength: 3 }),
        title: words,
        subject: words,
        language: fc.constantFrom("en", "de", "fr"),
        jurisdiction: fc.constantFrom("us", "de", "nl", "ch", ""),
      }),
      ({ type, route, events, title, subject, language, jurisdiction, ...found }) => {
        const base = aLetterComplaint({ events, language, wrapper: aWrapper() });
        const complaint = {
          ...base,
          work: { value: title, span: null },
          message: { ...base.message, subject },
        };
        const operator = { ...OPERATOR, jurisdiction };
        const drafts = draftReplies({
          complaint,
          classification: aClassification(type),
          evidence: found.evidence,
          route,
          templates,
          operator,
          receivedAt: RECEIVED_AT,
        });
        expect(drafts).toHaveLength(route === "isp+complainant" ? 2 : 1);
        for (const { text, gaps, subject: written } of drafts) {
          const letter = { text, gaps, complaint, evidence: found.evidence, operator };
          const problems = checkLetter(letter).filter(({ code }) => code !== "empty");
          expect(problems, text).toEqual([]);
          expect(written).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
          expect(written.length).toBeLessThanOrEqual(200);
        }
      },
    ),
    { numRuns: 1000, seed: 7 },
  );
});

test("no mail can talk a grave complaint out of counsel's hands", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...COMPLAINT_TYPES),
      fc.option(fc.constantFrom(...COMPLAINT_TYPES)),
      fc.constantFrom("mail" as const, "portal" as const, "none" as const),
      fc.boolean(),
      evidence,
      (type, innerType, answer, noReply, found) => {
        const complaint = aLetterComplaint({ noReply, wrapper: aWrapper({ answer }) });
        const classification = { ...aClassification(type), innerType };
        const grave = ["law_enforcement", "threats", "csam"];
        const isGrave = grave.includes(type) || grave.includes(innerType ?? "");
        expect(chooseRoute(complaint, classification, found) === "counsel").toBe(isGrave);
      },
    ),
  );
});
