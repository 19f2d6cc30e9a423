import { onRecord } from "../accounts/audit-store.ts";
import { canManageSettings } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { AlertChannel } from "./alert-channel.ts";
import { alertText } from "./alert-words.ts";
import { type ChannelForm, type GivenChannel, readChannelForm } from "./channel-form.ts";
import {
  deleteChannel,
  findChannel,
  keepAttempt,
  putChannel,
  readChannels,
  readSenders,
} from "./channel-store.ts";
import { sendAlert } from "./send-alert.ts";

type Done = { ok: true } | Refusal;
const WHAT = "change where alerts go";

/** Where the desk calls its people; none for who may not manage settings. */
export async function listChannels(db: Db, viewer: Viewer): Promise<AlertChannel[]> {
  return canManageSettings(viewer) ? await readChannels(db) : [];
}

/** The mailboxes an alert can be sent from, for the same people. */
export async function alertSenders(
  db: Db,
  viewer: Viewer,
): Promise<{ id: string; name: string }[]> {
  if (!canManageSettings(viewer)) return [];
  return await readSenders(db);
}

/** A new channel, or other settings of one (`channelId`). Address and secret are kept sealed. */
export async function saveChannel(
  db: Db,
  viewer: Viewer,
  { channelId, form, now }: { channelId: string | null; form: ChannelForm; now: Instant },
  secretKey: Uint8Array,
): Promise<Done> {
  if (!canManageSettings(viewer)) return forbidden(WHAT);
  const read = readChannelForm(form, channelId === null);
  if (!read.ok) return read;
  const flaw = await mailFlaw(db, read.channel);
  if (flaw !== null) return flaw;
  const act = { kind: "settings", what: `alerts go to: ${placeOf(read.channel)}` } as const;
  const known = await onRecord(db, viewer.userId, act, (tx) =>
    putChannel(tx, channelId, read.channel, { now, secretKey }),
  );
  return known ? { ok: true } : notFound("channel");
}

/** Nobody is called there any more. */
export async function removeChannel(
  db: Db,
  viewer: Viewer,
  { channelId }: { channelId: string },
): Promise<Done> {
  if (!canManageSettings(viewer)) return forbidden(WHAT);
  const act = { kind: "settings", what: `alerts go no more to: ${channelId}` } as const;
  const done = await onRecord(db, viewer.userId, act, (tx) => deleteChannel(tx, channelId));
  return done ? { ok: true } : notFound("channel");
}

/** Sends a test now, and says what came of it. */
export async function testChannel(
  db: Db,
  viewer: Viewer,
  { channelId, now }: { channelId: string; now: Instant },
  secretKey: Uint8Array,
): Promise<Done> {
  if (!canManageSettings(viewer)) return forbidden(WHAT);
  const channel = await findChannel(db, channelId, secretKey);
  if (channel === null) return notFound("channel");
  const problem = await sendAlert(db, channel, alertText(["test"]), { now, secretKey });
  if (problem === null) {
    await keepAttempt(db, channel, null, now);
    return { ok: true };
  }
  return refuse("not-sent", "The test did not arrive. {problem}", { problem });
}

/** A mail to ourselves would come in as a complaint, and raise the next alert. */
async function mailFlaw(
  db: Db,
  { kind, target, mailboxId }: GivenChannel,
): Promise<Refusal | null> {
  if (kind !== "mail") return null;
  const boxes = await readSenders(db);
  if (!boxes.some(({ id }) => id === mailboxId)) return notFound("mailbox");
  const isOurs = (address: string) => address.toLowerCase() === target?.text.toLowerCase();
  if (!boxes.some(({ address }) => isOurs(address))) return null;
  return refuse(
    "own-address",
    "The desk reads that mailbox itself: name an address that a person reads.",
  );
}

function placeOf({ kind, target }: GivenChannel): string {
  return target === null ? kind : `${kind} ${target.place}`;
}
