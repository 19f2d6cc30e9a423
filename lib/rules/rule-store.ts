import type { Db, Tx } from "../db/client.ts";
import type { RuleModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import { type RuleTerms, ruleSchema } from "./rule.ts";

export type Rule = {
  id: string;
  terms: RuleTerms;
  isOn: boolean;
  /** Tried over history as it stands: only then may it be switched on. */
  isTried: boolean;
};

const STOPPED = "rules-stopped";

/** All rules, oldest first: the first one that acts on a case is the only one. */
export async function listRules(db: Db | Tx): Promise<Rule[]> {
  const rows = await db.rule.findMany({ orderBy: { id: "asc" } });
  return rows.flatMap((row) => ruleOf(row) ?? []);
}

export async function findRule(db: Db | Tx, id: string): Promise<Rule | null> {
  const row = await db.rule.findUnique({ where: { id } });
  return row && ruleOf(row);
}

/** Terms that an older version of the desk wrote and this one does not know are no rule. */
function ruleOf({ id, terms, isOn, version, triedVersion }: RuleModel): Rule | null {
  const read = ruleSchema.safeParse(terms);
  return read.success ? { id, terms: read.data, isOn, isTried: triedVersion === version } : null;
}

type Made = { terms: RuleTerms; by: string; now: Instant };

export async function insertRule(tx: Db | Tx, { terms, by, now }: Made): Promise<string> {
  const { id } = await tx.rule.create({ data: { terms, changedBy: by, createdAt: new Date(now) } });
  return id;
}

/** Other terms are another order: it goes off until it was tried again. False: there is no such rule. */
export async function changeTerms(
  tx: Db | Tx,
  id: string,
  { terms, by }: Omit<Made, "now">,
): Promise<boolean> {
  const data = { terms, changedBy: by, isOn: false, version: { increment: 1 } };
  return (await tx.rule.updateMany({ where: { id }, data })).count === 1;
}

export async function markTried(tx: Tx, id: string): Promise<void> {
  const row = await tx.rule.findUniqueOrThrow({ where: { id } });
  await tx.rule.update({ where: { id }, data: { triedVersion: row.version } });
}

export async function switchRule(tx: Db | Tx, id: string, isOn: boolean, by: string) {
  await tx.rule.updateMany({ where: { id }, data: { isOn, changedBy: by } });
}

export async function deleteRule(tx: Db | Tx, id: string): Promise<void> {
  await tx.rule.deleteMany({ where: { id } });
}

/** The one switch that stops all rules at once. */
export async function areRulesStopped(db: Db | Tx): Promise<boolean> {
  return (await db.setting.findUnique({ where: { key: STOPPED } }))?.value === true;
}

export async function stopRules(db: Db | Tx, value: boolean): Promise<void> {
  await db.setting.upsert({
    where: { key: STOPPED },
    create: { key: STOPPED, value },
    update: { value },
  });
}

export async function noteRun(
  tx: Tx,
  run: { ruleId: string; caseId: string; action: string; to: string[]; at: Instant },
): Promise<void> {
  const to = run.to.map((address) => address.toLowerCase());
  await tx.ruleRun.create({ data: { ...run, to, at: new Date(run.at) } });
}

/** What rules did lately, newest first. */
export async function listRuns(db: Db, most: number) {
  const rows = await db.ruleRun.findMany({
    orderBy: { at: "desc" },
    take: most,
    include: { rule: true },
  });
  const refs = await db.case.findMany({
    where: { id: { in: rows.map(({ caseId }) => caseId) }, sealed: false },
    select: { id: true, ref: true },
  });
  const known = new Map(refs.map(({ id, ref }) => [id, ref]));
  return rows.flatMap(({ id, caseId, action, at, rule }) => {
    const ref = known.get(caseId);
    const name = ruleOf(rule)?.terms.name ?? "?";
    return ref === undefined ? [] : [{ id, caseId, ref, action, at: at.getTime(), name }];
  });
}
