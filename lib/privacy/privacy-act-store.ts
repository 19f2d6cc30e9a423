import type { Viewer } from "../accounts/viewer.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { PrivacyActKind, PrivacyCounts } from "./privacy-act.ts";

export type PrivacyActView = { at: Instant; by: string; kind: PrivacyActKind } & PrivacyCounts;
const SHOWN = 20;

export async function addPrivacyAct(
  tx: Db | Tx,
  { at, by, kind }: { at: Instant; by: string; kind: PrivacyActKind },
  what: PrivacyCounts,
): Promise<void> {
  await tx.privacyAct.create({ data: { at: new Date(at), by, kind, what } });
}

/** The newest acts, newest first, with the logins of who did them. */
export async function listPrivacyActs(db: Db, _viewer: Viewer): Promise<PrivacyActView[]> {
  const rows = await db.privacyAct.findMany({ orderBy: { id: "desc" }, take: SHOWN });
  const users = await db.user.findMany({
    where: { id: { in: rows.map(({ by }) => by) } },
    select: { id: true, login: true },
  });
  const logins = new Map(users.map(({ id, login }) => [id, login]));
  return rows.map(({ at, by, kind, what }) => ({
    at: at.getTime(),
    by: logins.get(by) ?? by,
    kind: kind as PrivacyActKind,
    ...(what as PrivacyCounts),
  }));
}
