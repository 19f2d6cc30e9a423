import { DESK_VIEWER } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { planPolicyChange } from "../relays/change-exit-policy.ts";
import { onControl } from "../relays/control.ts";
import type { Instant } from "../time/instant.ts";
import { takeOut } from "./end-mitigation.ts";
import type { Mitigation } from "./mitigation.ts";
import {
  byDesk,
  claimMitigation,
  dueMitigations,
  failedAttempts,
  findMitigation,
  keepLook,
  stepMitigation,
} from "./mitigation-store.ts";
import { controlPlace } from "./start-mitigation.ts";

const AT_ONCE = 20;
const MINUTE = 60_000;
const LOOK_EVERY = 60 * MINUTE;
const LONGEST = 6 * 60 * MINUTE;

type Deps = { secretKey: Uint8Array; now: Instant };

/**
 * The worker's round: what has run out ends. Through a control port the lines are taken out of the running tor, again and
 * again until it works; by hand the case says that they must come out now. Meanwhile it looks whether tor still has them.
 */
export async function expireMitigations(db: Db, { secretKey, now }: Deps): Promise<number> {
  const due = await dueMitigations(db, now, AT_ONCE);
  for (const id of due) {
    if (!(await claimMitigation(db, id, { now, until: now + 5 * MINUTE }))) continue;
    const found = await findMitigation(db, DESK_VIEWER, id);
    if (found === null) continue;
    if (found.expiresAt > now) await lookWhether(db, found, { secretKey, now });
    else if (found.how === "control") await carryOut(db, found, { secretKey, now });
    else await tellToTakeOut(db, found, now);
  }
  return due.length;
}

async function tellToTakeOut(db: Db, found: Mitigation, now: Instant): Promise<void> {
  const lines = found.lines.join(", ");
  await stepMitigation(
    db,
    found,
    { state: "expired", endedAt: new Date(now), lookAt: null },
    {
      kind: "expired",
      text: `${lines}: to be taken out of the torrc by hand`,
      by: byDesk,
      at: now,
      told: `Its time is over: take ${lines} out of the torrc now`,
    },
  );
}

async function carryOut(db: Db, found: Mitigation, { secretKey, now }: Deps): Promise<void> {
  const taken = await takeOut(db, found, secretKey);
  const lines = found.lines.join(", ");
  const by = { by: byDesk, at: now };
  const over = { state: "expired", endedAt: new Date(found.endedAt ?? now) };
  if (taken.ok) {
    const data = { ...over, outAt: new Date(now), lookAt: null, problem: null };
    const told = `Its time is over; opened again: ${lines}`;
    await stepMitigation(db, found, data, { ...by, kind: "out", text: taken.text, told });
    return;
  }
  const attempts = await failedAttempts(db, found.id);
  const wait = Math.min(MINUTE * 2 ** Math.min(attempts, 20), LONGEST);
  const data = {
    ...over,
    attempts: attempts + 1,
    problem: taken.text,
    lookAt: new Date(now + wait),
  };
  // Once is enough for the case; each try stands in the record.
  const told = attempts === 0 ? `Its time is over, but ${lines} could not be taken out` : null;
  await stepMitigation(db, found, data, { ...by, kind: "failed", text: taken.text, told });
}

/** A reload of tor forgets what the control port set. A tor that cannot be asked is asked again later. */
async function lookWhether(db: Db, found: Mitigation, { secretKey, now }: Deps): Promise<void> {
  const place = await controlPlace(db, found.sourceId, secretKey);
  const change =
    "ok" in place
      ? { flaw: place.text }
      : await onControl(place.where, place.password, (line) =>
          planPolicyChange(line, { put: found.lines }),
        );
  if ("flaw" in change || change.command === null) {
    const problem = "flaw" in change ? change.flaw : null;
    await keepLook(db, found, { next: Math.min(now + LOOK_EVERY, found.expiresAt), problem, now });
    return;
  }
  const text = `${found.lines.join(", ")}: tor does not have them any more, it was reloaded or restarted`;
  const gone = new Date(now);
  await stepMitigation(
    db,
    found,
    { state: "removed", endedAt: gone, outAt: gone, lookAt: null },
    {
      kind: "removed",
      text,
      by: byDesk,
      at: now,
      told: `No longer closed, tor was reloaded: ${found.lines.join(", ")}`,
    },
  );
}
