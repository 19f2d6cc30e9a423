import { ipv4Word } from "../net/ip-bits.ts";
import type { DnsblList, ListCode, ListingKind } from "./dnsbl-lists.ts";

/** What a resolver said to one question. `failed`: it could not be answered, with the reason in one line. */
export type DnsAnswer =
  | { outcome: "found"; addresses: readonly string[] }
  | { outcome: "none" }
  | { outcome: "failed"; reason: string };

/** What that means about the address that was asked about. */
export type Judgement =
  | { state: "listed"; kind: ListingKind; codes: string[]; means: string[] }
  | { state: "clear" }
  | { state: "refused" | "failed"; codes: string[]; problem: string };

const MAX_CODES = 10;
/** Worst first: what is worth an answer outweighs what is expected. */
const KINDS: readonly ListingKind[] = ["abuse", "range", "tor"];

/**
 * Reads a list's answer. Only 127.0.0.0/8 says anything (RFC 5782 section 2.1): any other address comes from a resolver
 * that makes up answers for names that do not exist. 127.255.255.0/24 and 127.0.0.1 are how lists say that they do not
 * answer this resolver, unless the list itself gives them a meaning.
 */
export function judgeAnswer(list: DnsblList, answer: DnsAnswer): Judgement {
  if (answer.outcome === "none") return { state: "clear" };
  if (answer.outcome === "failed") return { state: "failed", codes: [], problem: answer.reason };
  const codes = [...new Set(answer.addresses)].slice(0, MAX_CODES);
  const made = codes.find((code) => tailOf(code) === null);
  if (made !== undefined || codes.length === 0)
    return {
      state: "failed",
      codes,
      problem: `The resolver answered ${made ?? "nothing"}, which no list says: it makes up answers for unknown names. Give the desk a resolver of your own.`,
    };
  const read = codes.map((code) => readCode(list, tailOf(code) ?? ""));
  const refused = read.find(({ kind }) => kind === "refusal");
  if (refused) return { state: "refused", codes, problem: refused.means };
  return {
    state: "listed",
    kind: KINDS.find((kind) => read.some((one) => one.kind === kind)) ?? list.otherwise,
    codes,
    means: [...new Set(read.map(({ means }) => means).filter((means) => means !== ""))],
  };
}

/** What the codes of a stored listing mean, for people. */
export function meaningsOf(list: DnsblList, codes: readonly string[]): string[] {
  return codes.flatMap((code) => list.codes[tailOf(code) ?? ""]?.means ?? []);
}

/** `0.0.2` of 127.0.0.2; null outside 127.0.0.0/8. */
function tailOf(code: string): string | null {
  const word = ipv4Word(code);
  return word !== null && word >>> 24 === 127 ? code.slice("127.".length) : null;
}

function readCode(list: DnsblList, tail: string): ListCode {
  const known = list.codes[tail];
  if (known) return known;
  if (tail.startsWith("255.255."))
    return {
      kind: "refusal",
      means: "The list does not answer this resolver. Give the desk a resolver of your own.",
    };
  if (tail === "0.0.1")
    return {
      kind: "refusal",
      means: "The list answered 127.0.0.1, which says that it does not answer this resolver.",
    };
  return { kind: list.otherwise, means: "" };
}
