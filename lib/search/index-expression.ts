import { FILE_MARK, ipMark, portMark, typeMark, verdictMark } from "../cases/search-text.ts";
import type { Network } from "../net/cidr.ts";
import { ipBeginnings } from "./ip-beginnings.ts";
import type { Query, Term } from "./query.ts";

/**
 * The terms of a query in the language of SQLite's full text index (https://www.sqlite.org/fts5.html, section 3). Every
 * text has the mark "any": what is only excluded is excluded from all.
 */
export function indexExpression({ terms }: Query): string {
  const wanted = terms.filter(({ negated }) => !negated).map(expression);
  const unwanted = terms.filter(({ negated }) => negated).map(expression);
  const all = wanted.length === 0 ? "{marks} : any" : wanted.join(" AND ");
  return unwanted.reduce((left, right) => `(${left}) NOT (${right})`, `(${all})`);
}

function expression(term: Term): string {
  switch (term.kind) {
    case "words":
      return `{text sender refs caseMarks} : ${phrase(term.words)}${term.begins ? " *" : ""}`;
    case "type":
      return `{caseMarks} : ${phrase([typeMark(term.is)])}`;
    case "verdict":
      return `{caseMarks} : ${phrase([verdictMark(term.is)])}`;
    case "port":
      return `{marks} : ${phrase([portMark(term.port)])}`;
    case "ip":
      return `{marks} : (${ipWords(term.network).join(" OR ")})`;
    case "relay":
      return `{relays} : ${phrase(term.words)}`;
    case "from":
      return `{sender} : ${phrase(term.words)}`;
    case "ref":
      return `{refs caseMarks} : ${phrase(term.words)}`;
    case "attachment":
      return `{marks} : ${phrase([FILE_MARK])}`;
  }
}

function phrase(words: readonly string[]): string {
  return `"${words.join(" ").replaceAll('"', '""')}"`;
}

function ipWords(network: Network): string[] {
  const { words, whole } = ipBeginnings(network, ipMark(network));
  return words.map((word) => `${phrase([word])}${whole ? "" : " *"}`);
}
