import type { ComplaintType } from "../classify/classification.ts";
import type { Alike, AnswerTimes, Figures } from "./figures.ts";
import type { Period } from "./period.ts";
import { isFew, type Published, publish, sumOf } from "./small-counts.ts";
import { endings } from "./sum-up.ts";
import type { SaidOfAuthorities } from "./transparency-rule.ts";

/** What a published report says; no name, address, title or reference is in it. */
export type Transparency = {
  period: Period;
  /** The operator's own name, empty when they gave none. */
  operator: string;
  kinds: { type: ComplaintType; cases: Published }[];
  /** Of all kinds; follows from them. */
  total: { least: number; most: number };
  /** Cases of the kinds whose number is published: what all figures below are about. */
  counted: number;
  outcomes: Figures["outcomes"];
  deadlines: Figures["deadlines"];
  /** Whole hours, at least one; null where too few were answered. */
  times: { medianHours: number; p90Hours: number } | null;
  mitigations: { begun: number; ended: number };
  authorities: SaidOfAuthorities;
};

/** Fewer answers than this have no times of their own. */
const FEWEST_TIMES = 5;
const HOUR = 3_600;

/** The kinds whose number is published: the only ones that have a part in any further figure. */
export function publishedTypes(alike: readonly Alike[]): string[] {
  return [...casesByType(alike)].filter(([, cases]) => !isFew(cases)).map(([type]) => type);
}

/** Puts the report together. A kind with few cases is named and counts nowhere else, so that it cannot be worked out. */
export function transparency(
  alike: readonly Alike[],
  times: AnswerTimes,
  rest: Pick<Transparency, "period" | "operator" | "mitigations" | "authorities">,
): Transparency {
  const kinds = [...casesByType(alike)]
    .map(([type, cases]) => ({ type: type as ComplaintType, cases: publish(cases) }))
    .sort(mostFirst);
  const types = publishedTypes(alike);
  const counted = alike.filter(({ type }) => types.includes(type));
  return {
    ...rest,
    kinds,
    total: sumOf(kinds.map(({ cases }) => cases)),
    counted: counted.reduce((sum, { cases }) => sum + cases, 0),
    ...endings(counted),
    times: hoursOf(times),
  };
}

function casesByType(alike: readonly Alike[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { type, cases } of alike) counts.set(type, (counts.get(type) ?? 0) + cases);
  return counts;
}

/** Few ones last, by name: their order must not tell which has more. */
function mostFirst(a: Transparency["kinds"][number], b: Transparency["kinds"][number]): number {
  const number = (cases: Published) => (cases === "few" ? 0 : cases);
  return number(b.cases) - number(a.cases) || (a.type < b.type ? -1 : 1);
}

function hoursOf({ answered, medianSeconds, p90Seconds }: AnswerTimes): Transparency["times"] {
  if (answered < FEWEST_TIMES || medianSeconds === null || p90Seconds === null) return null;
  const hours = (seconds: number) => Math.max(1, Math.ceil(seconds / HOUR));
  return { medianHours: hours(medianSeconds), p90Hours: hours(p90Seconds) };
}
