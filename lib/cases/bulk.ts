import type { Refusal } from "../accounts/refusal.ts";
import type { Instant } from "../time/instant.ts";
import type { QueueRow } from "./case.ts";

/** At most so many cases in one go: what a person can still look over, and half of what an address may get in a day. */
export const MAX_BULK = 50;
/** Forty letters take longer to look over than one. */
export const BULK_UNDO_MS = 30_000;

/** A letter of a case as it would go out. */
export type BulkLetter = {
  id: string;
  version: number;
  audience: string;
  template: string;
  language: string;
  to: string[];
  subject: string;
  text: string;
  gaps: string[];
  /** A person changed it, or the desk would write another by now, or something goes with it: it stands for itself. */
  isOwn: boolean;
  sent: boolean;
};
/** A case with what decides whether it may be answered together with others. */
export type BulkCase = {
  row: QueueRow;
  source: string;
  /** The domain of one of its mails says that the mail is not from it. */
  isForged: boolean;
  letters: BulkLetter[];
};

export type BulkKind = "answer" | "close" | "later";
/** Why something was not done, so that another language can say it. */
export type Reason = Pick<Refusal, "text" | "said">;
/** What became of one case of a bulk. `left`: why nothing was done. `undone`: taken back; a reason says why it was not. */
export type BulkItem = {
  caseId: string;
  ref: string;
  outboxIds: string[];
  /** State and version before and after, to take a closing back. */
  before: string;
  after: number;
  left: Reason | null;
  undone: true | Reason | null;
};
export type BulkView = {
  id: string;
  kind: BulkKind;
  at: Instant;
  items: BulkItem[];
  undoneAt: Instant | null;
};

export function reasonOf({ text, said }: Refusal): Reason {
  return said ? { text, said } : { text };
}
