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
  /** Our address it is about, as far as known. */
  ip: string | null;
};

/** What a mail has to do with the case it joins. */
export type Joining = "echo" | "answer" | "bounce" | "ticket" | "thread" | "repeat";
export type Found = { candidate: Candidate; as: Joining };
/** A case the mail may belong to without enough to be sure; a person decides. */
export type Lookalike = { candidate: Candidate; reason: string };

/** Cases the mail could belong to, by the key that led there. */
export type Candidates = {
  /** Only when one of our own addresses sent it. */
  echoed: Candidate[];
  answered: Candidate[];
  bounced: Candidate[];
  sameTicket: Candidate[];
  /** With a mail this one answers. */
  threaded: Candidate[];
  /** With a reference this one names, from the same domain. */
  sameRef: Candidate[];
  /** The same from anywhere. */
  anyRef: Candidate[];
  /** Named in the subject. */
  named: Candidate[];
  sameAgain: Candidate[];
};

/**
 * The case this mail belongs to, or null: a new one. An answer, or a further mail of their own thread or reference, counts
 * only when a party of the case wrote it (their thread: about the same address of ours); a mail of an authority never joins
 * a case that is not sealed.
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
  const about = (candidate: Candidate) => isAbout(triage, candidate);
  const threaded =
    candidates.threaded.find((one) => open(one) && one.parties.includes(sender) && about(one)) ??
    candidates.sameRef.find((one) => open(one) && about(one));
  if (threaded) return { candidate: threaded, as: "thread" };
  const again = candidates.sameAgain.find(
    (candidate) => open(candidate) && candidate.state !== "done",
  );
  return again ? { candidate: again, as: "repeat" } : null;
}

/** Who numbers his mails or keeps one thread for all of them still speaks of one address at a time. */
function isAbout({ complaint }: Triage, { ip }: Candidate): boolean {
  const accused = complaint.accused.map(({ value }) => value);
  return ip === null || accused.length === 0 || accused.includes(ip);
}

const MOST_ALIKE = 3;

/**
 * The cases a mail that joined none looks like. Whoever guesses a reference gets no further than this: a question to a
 * person (peers: Zammad #5064, #4965). Mail of authorities is never likened to anything.
 */
export function lookalikes(candidates: Candidates, sealed: boolean): Lookalike[] {
  if (sealed) return [];
  const all = [
    ...reasoned(
      candidates.answered,
      "It answers our letter, but its sender has no part in that case",
    ),
    ...reasoned(candidates.sameTicket, "It names the same ticket"),
    ...reasoned(candidates.threaded, "It answers a mail of that case"),
    ...reasoned(candidates.sameRef, "Its sender names the same reference, about another address"),
    ...reasoned(candidates.anyRef, "It names the same reference, from another sender"),
    ...reasoned(candidates.named, "Its subject names that case"),
  ];
  const first = all.filter(
    ({ candidate }, index) => all.findIndex((one) => one.candidate.id === candidate.id) === index,
  );
  return first.slice(0, MOST_ALIKE);
}

function reasoned(candidates: Candidate[], reason: string): Lookalike[] {
  return candidates.map((candidate) => ({ candidate, reason }));
}

/** RFC 3464: a report of a mail server about a mail it could not deliver, with that mail or its headers inside. */
export function isReturned({ complaint }: Triage): boolean {
  return complaint.message.parts.some((part) => part.contentType === "message/delivery-status");
}
