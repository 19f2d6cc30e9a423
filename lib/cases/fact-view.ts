import type { Span } from "../complaints/complaint.ts";
import type { FactField } from "../complaints/fact-change.ts";
import type { Instant, ZoneKnowledge } from "../time/instant.ts";

/** One fact of a mail as the page shows it. */
export type FactView = {
  field: FactField;
  /** As a correction names it: canonical text; for a time the mail's own words. */
  value: string;
  /** Times only. `at` null: no instant can be claimed. */
  time: { at: Instant | null; zone: ZoneKnowledge } | null;
  /** Where it stands; `source` is as in spans, or `from`, or `nested-` and a part's id. */
  places: Span[];
  /** Login of the person who said so; null: the desk read it. */
  by: string | null;
  /** What the desk had read instead; null: nothing else. */
  was: string | null;
  /** It stands in the mail, and the desk does not know what it is. */
  isOpen: boolean;
};
