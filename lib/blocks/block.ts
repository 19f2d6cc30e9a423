import type { Instant } from "../time/instant.ts";

/** Who blocks us. `list`: a blocklist of a kind the desk cannot ask by DNS. */
export const BLOCK_KINDS = ["irc", "site", "wiki", "mail", "list", "other"] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** How it stands with them. */
export const BLOCK_STATES = ["blocked", "asked", "allowed", "refused", "no_answer"] as const;
export type BlockState = (typeof BLOCK_STATES)[number];

export type BlockStepKind = "begun" | "changed" | "note" | "letter" | "follow_up";
export type BlockStep = {
  at: Instant;
  by: string;
  kind: BlockStepKind;
  text: string;
  /** Of a letter only. */
  subject: string | null;
  to: string | null;
};

/** A network, a site or a list that blocks our relays, and what came of asking. */
export type Block = {
  id: string;
  kind: BlockKind;
  name: string;
  /** An address, or where their form is: shown as text, never opened. */
  contact: string;
  status: BlockState;
  /** Nicknames; empty: all. */
  relays: string[];
  since: Instant | null;
  followUpAt: Instant | null;
  caseId: string | null;
  caseRef: string | null;
  createdAt: Instant;
  steps: BlockStep[];
};

/** Is there still something to be had from them? */
export function isOpen({ status }: Pick<Block, "status">): boolean {
  return status === "blocked" || status === "asked" || status === "no_answer";
}
