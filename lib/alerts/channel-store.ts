import { ALERT_SECRET, ALERT_TARGET, seal, unseal } from "../config/secret.ts";
import type { Db, Tx } from "../db/client.ts";
import type { AlertChannelModel } from "../db/generated/models.ts";
import type { Instant } from "../time/instant.ts";
import {
  type AlertChannel,
  type ChannelKind,
  nextTurn,
  type OpenChannel,
} from "./alert-channel.ts";
import type { GivenChannel } from "./channel-form.ts";

/** In the order they were added. Whoever calls asks first whether the viewer may see them. */
export async function readChannels(db: Db | Tx): Promise<AlertChannel[]> {
  return (await db.alertChannel.findMany({ orderBy: { id: "asc" } })).map(channel);
}

/** Those that may be used at `now`. */
export async function dueChannels(
  db: Db,
  now: Instant,
  secretKey: Uint8Array,
): Promise<OpenChannel[]> {
  const where = { enabled: true, dueAt: { lte: new Date(now) } };
  return (await db.alertChannel.findMany({ where })).map((row) => opened(row, secretKey));
}

/** Null: there is none. */
export async function findChannel(
  db: Db | Tx,
  id: string,
  secretKey: Uint8Array,
): Promise<OpenChannel | null> {
  const row = await db.alertChannel.findUnique({ where: { id } });
  return row && opened(row, secretKey);
}

/** Adds a channel, or changes the one with this id. False: there is no such channel, or it is of another kind. */
export async function putChannel(
  db: Tx,
  id: string | null,
  { target, secret, ...given }: GivenChannel,
  { now, secretKey }: { now: Instant; secretKey: Uint8Array },
): Promise<boolean> {
  const sealed = {
    ...(target && { target: seal(target.text, ALERT_TARGET, secretKey), place: target.place }),
    ...(secret !== null && { secret: seal(secret, ALERT_SECRET, secretKey) }),
  };
  const data = { ...given, ...sealed, dueAt: new Date(now), failures: 0, lastProblem: null };
  if (id !== null)
    return (
      (await db.alertChannel.updateMany({ where: { id, kind: given.kind }, data })).count === 1
    );
  if (target === null) return false;
  await db.alertChannel.create({
    data: { target: "", place: "", ...data, createdAt: new Date(now) },
  });
  return true;
}

/** The mailboxes of the desk: an alert is sent from one, and to none. */
export async function readSenders(
  db: Db,
): Promise<{ id: string; name: string; address: string }[]> {
  const select = { id: true, name: true, address: true };
  return await db.mailbox.findMany({ select, orderBy: { name: "asc" } });
}

export async function deleteChannel(db: Tx, id: string): Promise<boolean> {
  return (await db.alertChannel.deleteMany({ where: { id } })).count === 1;
}

/** Keeps how an attempt went; `problem` null: it went well. */
export async function keepAttempt(
  db: Db | Tx,
  { id, failures }: Pick<AlertChannel, "id" | "failures">,
  problem: string | null,
  now: Instant,
): Promise<void> {
  const failed = problem === null ? 0 : failures + 1;
  await db.alertChannel.updateMany({
    where: { id },
    data: {
      failures: failed,
      dueAt: new Date(nextTurn(now, failed)),
      lastProblem: problem?.slice(0, 1000) ?? null,
      ...(problem === null ? { lastSentAt: new Date(now) } : {}),
    },
  });
}

function channel(row: AlertChannelModel): AlertChannel {
  return {
    id: row.id,
    kind: row.kind as ChannelKind,
    place: row.place,
    proxy: row.proxy,
    mailboxId: row.mailboxId,
    hasSecret: row.secret !== null,
    wanted: [
      ...(row.onIntake ? (["intake"] as const) : []),
      ...(row.onDue ? (["due"] as const) : []),
    ],
    enabled: row.enabled,
    failures: row.failures,
    lastSentAt: row.lastSentAt?.getTime() ?? null,
    lastProblem: row.lastProblem,
  };
}

/** What the desk's key does not open is empty, and the attempt says so. */
function opened(row: AlertChannelModel, secretKey: Uint8Array): OpenChannel {
  return {
    ...channel(row),
    target: unseal(row.target, ALERT_TARGET, secretKey) ?? "",
    secret: row.secret === null ? null : unseal(row.secret, ALERT_SECRET, secretKey),
  };
}
