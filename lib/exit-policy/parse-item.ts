import type { IpBits } from "../net/ip-bits.ts";
import { isMapped } from "./is-public-for-tor.ts";
import type { PortRange, Rule } from "./policy.ts";
import { makeRule } from "./rule.ts";
import { PRIVATE_NETS } from "./standard-policies.ts";
import { torAddress } from "./tor-address.ts";

/** torrc: `*` means both families, `*4` and `*6` exist. Descriptor: `*` means IPv4. */
export type ItemForm = "torrc" | "descriptor";
export type ParsedItem = { rules: Rule[] } | { flaw: string; effect: "ignored" | "refused" };

type Pattern = { addresses: IpBits[]; prefix: number; ports: PortRange };
type Flaw = { flaw: string };

/** tor refuses patterns longer than this (address.c, MAX_ADDRESS_LENGTH). */
const MAX_PATTERN = 80;
const ANY4: IpBits = { family: 4, words: [0] };
const ANY6: IpBits = { family: 6, words: [0, 0, 0, 0] };

/**
 * One `accept` or `reject` item as tor 0.4.9 reads it (router_parse_addr_policy_item_from_string): an optional `opt`, a
 * case-sensitive action, one pattern. Oddities such as trailing text after a port range are tor's own and are kept.
 */
export function parseItem(text: string, form: ItemForm, origin: string): ParsedItem {
  const words = tokens(text);
  if (words[0] === "opt") words.shift();
  const [action = "", pattern, ...rest] = words;
  const known = /^(accept|reject)(6?)$/.exec(action);
  if (known === null) {
    return refused(
      `"${show(action)}" is not an action; write accept, reject, accept6 or reject6 in lower case`,
    );
  }
  if (pattern === undefined)
    return refused(`"${action}" needs an address and ports, for example ${action} *:80`);
  if (rest.length > 0) {
    return refused(
      `"${show(rest.join(" "))}" is left over; separate rules with a comma and keep spaces out of them`,
    );
  }
  const only6 = known[2] === "6";
  const read = pattern.startsWith("private")
    ? readPrivate(pattern)
    : readPattern(pattern, form, only6);
  if ("flaw" in read) return refused(read.flaw);
  const accept = known[1] === "accept";
  return build(Array.isArray(read) ? read : [read], { accept, only6, origin });
}

type Wanted = { accept: boolean; only6: boolean; origin: string };

function build(patterns: readonly Pattern[], { accept, only6, origin }: Wanted): ParsedItem {
  const rules: Rule[] = [];
  for (const { addresses, prefix, ports } of patterns) {
    for (const { family, words } of addresses) {
      const [minPort, maxPort] = [ports.min, ports.max];
      rules.push(makeRule({ accept, family, words, prefix, minPort, maxPort, origin }));
    }
  }
  if (!only6 || rules.every((rule) => rule.family === 6)) return { rules };
  const flaw = "accept6 and reject6 take only IPv6 addresses; use accept or reject";
  return { flaw, effect: "ignored" };
}

