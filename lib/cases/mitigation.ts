import type { Instant } from "../time/instant.ts";

/**
 * proposed: nobody put it in yet. active: in force. expired: its time is over. removed: a person ended it before. By hand it
 * is out of the policy only when a person says so (`outAt`).
 */
export type MitigationState = "proposed" | "active" | "expired" | "removed";
export type MitigationHow = "hand" | "control";
export type MitigationStepKind = "proposed" | "in-force" | "expired" | "removed" | "out" | "failed";

export type MitigationStep = {
  at: Instant;
  by: string;
  kind: MitigationStepKind;
  /** The kind for people. */
  name: string;
  text: string;
};

export type Mitigation = {
  id: string;
  /** The case that is the reason, where the viewer may see it. */
  caseId: string | null;
  caseRef: string | null;
  relays: string[];
  lines: string[];
  reason: string;
  state: MitigationState;
  how: MitigationHow | null;
  sourceId: string | null;
  from: Instant | null;
  expiresAt: Instant;
  endedAt: Instant | null;
  /** When the lines were known to be out of the policy again. */
  outAt: Instant | null;
  /** Its time is over, but the lines may still stand in a policy. */
  mustComeOut: boolean;
  problem: string | null;
  createdAt: Instant;
  steps: MitigationStep[];
};

/** What `mustComeOut` says. */
export function isToComeOut({ state, outAt }: Pick<Mitigation, "state" | "outAt">): boolean {
  return (state === "expired" || state === "removed") && outAt === null;
}

export const STEP_NAMES: Record<MitigationStepKind, string> = {
  proposed: "Proposed",
  "in-force": "In force",
  expired: "Its time was over",
  removed: "Ended",
  out: "Taken out of the policy",
  failed: "Failed",
};
