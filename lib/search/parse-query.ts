import { COMPLAINT_TYPES } from "../classify/classification.ts";
import { parseNetwork } from "../net/cidr.ts";
import type { Instant } from "../time/instant.ts";
import type { Ask, Hint, Query } from "./query.ts";
import { wordsOf } from "./words-of.ts";

const MAX_LENGTH = 500;
const MAX_TERMS = 20;
/** A wider network names too many words of the index: a sixteenth of all addresses would be looked at one by one. */
const WIDEST = { 4: 16, 6: 32 } as const;
export const VERDICT_NAMES = [
  "port-allowed",
  "port-rejected",
  "relay-down",
  "not-our-ip",
  "not-tor-traffic",
  "cannot-tell",
];
const STATES = ["open", "waiting", "done"];

/** `-`, a name and a colon, and then a quoted text or everything up to the next space. */
const PIECE = /(-?)(?:([a-zA-Z]{1,20}):)?(?:"([^"]{0,500})"?|([^\s"]{1,500}))/gy;

/**
 * Reads what stands in the search field. Never throws; what is no operator, or has a value it cannot have, is searched for
 * as it stands, and a hint says so. Terms all have to be met.
 */
export function parseQuery(text: string): Query {
  const query: Query = { terms: [], states: [], after: null, before: null, hints: [] };
  if (text.length > MAX_LENGTH) query.hints.push({ code: "cut" });
  let rest = text.slice(0, MAX_LENGTH).replace(/[“”„]/g, '"').trim();
  for (let count = 0; rest !== ""; count++) {
    if (count === MAX_TERMS) {
      query.hints.push({ code: "cut" });
      break;
    }
    PIECE.lastIndex = 0;
    const found = PIECE.exec(rest);
    const [piece = rest.slice(0, 1), minus = "", name, quoted, bare] = found ?? [];
    rest = rest.slice(piece.length).trim();
    if (found)
      addPiece(query, { minus, name, value: quoted ?? bare ?? "", isQuoted: quoted !== undefined });
  }
  return query;
}

type Piece = { minus: string; name: string | undefined; value: string; isQuoted: boolean };

function addPiece(query: Query, { minus, name, value, isQuoted }: Piece): void {
  const negated = minus === "-";
  if (name === undefined) {
    // An address in IPv6 looks like an operator with a value; a quoted one never gets here.
    addWords(query, value, negated, !isQuoted && value.endsWith("*"));
    return;
  }
  const whole = `${name}:${value}`;
  const read = parseNetwork(whole) ? undefined : READ[name.toLowerCase()];
  const problem = read ? read(query, value, negated) : unknown(whole, name);
  if (problem === null) return;
  if (problem !== "literal") query.hints.push(problem);
  addWords(query, isQuoted && problem !== "literal" ? `${name} ${value}` : whole, negated, false);
}

function unknown(whole: string, name: string): Hint | "literal" {
  if (parseNetwork(whole) || /^(h(tt|xx)ps?|mailto)$/i.test(name)) return "literal";
  return { code: "unknown-operator", name };
}

/** Puts what an operator says into the query; a hint when its value cannot be read. */
type Read = (query: Query, value: string, negated: boolean) => Hint | null;
const READ: Record<string, Read> = {
  type: among("type", COMPLAINT_TYPES, (query, is, negated) => {
    query.terms.push({ kind: "type", is, negated });
  }),
  verdict: among("verdict", VERDICT_NAMES, (query, is, negated) => {
    query.terms.push({ kind: "verdict", is, negated });
  }),
  state: among("state", STATES, (query, is, negated) => {
    query.states.push({ is, negated });
  }),
  has: among("has", ["attachment"], (query, _, negated) => {
    query.terms.push({ kind: "attachment", negated });
  }),
  port: (query, value, negated) => {
    const port = /^\d{1,5}$/.test(value) ? Number(value) : -1;
    if (port < 0 || port > 65_535) return { code: "bad-value", name: "port", value };
    query.terms.push({ kind: "port", port, negated });
    return null;
  },
  ip: (query, value, negated) => {
    const network = parseNetwork(value.replace(/\[\.\]/g, "."));
    if (!network) return { code: "bad-value", name: "ip", value };
    if (network.prefix < WIDEST[network.family]) return { code: "wide-network", value };
    query.terms.push({ kind: "ip", network, negated });
    return null;
  },
  relay: named("relay"),
  from: named("from"),
  ref: named("ref"),
  before: day("before"),
  after: day("after"),
};

function among(
  name: string,
  values: readonly string[],
  put: (query: Query, is: string, negated: boolean) => void,
): Read {
  return (query, value, negated) => {
    const is = value.toLowerCase();
    if (!values.includes(is)) return { code: "bad-value", name, value };
    put(query, is, negated);
    return null;
  };
}

function named(kind: "relay" | "from" | "ref"): Read {
  return (query, value, negated) => {
    const words = wordsOf(value);
    if (words.length === 0) return { code: "bad-value", name: kind, value };
    query.terms.push({ kind, words, negated });
    return null;
  };
}

/** A day, or a moment, of UTC. `before` a day ends with the one in front of it, `after` a day begins with it. */
function day(name: "before" | "after"): Read {
  return (query, value, negated) => {
    const at = negated ? null : moment(value);
    if (at === null) return { code: "bad-value", name, value };
    query[name] = at;
    return null;
  };
}

const MOMENT = /^\d{4}-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?Z?)?)?$/;

function moment(text: string): Instant | null {
  if (!MOMENT.test(text)) return null;
  const dayOnly = text.length === 7 ? `${text}-01` : text.slice(0, 10);
  const time = text.slice(11).replace("Z", "") || "00:00";
  const at = Date.parse(`${dayOnly}T${time}Z`);
  // JavaScript takes 2026-02-31 for the 3rd of March.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== dayOnly ? null : at;
}

function addWords(query: Query, text: string, negated: boolean, begins: boolean): void {
  const words = wordsOf(text);
  if (words.length === 0) return;
  const ask: Ask = { kind: "words", words, begins: begins && (words.at(-1)?.length ?? 0) >= 3 };
  query.terms.push({ ...ask, negated });
}
