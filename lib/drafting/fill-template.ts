import Handlebars from "handlebars";
import type { Template } from "./draft.ts";
import { isFactName } from "./fact-names.ts";
import type { Condition } from "./letter-conditions.ts";
import type { LetterFacts } from "./letter-facts.ts";
import { LETTER_LANGUAGE } from "./letter-language.ts";
import { reflow } from "./reflow.ts";

export type FilledTemplate = { subject: string; text: string; gaps: string[] };

type Block = { fn: (context: unknown) => string; inverse: (context: unknown) => string };
type Fill = (facts: LetterFacts, gaps: Set<string>) => string;

const MAX_LETTER = 20_000;
const compiled = new WeakMap<Template, { subject: Fill; body: Fill }>();

/**
 * Fills a checked template (`parseTemplate`). A fact that is not known stands as `[[name]]` and is named in `gaps`.
 * The context is empty and every helper takes literal names only: a template reaches nothing but these facts.
 */
export function fillTemplate(template: Template, facts: LetterFacts): FilledTemplate {
  const fills = compiled.get(template) ?? {
    subject: compileText(template.subject),
    body: compileText(template.body),
  };
  compiled.set(template, fills);
  const gaps = new Set<string>();
  const subject = fills.subject(facts, gaps);
  const text = reflow(fills.body(facts, gaps)).slice(0, MAX_LETTER);
  return { subject, text, gaps: [...gaps] };
}

function compileText(source: string): Fill {
  // Handlebars compiles a syntax tree handed to it unchecked (CVE-2026-106446): strings only.
  if (typeof source !== "string") throw new TypeError("A template is a text.");
  const known = Object.fromEntries(Object.keys(LETTER_LANGUAGE).map((name) => [name, true]));
  const render = Handlebars.create().compile(source, {
    noEscape: true,
    knownHelpersOnly: true,
    knownHelpers: { ...known, each: false, if: false, lookup: false, log: false, with: false },
    strict: true,
  });
  return (facts, gaps) => render({}, { helpers: helpersFor(facts, gaps) });
}

function helpersFor(facts: LetterFacts, gaps: Set<string>) {
  const guard =
    (holds: (names: string[]) => boolean) =>
    (...call: unknown[]) => {
      const block = call.at(-1) as Block;
      return holds(call.slice(0, -1).map(String)) ? block.fn({}) : block.inverse({});
    };
  const every = (holds: (name: string) => boolean) => guard((names) => names.every(holds));
  return {
    fact: (name: string) => factOrGap(name, facts, gaps),
    given: every((name) => isFactName(name) && facts.values[name] !== undefined),
    missing: every((name) => isFactName(name) && facts.values[name] === undefined),
    proven: every((kind) => facts.answers[kind as keyof typeof facts.answers] === "yes"),
    disproven: every((kind) => facts.answers[kind as keyof typeof facts.answers] === "no"),
    verdict: guard((names) => names.includes(facts.verdict)),
    when: every((name) => facts.conditions[name as Condition]),
    law: guard((names) => names.some((name) => facts.laws.includes(name))),
    refused: guard(
      (ports) =>
        facts.refusedPorts.length > 0 &&
        facts.refusedPorts.every((port) => ports.includes(String(port))),
    ),
  };
}

function factOrGap(name: string, facts: LetterFacts, gaps: Set<string>): string {
  const value = isFactName(name) ? facts.values[name] : undefined;
  if (value !== undefined) return value;
  gaps.add(name);
  return `[[${name}]]`;
}
