import fc from "fast-check";
import { expect, test } from "vitest";
import { COMPLAINT_TYPES } from "../classify/classification.ts";
import { VERDICTS } from "../drafting/letter-language.ts";
import { planRule, type RuleFacts, type RuleUsage } from "./plan-rule.ts";
import { fitsAddress, RULE_ACTIONS, type RuleTerms, ruleSchema } from "./rule.ts";

const RULE: RuleTerms = {
  name: "Answer the port scans of one hoster",
  types: ["portscan"],
  verdicts: ["port-allowed"],
  from: ["*@isp.example"],
  provider: "",
  leastComplaints: 1,
  action: "send",
  hours: 24,
  to: ["abuse@isp.example"],
  perDay: 10,
};
const FACTS: RuleFacts = {
  type: "portscan",
  innerType: null,
  verdict: "port-allowed",
  sealed: false,
  isSure: true,
  isReady: true,
  isOpen: true,
  sender: "abuse@isp.example",
  provider: "",
  complaints: 1,
  isAutomatic: false,
  from: "authenticated",
  isProvidersOwn: false,
  letters: [{ to: ["abuse@isp.example"], gaps: 0, isEdited: false }],
};
const FRESH: RuleUsage = { today: 0, lettersInCase: 0, writtenTo: new Set() };

test("a rule acts where all its conditions hold", () => {
  expect(planRule(RULE, FACTS, FRESH)).toEqual({ does: "send" });
  const notice = { ...FACTS, type: "isp_notice" as const, innerType: "portscan" as const };
  expect(planRule(RULE, notice, FRESH)).toEqual({ does: "send" });
});

test("a rule by provider acts on mail of the provider's own domain, or of addresses it names", () => {
  const hetzner = { ...FACTS, provider: "Hetzner", sender: "abuse@hetzner.example" };
  const rule = { ...RULE, provider: "Hetzner", from: [] };
  expect(planRule(rule, { ...hetzner, isProvidersOwn: true }, FRESH)).toEqual({ does: "send" });
  const named = { ...rule, from: ["abuse@hetzner.example"] };
  expect(planRule(named, hetzner, FRESH)).toEqual({ does: "send" });
});

test.each<[string, Partial<RuleTerms>, Partial<RuleFacts>]>([
  ["another kind", {}, { type: "spam_email" }],
  ["another verdict", {}, { verdict: "relay-down" }],
  ["another sender", {}, { sender: "abuse@evilisp.example" }],
  ["another provider", { provider: "Hetzner" }, { provider: "Contabo" }],
  [
    "a provider only by its own word",
    { provider: "Hetzner", from: [] },
    { provider: "Hetzner", isProvidersOwn: false },
  ],
  ["too few complaints", { leastComplaints: 3 }, { complaints: 2 }],
  ["a case that is done", {}, { isOpen: false }],
])("%s: the conditions do not hold", (_, rule, facts) => {
  const plan = planRule({ ...RULE, ...rule }, { ...FACTS, ...facts }, FRESH);
  expect(plan).toMatchObject({ does: null, fits: false });
});

test.each<[string, Partial<RuleFacts>, Partial<RuleUsage>]>([
  ["the desk is unsure", { isSure: false }, {}],
  ["a fact is missing", { isReady: false }, {}],
  [
    "a gap is in the letter",
    { letters: [{ to: ["abuse@isp.example"], gaps: 1, isEdited: false }] },
    {},
  ],
  ["somebody edits", { letters: [{ to: ["abuse@isp.example"], gaps: 0, isEdited: true }] }, {}],
  [
    "a stranger would get it",
    { letters: [{ to: ["abuse@isp.example", "x@evil.example"], gaps: 0, isEdited: false }] },
    {},
  ],
  ["nobody would get it", { letters: [{ to: [], gaps: 0, isEdited: false }] }, {}],
  ["a program wrote", { isAutomatic: true }, {}],
  ["who sent it is being checked", { from: "waiting" }, {}],
  ["nothing proves who sent it", { from: "unproven" }, {}],
  ["nobody can check who sent it", { from: "unchecked" }, {}],
  ["enough for today", {}, { today: 10 }],
  ["the case had its letter", {}, { lettersInCase: 1 }],
  ["the address had its letter", {}, { writtenTo: new Set(["abuse@isp.example"]) }],
])("brake: %s", (_, facts, usage) => {
  const plan = planRule(RULE, { ...FACTS, ...facts }, { ...FRESH, ...usage });
  expect(plan).toMatchObject({ does: null, fits: true });
});

test("no rule whatever reaches law enforcement, threats, child abuse or a sealed case", () => {
  const type = fc.constantFrom(...COMPLAINT_TYPES);
  const grave = fc.constantFrom("law_enforcement" as const, "threats" as const, "csam" as const);
  const rule: fc.Arbitrary<RuleTerms> = fc.record({
    name: fc.constant("any"),
    types: fc.uniqueArray(type),
    verdicts: fc.subarray([...VERDICTS]),
    from: fc.constantFrom([], ["*@isp.example"]),
    provider: fc.constantFrom("", "Hetzner"),
    leastComplaints: fc.integer({ min: 1, max: 3 }),
    action: fc.constantFrom(...RULE_ACTIONS),
    hours: fc.constant(24),
    to: fc.constant(["*@isp.example"]),
    perDay: fc.constant(500),
  });
  const facts = fc.record({
    ...Object.fromEntries(Object.entries(FACTS).map(([key, value]) => [key, fc.constant(value)])),
    type,
    innerType: fc.option(type),
    sealed: fc.boolean(),
    isSure: fc.boolean(),
  }) as fc.Arbitrary<RuleFacts>;
  fc.assert(
    fc.property(rule, facts, grave, fc.nat(2), (terms, given, worst, where) => {
      const inside = [
        { ...given, type: worst },
        { ...given, innerType: worst },
        { ...given, sealed: true },
      ][where];
      expect(inside && planRule(terms, inside, FRESH).does).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test("an address pattern is one address or one domain, never more", () => {
  expect(fitsAddress(["*@isp.example"], "Abuse@ISP.example")).toBe(true);
  expect(fitsAddress(["*@isp.example"], "x@sub.isp.example")).toBe(false);
  expect(fitsAddress(["*@isp.example"], "x@evilisp.example")).toBe(false);
  expect(fitsAddress(["a@isp.example"], "b@isp.example")).toBe(false);
  for (const bad of ["*", "*@*", "isp.example", "a b@isp.example", "a@isp.example, b@isp.example"])
    expect(ruleSchema.shape.to.safeParse([bad]).success, bad).toBe(false);
});
