import type { Draft } from "../drafting/draft.ts";

/** What the desk proposes for one audience; kept beside the operator's own words. */
export type Proposal = Omit<Draft, "audience">;

const FIELDS = ["template", "language", "to", "subject", "text", "gaps"] as const;

/** The draft without whom it is for, as it is kept. */
export function proposalOf(draft: Proposal): Proposal {
  const { template, language, to, subject, text, gaps } = draft;
  return { template, language, to, subject, text, gaps };
}

/**
 * Does the desk still propose what it proposed before? `before` comes from the database; nothing there (a letter older
 * than this record) counts as the same, for nobody knows otherwise.
 */
export function sameProposal(before: unknown, now: Proposal): boolean {
  if (typeof before !== "object" || before === null) return true;
  const old = before as Record<string, unknown>;
  return FIELDS.every((field) => JSON.stringify(old[field]) === JSON.stringify(now[field]));
}
