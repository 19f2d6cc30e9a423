import type { Viewer } from "../accounts/viewer.ts";
import { readOperatorProfile } from "../cases/operator-profile-store.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { readPublished } from "./figures-store.ts";
import { countMitigations } from "./mitigations-in-force-store.ts";
import type { Period } from "./period.ts";
import { publishedTypes, type Transparency, transparency } from "./transparency.ts";
import { sayOfAuthorities } from "./transparency-rule.ts";
import { countSealed, readTransparencyRule } from "./transparency-rule-store.ts";

/** The report of a period as it may be published. Null: this viewer may not make one. */
export async function makeTransparency(
  db: Db,
  viewer: Viewer,
  { period, now }: { period: Period; now: Instant },
): Promise<Transparency | null> {
  const published = await readPublished(db, viewer, { period, now }, publishedTypes);
  if (published === null) return null;
  const rule = await readTransparencyRule(db);
  const isCounted = rule.authorities === "range" || rule.authorities === "exact";
  const sealed = isCounted ? await countSealed(db, viewer, period) : 0;
  const { begun, ended } = await countMitigations(db, viewer, { period, relay: null });
  return transparency(published.alike, published.times, {
    period,
    operator: (await readOperatorProfile(db)).name.trim(),
    mitigations: { begun, ended },
    authorities: sayOfAuthorities(rule, sealed),
  });
}
