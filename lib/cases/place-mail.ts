import type { Db, Tx } from "../db/client.ts";
import type { SenderCheck } from "../mail/sender-check.ts";
import type { Instant } from "../time/instant.ts";
import type { Triage } from "../triage/triage.ts";
import type { CaseDeps } from "./case-deps.ts";
import { caseRef } from "./case-ref.ts";
import { decideCase } from "./decide-case.ts";
import { findCase, lookalikes } from "./find-case.ts";
import { findCandidates } from "./find-case-store.ts";
import { joinCase } from "./join-case.ts";
import { keepLookalikes } from "./lookalike-store.ts";
import { insertCase, joinToCase, type Mail, settleSighting } from "./open-case-store.ts";
import { threadKeys } from "./thread-keys.ts";

export type Opened = {
  /** opened: a new case; joined: added to one; known: the same bytes were here before; nothing: not to be opened. */
  outcome: "opened" | "joined" | "known" | "nothing";
  caseId: string | null;
};
export type TriagedMail = {
  sightingId: string;
  rawSha256: string;
  archive: boolean;
  receivedAt: Instant;
  triage: Triage;
  sender: SenderCheck;
};

/**
 * Files an understood mail: the sighting is settled, and complaint, case, letters and timeline are written, in one
 * transaction. Old mail (`archive`) never joins a case and is never answered.
 */
export async function placeMail(
  db: Db,
  triaged: TriagedMail,
  deps: Pick<CaseDeps, "threadKey" | "random" | "now">,
): Promise<Opened> {
  const mail: Mail = { ...triaged, keys: threadKeys(triaged.triage, deps.threadKey) };
  return await db.$transaction(async (tx) => {
    const settled = await settleSighting(tx, triaged.sightingId, mail.rawSha256, deps.now);
    return settled === "ours" ? await place(tx, mail, deps) : settled;
  });
}

async function place(
  tx: Tx,
  mail: Mail,
  { random, now }: Pick<CaseDeps, "random" | "now">,
): Promise<Opened> {
  const plan = decideCase(mail.triage, mail.archive);
  const candidates = await findCandidates(tx, mail.keys, {
    sender: mail.triage.complaint.message.from?.address.toLowerCase() ?? "",
    receivedAt: mail.receivedAt,
  });
  // A mail that its own domain disowns moves no case of ours; it is shown as one that may belong there.
  const isForged = mail.sender.standing === "forged";
  const found = mail.archive || isForged ? null : findCase(mail.triage, candidates, plan.sealed);
  if (found) {
    await joinToCase(tx, found, mail, joinCase(found, mail.triage, plan), now);
    return { outcome: "joined", caseId: found.candidate.id };
  }
  // A sealed case must not be named to those who see this one.
  const claims = candidates.answered.filter((one) => !one.sealed).map((one) => one.ref);
  const caseId = await insertCase(tx, mail, plan, { ref: caseRef(random(8)), claims, now });
  if (!mail.archive) await keepLookalikes(tx, caseId, lookalikes(candidates, plan.sealed), now);
  return { outcome: "opened", caseId };
}
