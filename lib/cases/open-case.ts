import type { Db } from "../db/client.ts";
import { loadHistory } from "../relays/store.ts";
import type { Triage } from "../triage/triage.ts";
import { triageMail } from "../triage/triage-mail.ts";
import type { CaseDeps } from "./case-deps.ts";
import { loadSighting } from "./open-case-store.ts";
import { readOperatorProfile } from "./operator-profile-store.ts";
import { type Opened, placeMail } from "./place-mail.ts";
import { receivedAt } from "./received-at.ts";
import { unreadableTriage } from "./unreadable-triage.ts";

/**
 * The pipeline round the pure core: a stored mail becomes a case, or joins one. Doing it twice does nothing the second
 * time. A mail nobody can read becomes a case too, for a person to look at.
 */
export async function openCase(db: Db, sightingId: string, deps: CaseDeps): Promise<Opened> {
  const sighting = await loadSighting(db, sightingId);
  if (!sighting) return { outcome: "nothing", caseId: null };
  const arrived = receivedAt(sighting.raw, sighting.seenAt);
  const triage = await triageOrSayWhy(sighting.raw, {
    history: await loadHistory(db),
    templates: deps.templates,
    operator: await readOperatorProfile(db),
    receivedAt: arrived,
  });
  return await placeMail(db, { ...sighting, sightingId, receivedAt: arrived, triage }, deps);
}

/** The core does not throw; if it ever does, the mail must still reach a person. */
export async function triageOrSayWhy(...args: Parameters<typeof triageMail>): Promise<Triage> {
  try {
    return await triageMail(...args);
  } catch (error) {
    return unreadableTriage(error);
  }
}
