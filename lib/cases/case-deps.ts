import type { Template } from "../drafting/draft.ts";
import type { Instant } from "../time/instant.ts";

/** What opening and re-checking a case needs besides the database. */
export type CaseDeps = {
  templates: Template[];
  /** Key of our Message-IDs, see `ownMessageId`. */
  threadKey: string;
  random: (bytes: number) => Uint8Array;
  now: Instant;
};
