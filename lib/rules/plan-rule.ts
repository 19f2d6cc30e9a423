import type { ComplaintType } from "../classify/classification.ts";
import type { Verdict } from "../evidence/verdict.ts";
import { fitsAddress, NEVER_BY_RULE, type RuleAction, type RuleTerms } from "./rule.ts";

/** What a rule can know of a case; its newest complaint speaks for it. */
export type RuleFacts = {
  type: ComplaintType;
  /** Inside a provider's notice. */
  innerType: ComplaintType | null;
  verdict: Verdict;
  sealed: boolean;
  /** The classifier is sure, see lib/classify/confidence.ts. */
  isSure: boolean;
  /** The case is open and has every fact an answer needs. */
  isReady: boolean;
  isOpen: boolean;
  sender: string;
  provider: string;
  complaints: number;
  /** A program wrote the mail, or nobody knows: no program answers it (RFC 3834). */
  isAutomatic: boolean;
  from: RuleSender;
  /** The sender's domain is known to be the provider's; else the mail only calls itself so. */
  isProvidersOwn: boolean;
  letters: { to: string[]; gaps: number; isEdited: boolean }[];
};

/**
 * How far a rule may believe that the mail is from whom it names. `waiting`: it is being looked into; `unproven`: the desk
 * could look and found no proof, or a forgery; `unchecked`: this desk has no way to look.
 */
type RuleSender = "authenticated" | "waiting" | "unproven" | "unchecked";

/** What the desk did by rules lately: the brakes. */
export type RuleUsage = {
  /** Cases this rule acted on in the last 24 hours. */
  today: number;
  /** Letters any rule ever sent in this case. */
  lettersInCase: number;
  /** Addresses that got a letter by any rule in the last seven days, lower case. */
  writtenTo: ReadonlySet<string>;
};

/** `because`: why not, in words for the dry run; `fits`: the conditions held and only a brake stopped it. */
export type RulePlan = { does: RuleAction } | { does: null; fits: boolean; because: string };

/**
 * What a rule does with a case. Forbidden kinds come first, so that no condition can open the way to them; brakes come
 * last. Pure: the dry run and the real run ask the same question.
 */
export function planRule(rule: RuleTerms, facts: RuleFacts, usage: RuleUsage): RulePlan {
  const forbidden = whyNever(facts);
  if (forbidden !== null) return { does: null, fits: false, because: forbidden };
  const unmet = whyNotMeant(rule, facts);
  if (unmet !== null) return { does: null, fits: false, because: unmet };
  const braked = whyNotNow(rule, facts, usage);
  return braked === null ? { does: rule.action } : { does: null, fits: true, because: braked };
}

function whyNever({ type, innerType, sealed, isOpen }: RuleFacts): string | null {
  if (sealed) return "The case is sealed.";
  if ([type, innerType].some((kind) => kind !== null && NEVER_BY_RULE.includes(kind)))
    return "Authorities, threats and child abuse are for people only.";
  return isOpen ? null : "The case is not open.";
}

function whyNotMeant(rule: RuleTerms, facts: RuleFacts): string | null {
  const kinds = [facts.type, facts.innerType];
  if (rule.types.length > 0 && !rule.types.some((type) => kinds.includes(type)))
    return "Another kind of complaint.";
  if (rule.verdicts.length > 0 && !rule.verdicts.includes(facts.verdict)) return "Another verdict.";
  if (rule.from.length > 0 && !fitsAddress(rule.from, facts.sender)) return "Another sender.";
  if (rule.provider !== "" && rule.provider.toLowerCase() !== facts.provider.toLowerCase())
    return "Another provider.";
  if (rule.provider !== "" && rule.from.length === 0 && !facts.isProvidersOwn)
    return "Only the mail itself says that it is from this provider; name its addresses too.";
  return facts.complaints < rule.leastComplaints ? "Too few complaints in the case." : null;
}

function whyNotNow(rule: RuleTerms, facts: RuleFacts, usage: RuleUsage): string | null {
  if (!facts.isSure) return "The desk is not sure what kind of complaint it is.";
  if (facts.from === "waiting") return "Who sent the mail is still being checked.";
  if (facts.from === "unproven") return "Nothing proves that the mail is from its sender.";
  if (usage.today >= rule.perDay) return "The rule has done enough for today.";
  return rule.action === "send" ? whyNotSent(rule, facts, usage) : null;
}

function whyNotSent(rule: RuleTerms, facts: RuleFacts, usage: RuleUsage): string | null {
  const { letters } = facts;
  const recipients = letters.flatMap(({ to }) => to);
  if (facts.from !== "authenticated")
    return "The desk cannot check who sends its mail; an owner says how under Settings.";
  if (facts.isAutomatic)
    return "A program wrote the mail; two programs could answer each other for ever.";
  if (usage.lettersInCase > 0) return "A rule has answered in this case already.";
  if (letters.length === 0 || recipients.length === 0) return "There is no letter to send.";
  if (!facts.isReady || letters.some(({ gaps }) => gaps > 0)) return "The letter lacks a fact.";
  if (letters.some(({ isEdited }) => isEdited)) return "Somebody is working on the letter.";
  if (!recipients.every((address) => fitsAddress(rule.to, address)))
    return "The letter would go to somebody who is not on the rule's list.";
  if (recipients.some((address) => usage.writtenTo.has(address.toLowerCase())))
    return "A rule wrote to this address in the last seven days.";
  return null;
}
