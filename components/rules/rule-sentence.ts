import { words } from "@/components/words/words.ts";
import type { RuleTerms } from "@/lib/rules/rule.ts";

/** A rule in one sentence, as a person would give the order. */
export function ruleSentence(terms: RuleTerms): string {
  return `When ${conditions(terms).join(", ")}: ${order(terms)}, for at most ${count(terms.perDay, "case")} a day.`;
}

function conditions(terms: RuleTerms): string[] {
  const { types, verdicts, from, provider, leastComplaints } = terms;
  const named = [
    types.length > 0 ? `the complaint is ${anyOf(types.map((type) => words().types[type]))}` : "",
    verdicts.length > 0
      ? `the verdict is ${anyOf(verdicts.map((verdict) => `"${words().verdicts[verdict]}"`))}`
      : "",
    from.length > 0 ? `it comes from ${anyOf(from)}` : "",
    provider === "" ? "" : `${provider} passed it on`,
    leastComplaints > 1 ? `the case has ${leastComplaints} complaints or more` : "",
  ].filter((part) => part !== "");
  return named.length > 0 ? named : ["any complaint comes"];
}

function order({ action, to, hours }: RuleTerms): string {
  if (action === "send") return `send the letter, if it goes only to ${anyOf(to)}`;
  if (action === "dismiss") return "close the case without an answer";
  return `give the case a deadline of ${count(hours, "hour")}`;
}

function anyOf(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} or ${names.at(-1)}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}
