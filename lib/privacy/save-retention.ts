import { addAudit } from "../accounts/audit-store.ts";
import { canManagePrivacy } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { addPrivacyAct } from "./privacy-act-store.ts";
import {
  isPeriod,
  MAX_DAYS,
  MIN_DAYS,
  problemWith,
  RETENTION_CLASSES,
  type Retention,
} from "./retention.ts";
import { writeRetention } from "./retention-store.ts";

/** From now on the worker purges what is older than this. Null: nothing any more. */
export async function saveRetention(
  db: Db,
  viewer: Viewer,
  { retention, now }: { retention: Retention | null; now: Instant },
): Promise<{ ok: true } | Refusal> {
  if (!canManagePrivacy(viewer)) return forbidden("decide how long things are kept");
  const refusal = retention && refusalOf(retention);
  if (refusal) return refusal;
  const nothing = { mails: 0, records: 0, left: 0 };
  await db.$transaction(async (tx) => {
    await writeRetention(tx, retention);
    await addAudit(tx, viewer.userId, { kind: "settings", what: "how long things are kept" });
    await addPrivacyAct(tx, { at: now, by: viewer.userId, kind: "retention" }, nothing);
  });
  return { ok: true };
}

/** Why these periods cannot stand; null: they can. */
export function refusalOf({ classes, quarantine }: Retention): Refusal | null {
  const problems = RETENTION_CLASSES.map((one) => problemWith(classes[one]));
  if (problems.includes("range") || !isPeriod(quarantine))
    return refuse(
      "bad-period",
      "A period is a whole number of days from {min} to {max}, or empty for ever.",
      { min: MIN_DAYS, max: MAX_DAYS },
    );
  if (problems.includes("order"))
    return refuse(
      "bad-order",
      "The mails of a class cannot be kept longer than its record. Give the record as many days, or leave it empty.",
    );
  return null;
}
