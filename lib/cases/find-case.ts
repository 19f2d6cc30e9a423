import type { Instant } from "../time/instant.ts";
import type { Triage } from "../triage/triage.ts";
import type { CaseState, Decision } from "./case.ts";

/** A case a mail might join. */
export type Candidate = {
  id: string;
  ref: string;
  state: CaseState;
  decision: Decision;
  sealed: boolean;
  deadlineAt: Instant | null;
  sortAt: Instant;
  /** Lower-case addresses that wrote to the case or were written to from it. */
  parties: string[];
};

/** What a mail has to do with the case it joins. */
export type Joining = "echo" | "answer" | "bounce" | "ticket" | "repeat";
export type Found = { candidate: Candidate; as: Joining };

/** Cases the mail could belong to, by the key that led there. */
export type Candidates = {
  /** Only when one of our own addresses sent it. */
  echoed: Candidate[];
  answered: Candidate[];
  bounced: Candidate[];
  sameTicket: Candidate[];
  sameAgain: Candidate[];
};

/**
 * The case this mail belongs to, or null: a new one. An answer counts only when a party of the case wrote it; a mail of
 * an authority never joins a case that is not sealed.
 */
export function findCase(triage: Triage, candidates: Candidates, sealed: boolean): Found | null {
  const sender = triage.complaint.message.from?.address.toLowerCase() ?? "";
  const open = (candidate: Candidate) => !sealed || candidate.sealed;
  const echoed = candidates.echoed.find(open);
  if (echoed) return { candidate: echoed, as: "echo" };
  const answered = candidates.answered.find(
    (candidate) => open(candidate) && candidate.parties.includes(sender),
  );
  if (answered) return { candidate: answered, as: "answer" };
  const bounced = isReturned(triage) ? candidates.bounced.find(open) : undefined;
  if (bounced) return { candidate: bounced, as: "bounce" };
  const sameTicket = candidates.sameTicket.find(open);
  if (sameTicket) return { candidate: sameTicket, as: "ticket" };
  const again = candidates.sameAgain.find(
    (candidate) => open(candidate) && candidate.state !== "done",
  );
  return again ? { candidate: again, as: "repeat" } : null;
}

/** RFC 3464: a report of a mail server about a mail it could not deliver, with that mail or its headers inside. */
export function isReturned({ complaint }: Triage): boolean {
  return complaint.message.parts.some((part) => part.contentType === "message/delivery-status");
}
