import { cidrContains } from "../net/cidr.ts";
import type { Cidr } from "../net/ip.ts";
import { specialRange } from "../net/special-range.ts";
import type { Fact } from "./complaint.ts";
import { factAt } from "./facts.ts";
import type { Mention } from "./mentions.ts";

/** A complaint about more is about a network. */
const MAX_ACCUSED = 50;

/**
 * The accused among all addresses of a complaint: those its labels, table heads and subject name; else those its log lines
 * come from; else those the prose speaks of. Victims, hops and WHOIS ranges never count.
 */
export function chooseAccused(mentions: Mention[]): Fact<Cidr>[] {
  const victims = victimsIn(mentions);
  const usable = mentions.filter(
    ({ value, judgement }) =>
      judgement?.role !== "noise" && judgement?.role !== "victim" && isHost(value),
  );
  const inSubject = wholeSubject(usable);
  const by = (strength: string) =>
    usable.filter(({ judgement }) => judgement?.strength === strength);
  const unsaid = usable.filter(({ judgement, value }) => judgement === null && !victims.has(value));
  const logged = new Set(by("log").map(({ value }) => value));
  const isLogged = (value: Cidr) => logged.size === 0 || logged.has(value);
  const tiers = [
    inSubject.length > 0 ? inSubject : by("label"),
    by("named").filter(({ value }) => !victims.has(value)),
    by("prose").filter(({ value }) => !victims.has(value)),
    unsaid.filter(
      ({ document, inUrl, value }) => document.place === "body" && !inUrl && isLogged(value),
    ),
    by("log"),
    unsaid.filter(({ document, inUrl }) => document.place === "body" && !inUrl),
    unsaid,
  ];
  const chosen = tiers.find((tier) => tier.length > 0) ?? [];
  return distinct(withoutNetworks([...chosen, ...neighbours(chosen, usable)]));
}

/** The subject's addresses; one that was cut short (`192.0.2.4` for `.47`) as the text has it. */
function wholeSubject(usable: Mention[]): Mention[] {
  const others = usable.filter(({ document }) => document.place !== "subject");
  return usable.flatMap((mention) => {
    if (mention.document.place !== "subject") return [];
    if (others.some(({ value }) => value === mention.value)) return [mention];
    const whole = others.find(({ value }) => value.startsWith(mention.value));
    return [whole ?? mention];
  });
}

/** Told to be on the other side at least once and never plainly accused. */
function victimsIn(mentions: Mention[]): Set<Cidr> {
  const accused = new Set(
    mentions.flatMap(({ judgement, value }) =>
      judgement?.role === "accused" &&
      (judgement.strength === "label" || judgement.strength === "log")
        ? [value]
        : [],
    ),
  );
  return new Set(
    mentions.flatMap(({ judgement, value }) =>
      judgement?.role === "victim" && !accused.has(value) ? [value] : [],
    ),
  );
}

function isHost(value: Cidr): boolean {
  const range = specialRange(value.replace(/\/\d+$/, ""));
  return range === null || range === "private" || range === "benchmark";
}

/** Who writes about one address of a network means its neighbours in the same log too. */
function neighbours(chosen: Mention[], usable: Mention[]): Mention[] {
  const nets = new Set(chosen.map(({ value }) => netOf(value)));
  return usable.filter(
    ({ judgement, value, document }) =>
      document.place !== "subject" && judgement?.role === "accused" && nets.has(netOf(value)),
  );
}

function netOf(value: Cidr): string {
  return value.includes(":") ? value : value.slice(0, value.lastIndexOf("."));
}

/** A range beside an address inside it is where the address lives, and so is the network's own number. */
function withoutNetworks(mentions: Mention[]): Mention[] {
  const hosts = mentions.filter(({ value }) => !isNetwork(value)).map(({ value }) => value);
  return mentions.filter(({ value }) => {
    if (!isNetwork(value)) return true;
    return !hosts.some((host) => netOf(host) === netOf(value) || cidrContains(value, host));
  });
}

function isNetwork(value: Cidr): boolean {
  return value.includes("/") || value.endsWith(".0");
}

function distinct(mentions: Mention[]): Fact<Cidr>[] {
  const facts = new Map<Cidr, Fact<Cidr>>();
  for (const { value, document, start, end } of mentions) {
    if (!facts.has(value) && facts.size < MAX_ACCUSED)
      facts.set(value, factAt(value, document, start, end));
  }
  return [...facts.values()];
}