/** Spaces and comments, as tor's eat_whitespace passes over them. */
const PLAIN = /^(accept6?|reject6?) ([^ \t\r\n#]+)$/;
const BLANK = /^(?:[ \t\r\n]|#[^\n]*)+/;
const WORD = /^[^ \t\r#]*/;

/**
 * tor's tokenizer: only the first line counts, and a `#` ends a word. What follows it is the next word, unless a blank
 * or another `#` stands before it, which makes it a comment.
 */
function tokens(text: string): string[] {
  const plain = PLAIN.exec(text);
  if (plain !== null) return plain.slice(1);
  const line = text.replace(BLANK, "").split("\n", 1)[0] ?? "";
  const words: string[] = [WORD.exec(line)?.[0] ?? ""];
  let rest = line.slice(words[0]?.length).replace(/^[ \t\r]+/, "");
  while (rest !== "" && words.length < 4) {
    const word = WORD.exec(rest)?.[0] ?? "";
    words.push(word);
    rest = rest.slice(word.length + 1).replace(BLANK, "");
  }
  return words;
}

function readPrivate(pattern: string): Pattern[] | Flaw {
  const tail = pattern.slice("private".length);
  if (!tail.startsWith(":")) return { flaw: "private needs ports, for example private:*" };
  const ports = readPorts(tail.slice(1));
  if ("flaw" in ports) return ports;
  return PRIVATE_NETS.map(({ family, words, prefix }) => ({
    addresses: [{ family, words }],
    prefix,
    ports,
  }));
}

/** tor_addr_parse_mask_ports: the mask starts at the first `/` and the ports at the first `:` after address and mask. */
function readPattern(pattern: string, form: ItemForm, only6: boolean): Pattern | Flaw {
  if (pattern.length > MAX_PATTERN)
    return { flaw: `"${show(pattern)}" is too long for an address` };
  const cut = split(pattern);
  if ("flaw" in cut) return cut;
  const wildcard = readWildcard(cut.address, form, only6);
  const address = wildcard === null ? torAddress(cut.address) : null;
  if (wildcard === null && address === null) {
    return {
      flaw: `"${show(cut.address)}" is no address; tor takes *, *4, *6, an IPv4 address, [IPv6] or private`,
    };
  }
  if (wildcard !== null && cut.mask !== null) return { flaw: "* cannot carry a mask; remove it" };
  const prefix = address === null ? 0 : readMask(cut.mask, address);
  if (typeof prefix !== "number") return prefix;
  const ports = readPorts(cut.ports);
  if ("flaw" in ports) return ports;
  return { addresses: wildcard ?? (address === null ? [] : [address]), prefix, ports };
}

type Cut = { address: string; mask: string | null; ports: string };

function split(pattern: string): Cut | Flaw {
  const bracket = pattern.startsWith("[") ? pattern.indexOf("]") : -1;
  if (pattern.startsWith("[") && bracket < 0)
    return { flaw: 'the closing "]" of the IPv6 address is missing' };
  const slash = pattern.indexOf("/", Math.max(0, bracket));
  const colon = pattern.indexOf(":", Math.max(0, slash, bracket));
  const end = colon < 0 ? pattern.length : colon;
  const addressEnd = slash < 0 ? end : slash;
  return {
    // tor drops anything between "]" and the next "/" or ":".
    address: bracket < 0 ? pattern.slice(0, addressEnd) : pattern.slice(1, bracket),
    mask: slash < 0 ? null : pattern.slice(slash + 1, end),
    ports: colon < 0 ? "" : pattern.slice(colon + 1),
  };
}

function readWildcard(address: string, form: ItemForm, only6: boolean): IpBits[] | null {
  if (address === "*") {
    if (only6) return [ANY6];
    return form === "descriptor" ? [ANY4] : [ANY4, ANY6];
  }
  if (form === "torrc" && address === "*4") return [ANY4];
  if (form === "torrc" && address === "*6") return [ANY6];
  return null;
}

function readMask(mask: string | null, address: IpBits): number | Flaw {
  const full = address.family === 4 ? 32 : 128;
  if (mask === null) return full;
  const bits = /^[+-]?[0-9]*$/.test(mask) ? cInteger(mask) : dottedMask(mask);
  if (bits === null || bits < 0 || bits > full) {
    return {
      flaw: `"/${show(mask)}" is no mask; use /0 to /${full}${address.family === 4 ? " or 255.255.255.0" : ""}`,
    };
  }
  if (address.family === 4 || !isMapped(address)) return bits;
  // address.c folds the mask of an IPv4-mapped address onto its last 32 bits.
  if (bits > 32 && bits < 96)
    return { flaw: `"/${show(mask)}" does not fit an IPv4-mapped address` };
  return 96 + (bits % 32);
}

/** What C's `(int) strtol(text)` gives: saturates at 64 bits, then keeps the low 32. Empty text and a lone sign: see below. */
function cInteger(text: string): number | null {
  // strtol consumes nothing from a lone sign, so tor sees unread text and goes on to try a dotted mask.
  if (text === "+" || text === "-") return null;
  if (text.length < 10) return Number(text) || 0;
  const wide = BigInt(text.replace(/^[+-]/, "") || "0");
  const signed = text.startsWith("-") ? -wide : wide;
  const limit = 2n ** 63n;
  const saturated = signed >= limit ? limit - 1n : signed;
  return Number(BigInt.asIntN(32, saturated < -limit ? -limit : saturated));
}

function dottedMask(text: string): number | null {
  const address = text.includes(":") ? null : torAddress(text);
  const word = address?.words[0];
  if (word === undefined) return null;
  const bits = Math.clz32(~word);
  return (bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0) === word ? bits : null;
}

/** parse_port_range: nothing or `*` is every port; text after the second number of a range is ignored, as tor does. */
function readPorts(text: string): PortRange | Flaw {
  if (text === "" || text === "*") return { min: 1, max: 65535 };
  const read = /^[+]?([0-9]+)(?:-[+]?([0-9]+)|$)/.exec(text);
  const min = Number(read?.[1] ?? 0);
  const max = Number(read?.[2] ?? min);
  if (read === null || min < 1 || max > 65535 || min > max) {
    return { flaw: `"${show(text)}" is no port; use 1 to 65535, a range such as 80-90, or *` };
  }
  return { min, max };
}

function refused(flaw: string): ParsedItem {
  return { flaw, effect: "refused" };
}

function show(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
