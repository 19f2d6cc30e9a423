import type { AuditKind } from "../accounts/audit-entry.ts";
import { auditEntry } from "../accounts/audit-store.ts";
import { canSeeAudit } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { AuditEntryModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import { visibleTo } from "./visible.ts";

/** `ref`: of a case this viewer may see; else `hidden`: there is one, and no more is said. */
export type AuditRow = {
  seq: number;
  at: Instant;
  by: string;
  kind: AuditKind;
  what: string;
  caseId: string | null;
  ref: string | null;
  hidden: boolean;
  hash: string;
};
export type AuditAsked = {
  by?: string | undefined;
  kind?: AuditKind | undefined;
  from?: Instant | undefined;
  /** Not including this moment. */
  to?: Instant | undefined;
};
/** `next`: where the following page begins; null at the end. */
export type AuditPage = { rows: AuditRow[]; next: number | null };

const EXPORTED = 500;

/** One page of the audit log, newest first; null: this viewer may not read it. */
export async function pageOfAudit(
  db: Db,
  viewer: Viewer,
  asked: AuditAsked & { before: number | null; size: number },
): Promise<AuditPage | null> {
  if (!canSeeAudit(viewer)) return null;
  const { by, kind, from, to, before, size } = asked;
  const found = await db.auditEntry.findMany({
    where: {
      ...(by === undefined ? {} : { by }),
      ...(kind === undefined ? {} : { kind }),
      at: {
        ...(from === undefined ? {} : { gte: new Date(from) }),
        ...(to === undefined ? {} : { lt: new Date(to) }),
      },
      ...(before === null ? {} : { seq: { lt: before } }),
    },
    orderBy: { seq: "desc" },
    take: size + 1,
  });
  const rows = await shown(db, viewer, found.slice(0, size));
  return { rows, next: found.length > size ? (rows.at(-1)?.seq ?? null) : null };
}

/** All of it, oldest first, a page at a time. */
export async function* wholeAudit(db: Db, viewer: Viewer): AsyncGenerator<AuditRow[]> {
  for (let after = 0; canSeeAudit(viewer); ) {
    const found = await db.auditEntry.findMany({
      where: { seq: { gt: after } },
      orderBy: { seq: "asc" },
      take: EXPORTED,
    });
    if (found.length === 0) return;
    yield await shown(db, viewer, found);
    after = found.at(-1)?.seq ?? after;
  }
}

/** People the log can be narrowed to. */
export async function auditedPeople(db: Db): Promise<{ id: string; login: string }[]> {
  return await db.user.findMany({ orderBy: { login: "asc" }, select: { id: true, login: true } });
}

async function shown(db: Db, viewer: Viewer, found: AuditEntryModel[]): Promise<AuditRow[]> {
  const caseIds = [...new Set(found.flatMap(({ caseId }) => caseId ?? []))];
  const cases = await db.case.findMany({
    where: { AND: [{ id: { in: caseIds } }, visibleTo(viewer)] },
    select: { id: true, ref: true },
  });
  const refs = new Map(cases.map(({ id, ref }) => [id, ref]));
  const people = await db.user.findMany({
    where: { id: { in: [...new Set(found.map(({ by }) => by))] } },
    select: { id: true, login: true },
  });
  const logins = new Map(people.map(({ id, login }) => [id, login]));
  return found.map(auditEntry).map(({ caseId, by, kind, ...entry }) => {
    const ref = caseId === null ? null : (refs.get(caseId) ?? null);
    return {
      ...entry,
      kind: kind as AuditKind,
      by: logins.get(by) ?? by,
      caseId: ref === null ? null : caseId,
      ref,
      hidden: caseId !== null && ref === null,
    };
  });
}
