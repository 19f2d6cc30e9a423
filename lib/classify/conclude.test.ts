import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPLAINT_TYPES, type ComplaintType } from "./classification.ts";
import { conclude, NEVER_TAUGHT } from "./conclude.ts";
import type { Judgement } from "./signs.ts";
import { learn, type Taught, untaught } from "./taught.ts";

const SEEN = [
  "It speaks of failed logins",
  "It names an address",
  'words like "login"',
  'words like "passw"',
];

function aJudgement(over: Partial<Judgement> = {}): Judgement {
  return {
    type: "portscan",
    innerType: null,
    isComplaint: true,
    reasons: ["It names no kind."],
    seen: SEEN,
    rivals: [],
    signs: {
      path: "unknown",
      lead: 0,
      score: 0,
      rules: 0,
      structural: false,
      overheard: false,
    },
    ...over,
  };
}

/** A desk that was told twenty times that such mail is of this type, and as often that other mail is of another. */
function told(type: ComplaintType): Taught {
  const twenty = Array.from({ length: 20 });
  const first = twenty.reduce<Taught>((taught) => learn(taught, SEEN, type), untaught());
  return twenty.reduce<Taught>((taught) => learn(taught, ["It is a bill"], "portscan"), first);
}

const CLEAR = { ...aJudgement().signs, path: "direct" as const, lead: 30, score: 40, rules: 6 };

test("a guess gives way to what the desk was told, and says what it rests on", () => {
  const { type, reasons } = conclude(aJudgement(), told("bruteforce"));
  expect(type).toBe("bruteforce");
  expect(reasons[0]).toContain("It speaks of failed logins");
});

test("a clear answer stays, but is no longer sure when all lessons speak against it", () => {
  const clear = aJudgement({ signs: CLEAR });
  const doubted = conclude(clear, told("bruteforce"));
  expect(doubted.type).toBe("portscan");
  expect(doubted.confidence).toBeLessThanOrEqual(0.75);
  expect(conclude(clear).confidence).toBeGreaterThan(0.9);
});

test("of two kinds that are as near the lessons choose; a third they may not", () => {
  const tie = { ...CLEAR, lead: 0 };
  const near = aJudgement({ signs: tie, rivals: ["portscan", "bruteforce"] });
  const far = aJudgement({ signs: tie, rivals: ["portscan", "ddos"] });
  expect(conclude(near, told("bruteforce")).type).toBe("bruteforce");
  expect(conclude(far, told("bruteforce")).type).toBe("portscan");
});

const aType = fc.constantFrom(...COMPLAINT_TYPES);
const aSeen = fc.subarray([...SEEN, "It is a bill"]);
const lessons = fc
  .array(fc.tuple(aType, aSeen), { maxLength: 60 })
  .map((all) => all.reduce((taught, [type, seen]) => learn(taught, seen, type), untaught()));
const signs = fc.record({
  path: fc.constantFrom(
    "harmless" as const,
    "passed" as const,
    "direct" as const,
    "unknown" as const,
  ),
  lead: fc.integer({ min: 0, max: 40 }),
  score: fc.integer({ min: 0, max: 60 }),
  rules: fc.integer({ min: 0, max: 9 }),
  structural: fc.boolean(),
  overheard: fc.boolean(),
});

test("no lessons make anything else of police, pictures of children or threats, nor hide them", () => {
  fc.assert(
    fc.property(
      lessons,
      signs,
      fc.constantFrom(...NEVER_TAUGHT),
      aSeen,
      (taught, given, type, seen) => {
        const direct = aJudgement({ type, signs: given, seen });
        expect(conclude(direct, taught)).toEqual(conclude(direct));
        const wrapped = aJudgement({ type: "isp_notice", innerType: type, signs: given, seen });
        expect(conclude(wrapped, taught)).toEqual(conclude(wrapped));
      },
    ),
  );
});

test("lessons never raise certainty, make nothing grave, and never turn a complaint into a harmless mail or back", () => {
  const harmless: ComplaintType[] = ["autoresponse_bounce", "other_not_complaint"];
  fc.assert(
    fc.property(lessons, signs, aType, aSeen, (taught, given, type, seen) => {
      const isComplaint = !harmless.includes(type);
      const judgement = aJudgement({
        type,
        isComplaint,
        signs: given,
        seen,
        rivals: [...COMPLAINT_TYPES],
      });
      const [alone, answer] = [conclude(judgement), conclude(judgement, taught)];
      expect(answer.confidence).toBeLessThanOrEqual(alone.confidence);
      expect(answer.isComplaint).toBe(isComplaint);
      expect(harmless.includes(answer.type)).toBe(!isComplaint);
      expect(answer.type === type || !NEVER_TAUGHT.includes(answer.type)).toBe(true);
    }),
  );
});
