import { RELAY_SOURCE_PASSWORD, seal, unseal } from "../config/secret.ts";
import type { Db, Tx } from "../db/client.ts";
import type { RelaySourceModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import {
  nextReading,
  type RelaySource,
  type SourceMemory,
  type SourceSettings,
} from "./relay-source.ts";

/** The sources by name. Whoever calls asks first whether the viewer may see them. */
export async function listSources(db: Db | Tx): Promise<RelaySource[]> {
  return (await db.relaySource.findMany({ orderBy: { name: "asc" } })).map(source);
}

/** A source with what the worker needs beside it; null when there is none. */
export async function findSource(
  db: Db | Tx,
  id: string,
  secretKey: Uint8Array,
): Promise<(RelaySource & { memory: SourceMemory; password: string | null }) | null> {
  const row = await db.relaySource.findUnique({ where: { id } });
  if (row === null) return null;
  const password =
    row.secret === null ? null : unseal(row.secret, RELAY_SOURCE_PASSWORD, secretKey);
  return { ...source(row), memory: (row.memory ?? {}) as SourceMemory, password };
}

type Given = { name: string; settings: SourceSettings; password: string; enabled: boolean };

/** Adds a source, or changes the one with this id; an empty password stays what it was. False: there is no such source. */
export async function putSource(
  db: Db | Tx,
  id: string | null,
  { name, settings, password, enabled }: Given,
  { now, secretKey }: { now: Instant; secretKey: Uint8Array },
): Promise<boolean> {
  const secret =
    password === "" ? {} : { secret: seal(password, RELAY_SOURCE_PASSWORD, secretKey) };
  const afresh = { memory: {}, dueAt: new Date(now), attempts: 0, lastProblem: null };
  const data = { name, settings, kind: settings.kind, enabled, ...secret, ...afresh };
  if (id === null) {
    await db.relaySource.create({ data: { ...data, createdAt: new Date(now) } });
    return true;
  }
  return (await db.relaySource.updateMany({ where: { id }, data })).count === 1;
}

export async function isSourceName(
  db: Db | Tx,
  name: string,
  exceptId: string | null,
): Promise<boolean> {
  const row = await db.relaySource.findUnique({ where: { name }, select: { id: true } });
  return row !== null && row.id !== exceptId;
}

export async function deleteSource(db: Db | Tx, id: string): Promise<boolean> {
  return (await db.relaySource.deleteMany({ where: { id } })).count === 1;
}

/** The worker reads it in its next round; with `all`, also what it had read already. */
export async function wishForReading(
  db: Db | Tx,
  id: string | "every",
  { now, all }: { now: Instant; all: boolean },
): Promise<boolean> {
  const where = { enabled: true, ...(id === "every" ? {} : { id }) };
  const data = { dueAt: new Date(now), ...(all ? { memory: {} } : {}) };
  return (await db.relaySource.updateMany({ where, data })).count > 0;
}

/** However long a reading takes, no second worker begins with the same source meanwhile. */
const CLAIM = 30 * 60_000;

/** Takes the source that is due longest; null when none is. Of two workers one gets it. */
export async function claimSource(db: Db, now: Instant): Promise<string | null> {
  const where = { enabled: true, dueAt: { lte: new Date(now) } };
  const row = await db.relaySource.findFirst({ where, orderBy: { dueAt: "asc" } });
  if (row === null) return null;
  const { count } = await db.relaySource.updateMany({
    where: { id: row.id, dueAt: row.dueAt },
    data: { dueAt: new Date(now + CLAIM) },
  });
  return count === 1 ? row.id : null;
}

export type Reading = { text: string | null; flaw: string | null; memory: SourceMemory };

/** Keeps what came of a reading. `text`: null when nothing at all could be read, which is what failing means. */
export async function keepReading(
  db: Db,
  { id, attempts }: Pick<RelaySource, "id" | "attempts">,
  { text, flaw, memory }: Reading,
  { now, chance }: { now: Instant; chance: number },
): Promise<void> {
  const failures = text === null ? attempts + 1 : 0;
  await db.relaySource.updateMany({
    where: { id },
    data: {
      memory,
      attempts: failures,
      dueAt: new Date(nextReading(now, failures, chance)),
      lastProblem: flaw?.slice(0, 1000) ?? null,
      ...(text === null ? {} : { lastReadAt: new Date(now), lastText: text.slice(0, 1000) }),
    },
  });
}

function source(row: RelaySourceModel): RelaySource {
  return {
    id: row.id,
    name: row.name,
    settings: row.settings as SourceSettings,
    hasSecret: row.secret !== null,
    enabled: row.enabled,
    dueAt: row.dueAt.getTime(),
    attempts: row.attempts,
    lastReadAt: row.lastReadAt?.getTime() ?? null,
    lastText: row.lastText,
    lastProblem: row.lastProblem,
  };
}
