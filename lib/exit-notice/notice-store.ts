import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";

/** How the public page of a relay is switched. */
export type NoticeSwitch = {
  relayId: string;
  /** In the page's address. */
  name: string;
  isOn: boolean;
  takesForm: boolean;
  isInList: boolean;
};
/** What all public pages share. */
export type NoticeSettings = {
  /** An address or a sentence, shown as text; empty: none. */
  contact: string;
  /** The name the desk is reached by from outside, `https://exit.example`; empty: not told. For the file a relay serves itself. */
  deskUrl: string;
};

const KEY = "public-pages";
const NO_SETTINGS: NoticeSettings = { contact: "", deskUrl: "" };

export async function readNoticeSettings(db: Db | Tx): Promise<NoticeSettings> {
  const kept = (await db.setting.findUnique({ where: { key: KEY } }))?.value;
  return typeof kept === "object" && kept !== null && !Array.isArray(kept)
    ? { ...NO_SETTINGS, ...kept }
    : NO_SETTINGS;
}

export async function writeNoticeSettings(tx: Db | Tx, value: NoticeSettings): Promise<void> {
  await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
}

/** All switches that were ever touched. Whoever calls asks first whether the viewer may see them. */
export async function listSwitches(db: Db | Tx): Promise<NoticeSwitch[]> {
  return await db.exitNotice.findMany({ select: COLUMNS });
}

const COLUMNS = { relayId: true, name: true, isOn: true, takesForm: true, isInList: true } as const;

/** Relays that hold an address now. */
export async function listHolders(db: Db): Promise<Set<string>> {
  const rows = await db.tenure.findMany({
    where: { to: null },
    distinct: ["relayId"],
    select: { relayId: true },
  });
  return new Set(rows.map(({ relayId }) => relayId));
}

/** The page with this name, when it is on; for everybody. */
export async function findOpenNotice(db: Db, name: string): Promise<NoticeSwitch | null> {
  return await db.exitNotice.findFirst({
    where: { name: name.toLowerCase(), isOn: true },
    select: COLUMNS,
  });
}

/** The page about an address that a relay holds now; null when there is none that is on. */
export async function findNoticeOf(db: Db, ip: string): Promise<NoticeSwitch | null> {
  return await db.exitNotice.findFirst({
    where: { isOn: true, relay: { tenures: { some: { ip, to: null } } } },
    select: COLUMNS,
    orderBy: { name: "asc" },
  });
}

/** The pages that are on and that the operator wants in the list, by name. */
export async function listPublished(db: Db): Promise<{ name: string; addresses: string[] }[]> {
  const rows = await db.exitNotice.findMany({
    where: { isOn: true, isInList: true },
    orderBy: { name: "asc" },
    take: 1_000,
    select: {
      name: true,
      relay: { select: { tenures: { where: { to: null }, select: { ip: true } } } },
    },
  });
  return rows.map(({ name, relay }) => ({
    name,
    addresses: [...new Set(relay.tenures.map(({ ip }) => ip))],
  }));
}

export async function putSwitch(
  db: Db | Tx,
  { relayId, ...data }: NoticeSwitch,
  { by, now }: { by: string; now: Instant },
): Promise<void> {
  const changed = { ...data, changedAt: new Date(now), changedBy: by };
  await db.exitNotice.upsert({
    where: { relayId },
    create: { relayId, ...changed },
    update: changed,
  });
}

export async function isNameTaken(db: Db, name: string, exceptRelay: string): Promise<boolean> {
  const row = await db.exitNotice.findUnique({ where: { name }, select: { relayId: true } });
  return row !== null && row.relayId !== exceptRelay;
}
