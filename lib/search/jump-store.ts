import { seesAllRelays } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { visibleTo } from "../cases/visible.ts";
import type { Db } from "../db/client.ts";
import { parseIp } from "../net/ip.ts";

/** What was named exactly: a case by our reference or by theirs, a relay by an address it holds or held. */
export type Jump = { kind: "case" | "relay"; id: string; name: string };

const MOST = 5;
const REF = /^[2-9BCDFGHJKMNPQRSTVWXYZ]{8}$/i;
const TICKET = /^[^\s"]{5,100}$/;

/** Where somebody who types a reference, a ticket or an address of ours wants to go; nothing for anything else. */
export async function jumpsTo(db: Db, viewer: Viewer, typed: string): Promise<Jump[]> {
  const text = typed
    .trim()
    .replace(/^(ref|ip):/i, "")
    .replace(/^"(.*)"$/, "$1")
    .trim();
  if (!TICKET.test(text)) return [];
  const ip = parseIp(text);
  if (ip !== null) return await relaysAt(db, viewer, ip);
  if (!/\d/.test(text)) return [];
  return await casesNamed(db, viewer, text);
}

async function relaysAt(db: Db, viewer: Viewer, ip: string): Promise<Jump[]> {
  if (!seesAllRelays(viewer)) return [];
  const rows = await db.relay.findMany({
    where: { tenures: { some: { ip } } },
    take: MOST,
    select: { id: true, nickname: true },
  });
  return rows.map(({ id, nickname }) => ({ kind: "relay", id, name: nickname }));
}

async function casesNamed(db: Db, viewer: Viewer, text: string): Promise<Jump[]> {
  const key = { threadKeys: { some: { key: { in: db.$asKept(`ref:${text.toLowerCase()}`) } } } };
  const named = { complaints: { some: key } };
  const where = REF.test(text) ? { OR: [{ ref: text.toUpperCase() }, named] } : named;
  const rows = await db.case.findMany({
    where: { AND: [where, visibleTo(viewer)] },
    orderBy: { id: "desc" },
    take: MOST,
    select: { id: true, ref: true, title: true },
  });
  return rows.map(({ id, ref, title }) => ({ kind: "case", id, name: `${ref} ${title}` }));
}
