import { fill } from "@/components/words/fill.ts";
import { plural, words } from "@/components/words/words.ts";
import type { RuleTerms } from "@/lib/rules/rule.ts";

/** A rule in one sentence, as a person would give the order. */
export function ruleSentence(terms: RuleTerms): string {
  return fill(words().rules.sentence, {
    join: conditions(terms).join(", "),
    terms: order(terms),
    case: plural(terms.perDay, words().rules.cases),
  });
}

function conditions(terms: RuleTerms): string[] {
  const { types, verdicts, from, provider, leastComplaints } = terms;
  const named = [
    types.length > 0
      ? fill(words().rules.isType, { type: anyOf(types.map((type) => words().types[type])) })
      : "",
    verdicts.length > 0
      ? fill(words().rules.isVerdict, {
          verdict: anyOf(verdicts.map((verdict) => `"${words().verdicts[verdict]}"`)),
        })
      : "",
    from.length > 0 ? fill(words().rules.from, { from: anyOf(from) }) : "",
    provider === "" ? "" : fill(words().rules.provider, { provider }),
    leastComplaints > 1 ? fill(words().rules.least, { leastComplaints }) : "",
  ].filter((part) => part !== "");
  return named.length > 0 ? named : [words().rules.any];
}

function order({ action, to, hours }: RuleTerms): string {
  if (action === "send") return fill(words().rules.send, { to: anyOf(to) });
  if (action === "dismiss") return words().rules.dismiss;
  return fill(words().rules.giveDeadline, { hour: plural(hours, words().rules.hours) });
}

function anyOf(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return fill(words().rules.or, { join: names.slice(0, -1).join(", "), at: names.at(-1) ?? "" });
}
