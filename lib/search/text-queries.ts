import { FILE_MARK, ipMark, portMark, typeMark, verdictMark } from "../cases/search-text.ts";
import type { Network } from "../net/cidr.ts";
import { ipBeginnings } from "./ip-beginnings.ts";
import type { Query, Term } from "./query.ts";

/** A question to one of the two vectors of PostgreSQL's index; null: it finds nothing, for nothing was asked. */
export type TextQuery = { vector: "words" | "marks"; query: string | null; negated: boolean };

/**
 * The terms of a query in the language of PostgreSQL's full text search
 * (https://www.postgresql.org/docs/15/datatype-textsearch.html), all of which a text has to answer. The letters are the
 * weights the migration `init` gives the columns.
 */
export function textQueries({ terms }: Query): TextQuery[] {
  return terms.map((term) => ({ ...asked(term), negated: term.negated }));
}

function asked(term: Term): Omit<TextQuery, "negated"> {
  switch (term.kind) {
    case "words":
      return { vector: "words", query: phrase(term.words, "", term.begins) };
    case "type":
      return { vector: "words", query: phrase([typeMark(term.is)], "A") };
    case "verdict":
      return { vector: "words", query: phrase([verdictMark(term.is)], "A") };
    case "port":
      return { vector: "marks", query: phrase([portMark(term.port)], "A") };
    case "ip":
      return { vector: "marks", query: ipWords(term.network) };
    case "relay":
      return { vector: "marks", query: phrase(term.words, "B") };
    case "from":
      return { vector: "words", query: phrase(term.words, "C") };
    case "ref":
      return { vector: "words", query: phrase(term.words, "AB") };
    case "attachment":
      return { vector: "marks", query: phrase([FILE_MARK], "A") };
  }
}

/** Words one after the other; only letters and digits are left of them, so that nothing needs quoting. */
function phrase(said: readonly string[], weights: string, begins = false): string | null {
  const words = plainWords(said.join(" "));
  const marked = words.map((word, at) => {
    const flags = `${begins && at === words.length - 1 ? "*" : ""}${weights}`;
    return flags === "" ? `'${word}'` : `'${word}':${flags}`;
  });
  return marked.length === 0 ? null : marked.join(" <-> ");
}

/** As the function `words_of` of the migration `init` cuts a text. */
function plainWords(text: string): string[] {
  return text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}\p{M}]/u)
    .filter((word) => word !== "");
}

function ipWords(network: Network): string {
  const { words, whole } = ipBeginnings(network, ipMark(network));
  return words.map((word) => `'${word}':${whole ? "A" : "*A"}`).join(" | ");
}
