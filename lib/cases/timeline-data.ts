import type { FactField } from "../complaints/fact-change.ts";

/** What a timeline entry keeps besides who and when. Every field is optional: old entries stay readable. */
export type TimelineData = {
  audience?: string;
  to?: string[];
  from?: string;
  subject?: string;
  reason?: string;
  answer?: string;
  field?: FactField;
  before?: string;
  after?: string;
  login?: string;
  outboxId?: string;
  text?: string;
  /** Reference of the other case, and how many mails went to it or came from it. */
  other?: string;
  mails?: number;
  /** Names of attached files. */
  files?: string[];
  /** Of the file that was handed out, so that it can be known again. */
  sha256?: string;
  /** Name of the rule that did it, when no person did. */
  rule?: string;
};
