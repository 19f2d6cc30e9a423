import type { Complaint } from "../complaints/complaint.ts";
import type { ComplaintType } from "./classification.ts";
import { kindFromPort } from "./kind-from-port.ts";
import type { RuleType } from "./rule.ts";
import type { Judgement, Signs } from "./signs.ts";

/** A judgement without what was seen on the way. */
export type Verdict = Omit<Judgement, "seen">;

import type { Weight } from "./weigh.ts";

type Weights = Map<RuleType, Weight>;
type Ranked = Weight & { type: ComplaintType };

/** What a complaint may be about. In the order of gravity: with equal weight the graver one wins. */
const KINDS: ComplaintType[] = [
  "law_enforcement",
  "csam",
  "threats",
  "copyright",
  "fraud",
  "spam_web",
  "irc",
  "blocklist_notice",
  "block_request",
  "ddos",
  "bruteforce",
  "webattack",
  "portscan",
  "phishing_malware",
  "spam_email",
];
const HARMLESS: ComplaintType[] = ["autoresponse_bounce", "other_not_complaint"];
/** Never hidden behind a provider's wrapper and never outvoted by the words of another kind. */
const GRAVE: ComplaintType[] = ["law_enforcement", "csam"];
/** What private people and robots report with a warning of the law: as long as these weigh more, it is only a warning. */
const NO_MATTER_FOR_POLICE: ComplaintType[] = [
  "bruteforce",
  "portscan",
  "ddos",
  "webattack",
  "spam_email",
  "phishing_malware",
  "copyright",
];
/** Below this much evidence a grave or a harmless reading is only a coincidence of words. */
const ENOUGH = 5;
/** Naming the police and an investigation is not yet being the police. */
const AUTHORITY = 6;
/** A delivery report is one, whatever it quotes. */
const DECIDES_ALONE = 10;
/** One sign that somebody is accused at all; without it the words of any newsletter would make a complaint. */
const ACCUSATION = 3;
/** Who asks how to keep Tor out accuses nobody; who reports pictures of children need not name an address. */
const ACCUSES_NOBODY: ComplaintType[] = ["block_request", "csam", "threats"];
/** So much talk of one kind needs no further sign. */
const PLAIN_SPOKEN = 16;
/** That no rule knew a word of it is weak proof that a mail is harmless: never sure by that alone. */
const SILENCE = 2;
/** Two signs that a provider speaks to its customer. */
const WRAPPED = 7;
/** Less will do where no complaint is in the mail: a lock, a policy, an unlocking. */
const POLICY = 6;

/**
 * Orders what the rules found: first mail that is no complaint at all, then police and csam, then the kind with the most
 * weight, then whether a provider passed it on. `own` weighs the sender's own words alone; asked for only when needed.
 */
export function decide(weights: Weights, own: () => Weights, complaint: Complaint): Verdict {
  const kinds = ranked(weights, KINDS);
  const harmless = ranked(weights, HARMLESS)[0];
  const grave = gravest(kinds);
  const top = grave ?? kinds[0];
  const lead = harmless && harmless.score >= ENOUGH ? leadOverAccusation(harmless, own()) : 0;
  if (harmless && lead > 0) return noComplaint(harmless, lead);
  const wrapper = weights.get("isp_notice");
  if (wrapper && wrapper.score >= WRAPPED && !grave) return passedOn(wrapper, kinds);
  if (top && accuses(top, scoreOf(weights, "complaint"))) return direct(top, kinds, wrapper);
  if (wrapper && wrapper.score >= POLICY) return passedOn(wrapper, []);
  return unknownKind(weights, complaint, harmless);
}

function ranked(weights: Weights, types: ComplaintType[]): Ranked[] {
  return types
    .flatMap((type) => {
      const weight = weights.get(type);
      const least = type === "law_enforcement" ? AUTHORITY : 1;
      return weight && weight.score >= least ? [{ type, ...weight }] : [];
    })
    .toSorted((a, b) => b.score - a.score);
}

function scoreOf(weights: Weights, type: RuleType): number {
  return weights.get(type)?.score ?? 0;
}

/** The grave reading that goes before all others. Csam always does; weak talk of the law gives way to a stronger log. */
function gravest(kinds: Ranked[]): Ranked | undefined {
  const rival = kinds.find((kind) => NO_MATTER_FOR_POLICE.includes(kind.type))?.score ?? 0;
  return kinds.find(
    (kind) => isGrave(kind) && (kind.type === "csam" || isPlain(kind) || kind.score >= rival),
  );
}

