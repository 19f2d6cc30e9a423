import { onRecord } from "../accounts/audit-store.ts";
import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { RelaySource } from "../relays/relay-source.ts";
import {
  deleteSource,
  isSourceName,
  listSources,
  putSource,
  wishForReading,
} from "../relays/source-store.ts";
import type { Instant } from "../time/instant.ts";
import { type RelaySourceForm, readSourceForm } from "./relay-source-form.ts";

type Done = { ok: true } | Refusal;

/** The sources for whoever manages relays: their paths tell how the machine is laid out. None for others. */
export async function listRelaySources(db: Db, viewer: Viewer): Promise<RelaySource[]> {
  return canManageRelays(viewer) ? await listSources(db) : [];
}

/** A new source, or other settings of one (`sourceId`); the worker reads it within seconds. A password is kept sealed. */
export async function saveRelaySource(
  db: Db,
  viewer: Viewer,
  { sourceId, form, now }: { sourceId: string | null; form: RelaySourceForm; now: Instant },
  secretKey: Uint8Array,
): Promise<Done> {
  if (!canManageRelays(viewer)) return forbidden("change where relays are read from");
  const read = readSourceForm(form);
  if (!read.ok) return read;
  if (await isSourceName(db, read.name, sourceId))
    return refuse("name-taken", 'There is a source called "{name}" already.', { name: read.name });
  const act = { kind: "settings", what: `relay source kept: ${read.name}` } as const;
  const known = await onRecord(db, viewer.userId, act, (tx) =>
    putSource(tx, sourceId, read, { now, secretKey }),
  );
  return known ? { ok: true } : notFound("source");
}

/** The desk reads it no more; what was learnt from it stays. */
export async function removeRelaySource(
  db: Db,
  viewer: Viewer,
  { sourceId }: { sourceId: string },
): Promise<Done> {
  if (!canManageRelays(viewer)) return forbidden("change where relays are read from");
  const act = { kind: "settings", what: `relay source removed: ${sourceId}` } as const;
  const done = await onRecord(db, viewer.userId, act, (tx) => deleteSource(tx, sourceId));
  return done ? { ok: true } : notFound("source");
}

/** The worker reads the source within seconds, whenever it would have been its turn. */
export async function readRelaySourceNow(
  db: Db,
  viewer: Viewer,
  { sourceId, now }: { sourceId: string; now: Instant },
): Promise<Done> {
  if (!canManageRelays(viewer)) return forbidden("read the relays' sources");
  const is = await wishForReading(db, sourceId, { now, all: false });
  return is
    ? { ok: true }
    : refuse("switched-off", "This source is switched off: switch it on first.");
}
