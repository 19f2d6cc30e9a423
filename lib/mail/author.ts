import { bytesToText, cleanHeaderText, decodeEncodedWords } from "./header-text.ts";
import { readMailboxes } from "./mailboxes.ts";
import { type RawField, valuesOf } from "./raw-header.ts";

/** Why a mail's From says nothing that could be proven, or not the same to every program that shows it. */
export const AUTHOR_DOUBTS = [
  "no-from",
  "several-from",
  "odd-from",
  "not-plain",
  "name-address",
  "hidden-characters",
  "sender-differs",
  "odd-signature",
  "not-shown",
] as const;
export type AuthorDoubt = (typeof AUTHOR_DOUBTS)[number];

/** `domain`: of the one author, lower case; null when there is no one author. */
export type Author = { domain: string | null; doubts: AuthorDoubt[] };

/**
 * Who wrote a mail, read so strictly that no two programs can see two people: one From field, one plain address, and
 * `shown`, the address the desk shows, is that address. What mail programs disagree about (Chen, Paxson, Jiang: "Composition
 * Kills", USENIX Security 2020) is a doubt: groups, routes, comments, quoted or encoded addresses, several of them, a display
 * name with another address, a Sender or Resent-From of another domain, a signature in a name that is none.
 */
export function readAuthor(fields: readonly RawField[], shown: string | null): Author {
  const froms = fields.filter(({ name }) => name === "from");
  const [from] = froms;
  if (!from) return { domain: null, doubts: ["no-from"] };
  if (froms.length > 1) return { domain: null, doubts: ["several-from"] };
  const mailbox = plainMailbox(from.value);
  if (mailbox === null) return { domain: null, doubts: [from.odd ? "odd-from" : "not-plain"] };
  const { name, address, domain } = mailbox;
  const found: Record<string, boolean> = {
    "odd-from": from.odd,
    "name-address": namesAnother(name, domain),
    "hidden-characters": cleanHeaderText(name) !== name.trim(),
    "not-shown": !isSameAddress(address, shown),
    "sender-differs": hasOtherSender(fields, domain),
    "odd-signature": hasOddSignature(fields),
  };
  return { domain, doubts: AUTHOR_DOUBTS.filter((doubt) => found[doubt] === true) };
}

/** A name of the DNS with two labels or more, as it stands in an address. */
export function isDomain(text: string): boolean {
  return text.length <= 253 && DOMAIN.test(text);
}

/** Is `parent` the domain itself or above it? Never a top-level domain. */
export function isWithin(domain: string, parent: string): boolean {
  const upper = parent.toLowerCase();
  if (!isDomain(upper)) return false;
  return domain.toLowerCase() === upper || domain.toLowerCase().endsWith(`.${upper}`);
}

const MOST_CHARS = 2_000;
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.){1,20}(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/i;
const ADDRESS = /^[^\s<>@,:;()[\]\\"]{1,64}@[^\s<>@,:;()[\]\\"]{1,253}$/;
const QUOTED = /^"((?:[^"\\]|\\.){0,500})"$/;
const ATOMS = /^[^"<>@,:;()[\]\\]{0,500}$/;

/** `"Name" <address>`, `Name <address>` or `address`: no comment, no route, no group, no second address. */
function plainMailbox(value: string): { name: string; address: string; domain: string } | null {
  if (value.length > MOST_CHARS) return null;
  const open = value.endsWith(">") ? value.lastIndexOf("<") : 0;
  const address = value.endsWith(">") ? value.slice(open + 1, -1) : value;
  const written = value.slice(0, open).trim();
  const name = QUOTED.exec(written)?.[1] ?? (ATOMS.test(written) ? written : null);
  if (open < 0 || name === null || !ADDRESS.test(address)) return null;
  const [local = "", domain = ""] = address.split("@");
  if (!isPlainLocal(local) || !isDomain(domain)) return null;
  return { name: nameOf(name), address, domain: domain.toLowerCase() };
}

/** RFC 5322 dot-atom in ASCII; an encoded word is made of the same letters and is none. */
function isPlainLocal(local: string): boolean {
  return (
    /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/.test(local) && !/=\?/.test(local)
  );
}

function nameOf(written: string): string {
  return decodeEncodedWords(bytesToText(written.replace(/\\(.)/g, "$1")));
}

/** An @, or a letter that looks like one, in a display name must belong to the author's own domain. */
function namesAnother(name: string, domain: string): boolean {
  const text = name.normalize("NFKC").toLowerCase();
  return text
    .split("@")
    .slice(1)
    .some((after) => {
      const named = /^[^\s<>"'(),;:|[\]]{0,253}/.exec(after)?.[0].replace(/\.{1,3}$/, "") ?? "";
      return named !== domain;
    });
}

function isSameAddress(address: string, shown: string | null): boolean {
  const [local, domain] = address.split("@");
  const at = shown?.lastIndexOf("@") ?? -1;
  if (shown === null || at < 0) return false;
  return (
    shown.slice(0, at) === local && shown.slice(at + 1).toLowerCase() === domain?.toLowerCase()
  );
}

/** Some programs show these instead of From, or beside it. */
function hasOtherSender(fields: readonly RawField[], domain: string): boolean {
  return ["sender", "resent-from"].some((name) =>
    valuesOf(fields, name).some((value) => {
      const boxes = readMailboxes(value.slice(0, MOST_CHARS));
      return (
        boxes.length === 0 ||
        boxes.some(({ address }) => {
          const other = address.slice(address.lastIndexOf("@") + 1);
          return !isWithin(domain, other) && !isWithin(other, domain);
        })
      );
    }),
  );
}

/** Servers have been led to look for the key of one domain and to report another (RFC 6376 section 3.5, d= and s=). */
function hasOddSignature(fields: readonly RawField[]): boolean {
  return valuesOf(fields, "dkim-signature").some((value) =>
    value
      .split(";")
      .map((tag) => tag.replace(/[ \t]/g, ""))
      .some((tag) => /^[ds]=/i.test(tag) && !/^[ds]=[\w.-]{1,253}$/i.test(tag)),
  );
}
