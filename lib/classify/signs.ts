import type { Classification, ComplaintType } from "./classification.ts";

/** What a conclusion rests on; all that `confidence.ts` may look at. */
export type Signs = {
  /** How it was reached: no complaint, passed on by a provider, a complaint, or for want of anything better. */
  path: "harmless" | "passed" | "direct" | "unknown";
  /** Points over the next reading, see `decide.ts`. */
  lead: number;
  /** Points of the reading itself. */
  score: number;
  /** How many rules spoke for it. */
  rules: number;
  /** A format, a label or a header spoke for it, not words alone. */
  structural: boolean;
  /** The rules were at a loss; families of words decided. */
  overheard: boolean;
};

/** A conclusion before anybody asked how sure it is. */
export type Judgement = Omit<Classification, "confidence" | "seen"> & {
  seen: string[];
  signs: Signs;
  /** Kinds of complaints that are as near as the answer. */
  rivals: ComplaintType[];
};