function isGrave(kind: Ranked | undefined): boolean {
  return kind !== undefined && GRAVE.includes(kind.type) && kind.score >= ENOUGH;
}

/** So much that it needs nothing else beside it. */
function isPlain(kind: Ranked): boolean {
  return kind.score >= DECIDES_ALONE;
}

/**
 * How far a harmless reading leads over what the sender accuses us of in his own words; what he quotes does not count.
 * Not above zero: it does not lead.
 */
function leadOverAccusation(harmless: Ranked, own: Weights): number {
  const accused = ranked(own, KINDS);
  const against = ((accused[0]?.score ?? 0) + scoreOf(own, "complaint")) / 2;
  if (isGrave(gravest(accused)) || isHurt(accused))
    return harmless.score - 2 * against - DECIDES_ALONE;
  if (harmless.score >= DECIDES_ALONE) return Math.max(1, harmless.score - against);
  return harmless.score < ENOUGH ? 0 : harmless.score - against;
}

/** A frightened person is not sent away because of a polite sentence. */
function isHurt(accused: Ranked[]): boolean {
  return accused.some(({ type, score }) => type === "threats" && score > ENOUGH);
}

function noComplaint(harmless: Ranked, lead: number): Verdict {
  return {
    type: harmless.type,
    innerType: null,
    isComplaint: false,
    reasons: harmless.reasons,
    signs: signsOf("harmless", lead, harmless),
    rivals: [],
  };
}

function passedOn(wrapper: Weight, kinds: Ranked[]): Verdict {
  const inner = kinds[0];
  return {
    type: "isp_notice",
    innerType: inner?.type ?? null,
    isComplaint: true,
    reasons: [...wrapper.reasons.slice(0, 3), ...(inner?.reasons ?? [])],
    signs: signsOf("passed", wrapper.score - POLICY, wrapper),
    rivals: [],
  };
}

function accuses(top: Ranked, accusation: number): boolean {
  if (isGrave(top) && (isPlain(top) || accusation > 0)) return true;
  if (ACCUSES_NOBODY.includes(top.type) && top.score >= ENOUGH) return true;
  return accusation >= ACCUSATION || top.score >= PLAIN_SPOKEN;
}

function direct(top: Ranked, kinds: Ranked[], wrapper: Weight | undefined): Verdict {
  const rival = kinds.find((kind) => kind.type !== top.type)?.score ?? 0;
  const passed = wrapper && wrapper.score >= WRAPPED ? wrapper.reasons.slice(0, 1) : [];
  return {
    type: top.type,
    innerType: null,
    isComplaint: true,
    reasons: [...top.reasons, ...passed],
    signs: signsOf("direct", top.score - rival, top),
    rivals: kinds.filter(({ score }) => top.score - score < 1).map(({ type }) => type),
  };
}

/** Somebody accuses us of nothing we can name, or nobody accuses us at all. */
function unknownKind(
  weights: Weights,
  complaint: Complaint,
  harmless: Ranked | undefined,
): Verdict {
  const accusation = weights.get("complaint");
  const isAccused = complaint.accused.length > 0 || complaint.destinationPorts.length > 0;
  if (accusation && accusation.score >= ENOUGH && isAccused) {
    const { type, reason } = kindFromPort(complaint);
    const reasons = [reason, ...accusation.reasons];
    const signs = signsOf("unknown", 0);
    return { type, innerType: null, isComplaint: true, reasons, signs, rivals: [] };
  }
  const quiet = ENOUGH - 1 - scoreOf(weights, "complaint");
  return {
    type: harmless?.type ?? "other_not_complaint",
    innerType: null,
    isComplaint: false,
    reasons: [...(harmless?.reasons ?? []), "Nothing in it accuses an address of ours."],
    signs: signsOf("unknown", Math.min(harmless ? ENOUGH : SILENCE, quiet), harmless),
    rivals: [],
  };
}

function signsOf(path: Signs["path"], lead: number, weight?: Weight): Signs {
  return {
    path,
    lead: Math.max(0, lead),
    score: weight?.score ?? 0,
    rules: weight?.rules ?? 0,
    structural: weight?.structural ?? false,
    overheard: false,
  };
}
