import type { Complaint } from "../complaints/complaint.ts";
import { type Overheard, weighConcepts } from "./concepts/weigh-concepts.ts";
import { decide, type Verdict } from "./decide.ts";
import { mailView, ownView } from "./mail-view.ts";
import type { RuleType } from "./rule.ts";
import { ALL_RULES } from "./rules/all-rules.ts";
import type { Judgement } from "./signs.ts";
import { type Weight, weigh } from "./weigh.ts";
import { type Ear, withConcepts } from "./with-concepts.ts";

/** A complaint that leads by less than this is a guess: everything is heard. */
const CLEAR = 1;
/** A mail taken for harmless by no more than this was only not understood. */
const SILENT = 4;
/** Up to this lead of another kind, children and nakedness in one sentence are heard. */
const OVERHEARD = 6;
/** Signs of an accusation without which nobody is accused. */
const ACCUSATION = 3;
/** So much talk of police that no address is needed beside it. */
const PLAIN_SPOKEN = 16;
/** And so much where one is named. */
const OUTSPOKEN = 9;
/** A kind that rests on one rule that saw nothing but words must not hide something grave. */
const ONE_RULE = 9;
const GRAVEST: readonly RuleType[] = ["law_enforcement", "csam", "threats"];
const GRAVE: readonly RuleType[] = ["law_enforcement", "csam"];
/** What concepts say of people who accuse nobody of anything our rules would know. */
const UNACCUSING: readonly RuleType[] = ["block_request", "isp_notice", "threats", ...GRAVE];

/**
 * Says what kind of mail this is and what that rests on. The rules in `rules/` weigh the text before any label;
 * `decide.ts` orders what they found. Where they are at a loss, the families of words in `concepts/` are heard too.
 * Pure: the same complaint gives the same answer.
 */
export function judge(complaint: Complaint): Judgement {
  const view = mailView(complaint);
  const words = weigh(view, ALL_RULES);
  const own = lazy(() => ownView(view));
  const ownWords = lazy(() => weigh(own(), ALL_RULES));
  const first = decide(words, ownWords, complaint);
  const ear = earFor(first, complaint.accused.length > 0 || accuses(first, words));
  if (ear === null) return { ...first, seen: seenBy(words) };
  const heard = weighConcepts(`${view.subject} . ${view.own}`);
  const seen = seenBy(words, heard);
  const ownHeard = lazy(() => (own().subject === view.subject ? heard : weighConcepts(own().own)));
  const second = decide(
    withConcepts(words, heard, ear),
    () => withConcepts(ownWords(), ownHeard(), ear),
    complaint,
  );
  if (second.type === first.type || isFaint(second, ear)) return { ...first, seen };
  return { ...second, seen, signs: { ...second.signs, overheard: true } };
}

/** Somebody points at an address, and no rule found the mail harmless: it is about something. */
function accuses({ signs }: Verdict, words: ReadonlyMap<RuleType, Weight>): boolean {
  return signs.rules === 0 && (words.get("complaint")?.score ?? 0) >= ACCUSATION;
}

/**
 * Police heard only faintly: where nobody is accused much must speak for it, or every newsletter would be sealed; where
 * somebody is, more than the law that robots and response teams like to warn of.
 */
function isFaint({ type, signs }: Verdict, ear: Ear): boolean {
  const least = ear === UNACCUSING ? PLAIN_SPOKEN : OUTSPOKEN;
  return type === "law_enforcement" && signs.score < least;
}

/** What was seen, in the words of rules and families; never a word of the mail. */
function seenBy(words: ReadonlyMap<RuleType, Weight>, heard?: Overheard): string[] {
  const rules = [...words.values()].flatMap((weight) => weight.seen);
  return [...new Set([...rules, ...(heard?.families ?? [])])];
}

/** Computed when first asked for, and only once. */
function lazy<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** What a second reading may listen for; null when the first was clear. */
function earFor({ type, isComplaint, signs }: Verdict, isAccused: boolean): Ear | null {
  if (type === "isp_notice") return null;
  if (signs.lead < CLEAR && (isComplaint || isAccused)) return "all";
  if (!isComplaint) return signs.lead < SILENT ? UNACCUSING : null;
  if (type === "threats") return GRAVE;
  if (signs.path === "direct" && signs.rules <= 1 && !signs.structural && signs.lead < ONE_RULE)
    return GRAVEST;
  return type !== "law_enforcement" && signs.lead < OVERHEARD ? ["csam"] : null;
}
