import { parseIp } from "../net/ip.ts";

/** Whom something is looked up about: one mail address or one IP address, and further words such as their name. */
export type Person = { kind: "email" | "ip"; value: string; words: string[] };

const MAX_WORDS = 10;
const MIN_WORD = 4;
const MAX_WORD = 100;
const EMAIL = /^[^\s@<>"',;]{1,64}@[A-Za-z0-9.-]{1,190}$/;
/** Takes the place of each character: texts keep their length, so that places in them stay true. */
export const INK = "█";

/** Null when it is neither a mail address nor an IP address, or a word is too short to be looked for. */
export function readPerson(typed: string, words: readonly string[] = []): Person | null {
  const text = typed.trim();
  const further = words.map((word) => word.trim()).filter((word) => word !== "");
  if (further.length > MAX_WORDS) return null;
  if (further.some((word) => !isWord(word))) return null;
  const ip = parseIp(text.replace(/^\[|\]$/g, ""));
  if (ip !== null) return { kind: "ip", value: ip, words: further };
  if (!EMAIL.test(text)) return null;
  return { kind: "email", value: text.toLowerCase(), words: further };
}

function isWord(word: string): boolean {
  return word.length >= MIN_WORD && word.length <= MAX_WORD && !word.includes(INK);
}

/** The place of every mention, in order; `[start, end)` in UTF-16 units. An address inside a longer one is none. */
export function mentions(text: string, person: Person): [start: number, end: number][] {
  const found = patternsOf(person).flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: hit }): [number, number] => [
      index,
      index + hit.length,
    ]),
  );
  if (person.kind === "ip" && person.value.includes(":"))
    found.push(...ipv6Mentions(text, person.value));
  return found.sort(([one], [other]) => one - other);
}

/** The text with every mention inked out, of the same length. */
export function inkOut(text: string, person: Person): string {
  let out = text;
  // Two mentions can share a letter, and the one hides the other until it is gone.
  for (let left = mentions(out, person); left.length > 0; left = mentions(out, person))
    for (const [start, end] of left)
      out = out.slice(0, start) + INK.repeat(end - start) + out.slice(end);
  return out;
}

/** The same in every text of a value as JSON has them; names of fields stay. */
export function inkOutAll<T>(value: T, person: Person): T {
  if (typeof value === "string") return inkOut(value, person) as T;
  if (Array.isArray(value)) return value.map((one) => inkOutAll(one, person)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [name, inkOutAll(field, person)]),
  ) as T;
}

/** Mail addresses and IPv4 addresses of others, inked out: a person is told what is known of them, not of everybody. */
export function inkOutOthers(text: string, person: Person): string {
  const own = mentions(text, person);
  return text.replace(ANY_ADDRESS, (hit, index: number) =>
    own.some(([start, end]) => start < index + hit.length && index < end)
      ? hit
      : INK.repeat(hit.length),
  );
}

const ANY_ADDRESS =
  /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}|\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b/g;

function patternsOf({ kind, value, words }: Person): RegExp[] {
  const named = words.map((word) => bounded(literal(word), "\\p{L}\\p{N}"));
  if (kind === "email") return [bounded(literal(value), "A-Za-z0-9._%+-", "A-Za-z0-9-"), ...named];
  if (value.includes(":")) return named;
  // 203.0.113.9, 203[.]0[.]113[.]9 and 203(.)0(.)113(.)9
  const quad = value.split(".").join("[[(]?\\.[\\])]?");
  return [bounded(quad, "0-9", "0-9"), ...named];
}

function bounded(inner: string, before: string, after = before): RegExp {
  return new RegExp(`(?<![${before}])${inner}(?![${after}])`, "giu");
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}

/** An IPv6 address is written in many ways: whatever reads as this one is this one. */
function ipv6Mentions(text: string, ip: string): [number, number][] {
  return [...text.matchAll(/[0-9A-Fa-f:.]{2,45}/g)].flatMap(({ index, 0: hit }) => {
    // At the end of a sentence.
    const read = [hit, hit.replace(/[.:]$/, "")].find((one) => parseIp(one) === ip);
    return read === undefined ? [] : [[index, index + read.length]];
  });
}
