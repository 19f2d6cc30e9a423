import { createHash } from "node:crypto";
import { addAudit } from "../accounts/audit-store.ts";
import type { Db, Tx } from "../db/client.ts";
import type { OwnTemplateModel } from "../db/generated/models.ts";
import type { Template } from "../drafting/draft.ts";
import type { ShippedTemplates } from "../drafting/files.ts";
import { readOwnTemplate, servingTemplates } from "../drafting/own-templates.ts";
import type { Instant } from "../time/instant.ts";

/** One version of an operator's template; `text` null: taken away, the shipped one serves. */
export type OwnVersion = Omit<OwnTemplateModel, "id" | "at"> & { at: Instant };

/** Older ones make room. */
const MAX_VERSIONS = 50;

/** What the desk writes letters from: what is shipped, and what the operator made of it. */
export type TemplateShelf = {
  shipped: ShippedTemplates;
  /** What serves at this moment, in every process: asks the database for newer versions each time. */
  serving: (db: Db) => Promise<Template[]>;
};

/** A shelf that reads a template again only when its version changed. */
export function templateShelf(shipped: ShippedTemplates): TemplateShelf {
  let kept: { stamp: string; templates: Template[] } = { stamp: "", templates: shipped.templates };
  const serving = async (db: Db) => {
    const stamp = JSON.stringify(await newestVersions(db));
    if (stamp === "[]") return shipped.templates;
    if (kept.stamp !== stamp) {
      const own = (await currentTemplates(db)).flatMap(
        ({ key, text }) => readOwnTemplate(key, text ?? "").template ?? [],
      );
      kept = { stamp, templates: servingTemplates(shipped.templates, own) };
    }
    return kept.templates;
  };
  return { shipped, serving };
}

/** The newest version of each key that was not taken away. */
export async function currentTemplates(db: Db | Tx): Promise<OwnVersion[]> {
  const newest = await newestVersions(db);
  if (newest.length === 0) return [];
  const rows = await db.ownTemplate.findMany({
    where: { OR: newest, text: { not: null } },
    orderBy: { key: "asc" },
  });
  return rows.map(versionOf);
}

/** All kept versions of one key, newest first. */
export async function versionsOf(db: Db | Tx, key: string): Promise<OwnVersion[]> {
  const rows = await db.ownTemplate.findMany({ where: { key }, orderBy: { version: "desc" } });
  return rows.map(versionOf);
}

async function newestVersions(db: Db | Tx): Promise<{ key: string; version: number }[]> {
  const rows = await db.ownTemplate.groupBy({
    by: ["key"],
    _max: { version: true },
    orderBy: { key: "asc" },
  });
  return rows.map(({ key, _max }) => ({ key, version: _max.version ?? 0 }));
}

/** What a version is made of, besides its number and the shipped text it was made from. */
export type NewVersion = {
  key: string;
  text: string | null;
  how: string;
  by: string;
  now: Instant;
  shipped: string | null;
};

/** Writes the next version. False: somebody else wrote one since `seen` (0: none yet), and nothing was written. */
export async function putVersion(tx: Tx, seen: number, made: NewVersion): Promise<boolean> {
  const newest = await tx.ownTemplate.findFirst({
    where: { key: made.key },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  if ((newest?.version ?? 0) !== seen) return false;
  const { key, text, how, by, now, shipped } = made;
  await tx.ownTemplate.create({
    data: { key, text, how, shipped, version: seen + 1, changedBy: by, at: new Date(now) },
  });
  await tx.ownTemplate.deleteMany({ where: { key, version: { lte: seen + 1 - MAX_VERSIONS } } });
  await addAudit(tx, by, { kind: "settings", what: `template ${how}: ${key}` });
  return true;
}

/** The mark of a shipped text, to see later that it changed. */
export function markOf(text: string | undefined): string | null {
  return text === undefined ? null : createHash("sha256").update(text).digest("hex");
}

/** Who is who, for the list of versions. */
export async function loginsOf(db: Db, userIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.user.findMany({
    where: { id: { in: [...new Set(userIds)] } },
    select: { id: true, login: true },
  });
  return new Map(rows.map(({ id, login }) => [id, login]));
}

/** The newest cases of a type that the viewer may see, with what names them in a list. */
export async function casesOfType(
  db: Db,
  where: object,
  most: number,
): Promise<{ id: string; ref: string; title: string }[]> {
  return await db.case.findMany({
    where,
    orderBy: { id: "desc" },
    take: most,
    select: { id: true, ref: true, title: true },
  });
}

function versionOf({ id: _, at, ...row }: OwnTemplateModel): OwnVersion {
  return { ...row, at: at.getTime() };
}
