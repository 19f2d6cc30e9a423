import type { ComplaintType } from "../classify/classification.ts";
import type { Answer, FindingKind, Verdict } from "../evidence/verdict.ts";
import type { Audience, Template } from "./draft.ts";
import type { Condition } from "./letter-conditions.ts";

export type LetterWanted = {
  type: ComplaintType;
  audience: Audience;
  verdict: Verdict;
  answers: Record<FindingKind, Answer>;
  conditions: Record<Condition, boolean>;
  laws: string[];
  language: string;
};

/** Audiences whose letters may serve, best first: a list gets the complainant's letter where it has none of its own. */
const SERVES: Record<Audience, readonly Audience[]> = {
  isp: ["isp"],
  complainant: ["complainant"],
  authority: ["authority"],
  list: ["list", "complainant"],
};

/**
 * The letter for this situation: its own type before `any`, this verdict before any verdict, the reader's language
 * before English, the operator's law before none. Null when no template may serve.
 */
export function chooseTemplate(wanted: LetterWanted, templates: Template[]): Template | null {
  const fitting = templates.filter((template) => mayServe(template, wanted));
  const ranked = fitting.toSorted(
    (a, b) => rank(b, wanted) - rank(a, wanted) || a.id.localeCompare(b.id, "en"),
  );
  return ranked[0] ?? null;
}

/** May this template be sent in this situation, whatever else there is? */
export function mayServe(template: Template, wanted: LetterWanted): boolean {
  return (
    (template.type === wanted.type || template.type === "any") &&
    SERVES[wanted.audience].includes(template.audience) &&
    (template.verdicts.length === 0 || template.verdicts.includes(wanted.verdict)) &&
    template.needs.every((kind) => wanted.answers[kind] === "yes") &&
    template.when.every((condition) => wanted.conditions[condition]) &&
    (template.jurisdiction === "any" || wanted.laws.includes(template.jurisdiction)) &&
    (template.language === wanted.language || template.language === "en")
  );
}

/** Type outweighs audience, then verdict, then law or conditions, then language: a right letter in English beats a vague one. */
function rank(template: Template, wanted: LetterWanted): number {
  return (
    (template.type === wanted.type ? 16 : 0) +
    (template.audience === wanted.audience ? 8 : 0) +
    (template.verdicts.length > 0 ? 4 : 0) +
    (template.jurisdiction === "any" && template.when.length === 0 ? 0 : 2) +
    (template.language === wanted.language ? 1 : 0)
  );
}
