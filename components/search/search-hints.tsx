import { Notice } from "@/components/ui/notice.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import { COMPLAINT_TYPES } from "@/lib/classify/classification.ts";
import { VERDICT_NAMES } from "@/lib/search/parse-query.ts";
import { type Hint, OPERATORS } from "@/lib/search/query.ts";

/** What was typed that could not be read as it was meant, each with its remedy. */
export function SearchHints({ hints }: { hints: readonly Hint[] }) {
  return [...new Set(hints.map(hintText))].map((text) => (
    <Notice key={text} kind="info">
      {text}
    </Notice>
  ));
}

function hintText(hint: Hint): string {
  const said = words().search.hints;
  switch (hint.code) {
    case "unknown-operator":
      return fill(said.unknown, {
        name: hint.name,
        operators: OPERATORS.map((name) => `${name}:`).join(" "),
      });
    case "bad-value":
      return fill(said.bad, { name: hint.name, value: hint.value, remedy: remedyFor(hint.name) });
    case "wide-network":
      return fill(said.wide, { value: hint.value });
    case "cut":
      return said.cut;
  }
}

function remedyFor(name: string): string {
  const said = words().search.remedies;
  if (name === "type") return fill(said.type, { values: COMPLAINT_TYPES.join(", ") });
  if (name === "verdict") return fill(said.verdict, { values: VERDICT_NAMES.join(", ") });
  if (name === "state" || name === "has" || name === "port" || name === "ip") return said[name];
  return name === "before" || name === "after" ? said.day : said.name;
}
