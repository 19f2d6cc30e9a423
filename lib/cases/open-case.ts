import type { FactChange } from "../complaints/fact-change.ts";
import type { Db } from "../db/client.ts";
import { historyOf } from "../relays/store.ts";
import { checkAtTheDoor } from "../senders/check-at-the-door.ts";
import { readSenderTrust } from "../senders/sender-trust-store.ts";
import type { Triage, TriageContext } from "../triage/triage.ts";
import { triageMail } from "../triage/triage-mail.ts";
import type { CaseDeps } from "./case-deps.ts";
import { isForSeal } from "./decide-case.ts";
import { taughtAbout } from "./lessons-store.ts";
import { loadSighting, settleGone } from "./open-case-store.ts";
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
  if (sighting.gone)
    return await db.$transaction((tx) => settleGone(tx, sightingId, sighting.rawSha256, deps.now));
  const arrived = receivedAt(sighting.raw, sighting.seenAt);
  const triage = await triageOrSayWhy(sighting.raw, {
    history: (accused) => historyOf(db, accused),
    taught: (seen) => taughtAbout(db, seen),
    templates: deps.templates,
    operator: await readOperatorProfile(db),
    receivedAt: arrived,
  });
  const shown = triage.complaint.message.from?.address ?? null;
  const sender = checkAtTheDoor(
    { ...sighting, shown, isSealed: isForSeal(triage), receivedAt: arrived },
    await readSenderTrust(db),
  );
  return await placeMail(
    db,
    { ...sighting, sightingId, receivedAt: arrived, triage, sender },
    deps,
  );
}

/**
 * The core does not throw; if it ever does, the mail must still reach a person. When the relays' history or
 * the lessons cannot be loaded that is not the mail's fault: it is thrown, and the mail is read again later.
 */
export async function triageOrSayWhy(
  raw: Uint8Array,
  context: TriageContext,
  changes: readonly FactChange[] = [],
): Promise<Triage> {
  const { history, taught } = context;
  let unloaded: unknown = null;
  const noted = async <T>(loading: Promise<T>): Promise<T> =>
    await loading.catch((error: unknown) => {
      unloaded = error;
      throw error;
    });
  const loaders: Pick<TriageContext, "history" | "taught"> = {
    history: typeof history === "function" ? (accused) => noted(history(accused)) : history,
    ...(taught && { taught: (seen) => noted(taught(seen)) }),
  };
  try {
    return await triageMail(raw, { ...context, ...loaders }, changes);
  } catch (error) {
    if (unloaded !== null) throw unloaded;
    return unreadableTriage(error);
  }
}
