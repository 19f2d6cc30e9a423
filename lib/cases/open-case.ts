import type { Db, Tx } from "../db/client.ts";
import { loadHistory } from "../relays/store.ts";
import type { Triage } from "../triage/triage.ts";
import { triageMail } from "../triage/triage-mail.ts";
import type { CaseDeps } from "./case-deps.ts";
import { caseRef } from "./case-ref.ts";
import { decideCase } from "./decide-case.ts";
import { findCase } from "./find-case.ts";
import { findCandidates } from "./find-case-store.ts";
import { joinCase } from "./join-case.ts";
import {
  insertCase,
  joinToCase,
  loadSighting,
  type Mail,
  settleSighting,
} from "./open-case-store.ts";
import { readOperatorProfile } from "./operator-profile-store.ts";
import { receivedAt } from "./received-at.ts";
import { threadKeys } from "./thread-keys.ts";
import { unreadableTriage } from "./unreadable-triage.ts";

export type Opened = {
  /** opened: a new case; joined: added to one; known: the same bytes were here before; nothing: not to be opened. */
  outcome: "opened" | "joined" | "known" | "nothing";
  caseId: string | null;
};

/**
 * The pipeline round the pure core: a stored mail becomes a case, or joins one, in one transaction. Doing it twice does
 * nothing the second time. A mail nobody can read becomes a case too, for a person to look at.
 */
export async function openCase(db: Db, sightingId: string, deps: CaseDeps): Promise<Opened> {
  const sighting = await loadSighting(db, sightingId);
  if (!sighting) return { outcome: "nothing", caseId: null };
  const arrived = receivedAt(sighting.raw, sighting.seenAt);
  const triage = await readable(sighting.raw, {
    history: await loadHistory(db),
    templates: deps.templates,
    operator: await readOperatorProfile(db),
    receivedAt: arrived,
  });
  const mail = {
    ...sighting,
    receivedAt: arrived,
    triage,
    keys: threadKeys(triage, deps.threadKey),
  };
  return await db.$transaction(async (tx) => {
    const settled = await settleSighting(tx, sightingId, mail.rawSha256, deps.now);
    if (settled !== "ours") return settled;
    return await place(tx, mail, deps);
  });
}

async function place(tx: Tx, mail: Mail, deps: CaseDeps): Promise<Opened> {
  const plan = decideCase(mail.triage, mail.archive);
  const candidates = await findCandidates(tx, mail.keys, mail.receivedAt);
  const found = mail.archive ? null : findCase(mail.triage, candidates, plan.sealed);
  if (found) {
    await joinToCase(tx, found, mail, joinCase(found, mail.triage, plan), deps.now);
    return { outcome: "joined", caseId: found.candidate.id };
  }
  const claims = candidates.answered.filter((one) => !one.sealed).map((candidate) => candidate.ref);
  const caseId = await insertCase(tx, mail, plan, {
    ref: caseRef(deps.random(8)),
    claims,
    now: deps.now,
  });
  return { outcome: "opened", caseId };
}

/** The core does not throw; if it ever does, the mail must still reach a person. */
async function readable(
  raw: Uint8Array,
  context: Parameters<typeof triageMail>[1],
): Promise<Triage> {
  try {
    return await triageMail(raw, context);
  } catch (error) {
    return unreadableTriage(error);
  }
}
