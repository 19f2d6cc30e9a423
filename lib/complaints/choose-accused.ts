import type { Cidr } from "../net/ip.ts";
import { isPublicIp } from "../net/special-range.ts";
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
  const victims = new Set(
    mentions
      .filter(({ judgement }) => judgement?.role === "victim" && judgement.strength !== "prose")
      .map(({ value }) => value),
  );
  const usable = mentions.filter(
    ({ value, judgement }) =>
      judgement?.role !== "noise" && judgement?.role !== "victim" && isUsable(value),
  );
  const tiers = [
    usable.filter(
      ({ judgement, document }) =>
        judgement?.strength === "label" ||
        (document.place === "subject" && judgement?.role !== "victim"),
    ),
    usable.filter(({ judgement }) => judgement?.strength === "named"),
    usable
      .filter(({ judgement, document }) => judgement === null && document.place === "body")
      .filter(({ value }) => !victims.has(value)),
    usable.filter(({ judgement }) => judgement?.strength === "log"),
    usable.filter(({ value }) => !victims.has(value)),
  ];
  const chosen = tiers.find((tier) => tier.length > 0) ?? [];
  const facts = new Map<Cidr, Fact<Cidr>>();
  for (const { value, document, start, end } of chosen) {
    if (!facts.has(value) && facts.size < MAX_ACCUSED)
      facts.set(value, factAt(value, document, start, end));
  }
  return [...facts.values()];
}

function isUsable(value: Cidr): boolean {
  const ip = value.replace(/\/\d+$/, "");
  return (
    isPublicIp(ip) || /^(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./.test(ip) || ip.includes(":")
  );
}
