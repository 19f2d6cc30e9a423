import { canSeeDesk } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import { type Period, startOf } from "./period.ts";
import { AUTHORITY_RULES, DEFAULT_RULE, type TransparencyRule } from "./transparency-rule.ts";

const KEY = "transparency";

/** What the owner chose; a range until then, and when it cannot be read. */
export async function readTransparencyRule(db: Db): Promise<TransparencyRule> {
  const row = await db.setting.findUnique({ where: { key: KEY } });
  const kept = row?.value as Partial<TransparencyRule> | null | undefined;
  const authorities = AUTHORITY_RULES.find((one) => one === kept?.authorities);
  return authorities ? { authorities, words: kept?.words ?? "" } : DEFAULT_RULE;
}

export async function writeTransparencyRule(db: Tx, value: TransparencyRule): Promise<void> {
  await db.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
}

/**
 * How many sealed cases were opened in the period, for every viewer the same: it goes only where the rule of the owner
 * sends it. One that an order forbids to tell of is not among them.
 */
export async function countSealed(db: Db, viewer: Viewer, period: Period): Promise<number> {
  if (!canSeeDesk(viewer)) return 0;
  const openedAt = { gte: new Date(startOf(period.from)), lt: new Date(startOf(period.to + 1)) };
  return await db.case.count({
    where: { sealed: true, gagged: false, mergedIntoId: null, openedAt },
  });
}
