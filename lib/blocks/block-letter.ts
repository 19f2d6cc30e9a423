import type { OperatorProfile } from "../drafting/draft.ts";
import { fillPage } from "../evidence/fill-page.ts";
import type { Ip } from "../net/ip.ts";
import { type Instant, toIso } from "../time/instant.ts";
import type { Block, BlockKind } from "./block.ts";

export const BLOCK_LETTER_LANGUAGES = ["en", "de"] as const;
export type BlockLetterLanguage = (typeof BLOCK_LETTER_LANGUAGES)[number];
export type BlockLetterName = "irc" | "site" | "wiki" | "list";

const LETTERS: Record<BlockKind, BlockLetterName> = {
  irc: "irc",
  site: "site",
  wiki: "wiki",
  mail: "list",
  list: "list",
  other: "site",
};

/** The shipped letter that fits who blocks us. */
export function letterFor(kind: BlockKind): BlockLetterName {
  return LETTERS[kind];
}

/** A relay of ours as a letter may speak of it now. `isExit`: its policy in force lets something out. */
type LetterRelay = { addresses: readonly Ip[]; isExit: boolean };

const MOST_ADDRESSES = 8;

/**
 * Fills a letter to who blocks us. What is not known stays as `[[name]]`, and such a letter is not kept as sent. It names
 * the addresses the relays hold now, and calls them exits only when every policy in force lets something out.
 */
export function blockLetter(
  text: string,
  block: Pick<Block, "name" | "since">,
  given: {
    relays: readonly LetterRelay[];
    operator: OperatorProfile;
    language: BlockLetterLanguage;
  },
): { subject: string; text: string } {
  const { relays, operator, language } = given;
  const addresses = [...new Set(relays.flatMap((relay) => relay.addresses))].slice(
    0,
    MOST_ADDRESSES,
  );
  const words = WORDS[language];
  const isExit = relays.length > 0 && relays.every((relay) => relay.isExit);
  const form = addresses.length > 1 ? words.many : words.one;
  const list = addresses.length === 0 ? "[[address]]" : joined(addresses, words.and);
  const signature = operator.signature.trim() || operator.name.trim();
  const values = {
    name: block.name,
    addresses: list,
    relays: form.relays(isExit, list),
    belonging: form.belonging(isExit, list),
    sinceWords: block.since === null ? "" : words.since(day(block.since)),
    ...(operator.noticeUrl ? { noticeUrl: operator.noticeUrl } : {}),
    ...(signature === "" ? {} : { signature }),
  };
  const holds = new Set(operator.noticeUrl ? ["notice"] : []);
  const [head = "", ...rest] = text.split("\n\n");
  const subject = fillPage(head.replace(/^Subject: /, ""), { values, holds });
  return {
    subject: subject.replace(/\s+/g, " "),
    text: fillPage(rest.join("\n\n"), { values, holds }),
  };
}

const day = (at: Instant) => toIso(at).slice(0, 10);

function joined(all: readonly string[], and: string): string {
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} ${and} ${all.at(-1)}`;
}

type Form = Record<"relays" | "belonging", (isExit: boolean, addresses: string) => string>;
type Words = { one: Form; many: Form; and: string; since: (day: string) => string };

const WORDS: Record<BlockLetterLanguage, Words> = {
  en: {
    and: "and",
    since: (from) => `, as far as we know since ${from}`,
    one: {
      relays: (isExit, list) => `the ${isExit ? "exit relay" : "relay"} with the address ${list}`,
      belonging: (isExit, list) => `${list} belongs to ${isExit ? "an exit relay" : "a relay"}`,
    },
    many: {
      relays: (isExit, list) => `${isExit ? "exit relays" : "relays"} with the addresses ${list}`,
      belonging: (isExit, list) => `${list} belong to ${isExit ? "exit relays" : "relays"}`,
    },
  },
  de: {
    and: "und",
    since: (from) => `, soweit wir wissen seit ${from}`,
    one: {
      relays: (isExit, list) => `das ${isExit ? "Exit-Relay" : "Relay"} mit der Adresse ${list}`,
      belonging: (isExit, list) => `${list} gehört zu einem ${isExit ? "Exit-Relay" : "Relay"}`,
    },
    many: {
      relays: (isExit, list) => `${isExit ? "Exit-Relays" : "Relays"} mit den Adressen ${list}`,
      belonging: (isExit, list) => `${list} gehören zu ${isExit ? "Exit-Relays" : "Relays"}`,
    },
  },
};
