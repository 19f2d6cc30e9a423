import type { Classification, ComplaintType } from "./classification.ts";
import { confidenceOf } from "./confidence.ts";
import type { Judgement } from "./signs.ts";
import { explain, opinions, type Taught } from "./taught.ts";

/** Types that no lesson may make of a mail, or take from it. */
export const NEVER_TAUGHT: readonly ComplaintType[] = ["law_enforcement", "csam", "threats"];
const HARMLESS: readonly ComplaintType[] = ["autoresponse_bounce", "other_not_complaint"];
/** With a lead below this two readings are as good as equal, and the desk's own experience may choose. */
const TIE = 1;
/** So much likelier (natural logarithm) must the lessons find another type to choose it. */
const CHOOSES = 5;
/** And so much likelier to make a clear answer less certain. */
const DOUBTS = 15;
/** Lessons of the other type before it is heard at all. */
const FEWEST_LESSONS = 3;
/** An answer the lessons doubt is not sure. */
const MOST_WHEN_DOUBTED = 0.75;

/**
 * The answer, with how sure it is. What operators taught may break a tie between kinds of complaints and lower the
 * certainty; it never raises it, never touches police, pictures of children or threats, and never makes a complaint
 * harmless or the other way round.
 */
export function conclude(judgement: Judgement, taught?: Taught): Classification {
  const { signs, rivals: _, ...conclusion } = judgement;
  const answer = { ...conclusion, confidence: confidenceOf(signs) };
  const other = taught ? otherOpinion(judgement, taught) : null;
  if (!other) return answer;
  if (signs.lead < TIE && other.lead >= CHOOSES && isEqual(judgement, other.type))
    return { ...answer, type: other.type, reasons: [other.reason, ...answer.reasons] };
  if (other.lead < DOUBTS) return answer;
  return {
    ...answer,
    confidence: Math.min(answer.confidence, MOST_WHEN_DOUBTED),
    reasons: [...answer.reasons, other.reason],
  };
}

type Other = { type: ComplaintType; lead: number; reason: string };

/** What the lessons make of it, when that is something else and they may be heard. */
function otherOpinion(judgement: Judgement, taught: Taught): Other | null {
  const { type, innerType, seen } = judgement;
  if (isGrave(type) || (innerType && isGrave(innerType))) return null;
  const heard = opinions(taught, seen);
  const best = heard[0];
  if (!best || best.type === type || isGrave(best.type)) return null;
  if ((taught.mails[best.type] ?? 0) < FEWEST_LESSONS) return null;
  const own = heard.find((opinion) => opinion.type === type)?.score ?? heard.at(-1)?.score ?? 0;
  const said = explain(taught, seen, best.type, type)
    .filter(({ weight }) => weight > 0)
    .slice(0, 4);
  const because = said.map(({ seen: one }) => one).join("; ");
  const reason = `What you said of earlier mails speaks for ${best.type} (${because}).`;
  return { type: best.type, lead: best.score - own, reason };
}

function isGrave(type: ComplaintType): boolean {
  return NEVER_TAUGHT.includes(type);
}

/** May the lessons put this type in the place of the answer? Only one kind of complaint for another that is as near. */
function isEqual({ isComplaint, signs, rivals, type }: Judgement, other: ComplaintType): boolean {
  if (!isComplaint || HARMLESS.includes(other) || type === "isp_notice") return false;
  return signs.path === "unknown" || rivals.includes(other);
}
