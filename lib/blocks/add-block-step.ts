import { canManageBlocks } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { type Instant, toIso } from "../time/instant.ts";
import { findBlock, putBlock } from "./block-store.ts";

const MAX_NOTE = 4_000;
const MAX_LETTER = 20_000;
const MAX_DAYS = 3_650;
const DAY = 24 * 3_600_000;

type Done = { ok: true } | Refusal;

export async function addBlockNote(
  db: Db,
  viewer: Viewer,
  { id, text, now }: { id: string; text: string; now: Instant },
): Promise<Done> {
  if (!canManageBlocks(viewer)) return forbidden("write notes about blocks");
  const note = text.trim();
  if (note === "") return refuse("empty", "Write the note first.");
  if (note.length > MAX_NOTE)
    return refuse("too-long", `The note is longer than ${MAX_NOTE} characters.`);
  if ((await findBlock(db, viewer, id)) === null) return notFound("block");
  const step = { at: now, by: viewer, kind: "note", text: note, subject: null, to: null } as const;
  return done(await putBlock(db, id, {}, step));
}

export type SentLetter = {
  id: string;
  to: string;
  subject: string;
  text: string;
  /** In how many days to look whether they answered; 0: not planned. */
  days: number;
  now: Instant;
};

/**
 * Keeps a letter as a person sent it, by mail or by their form. The entry is `asked` from then on, and comes back on its
 * day. The desk itself sends nothing here: there is no complaint it would answer.
 */
export async function recordBlockLetter(
  db: Db,
  viewer: Viewer,
  { id, to, subject, text, days, now }: SentLetter,
): Promise<Done> {
  if (!canManageBlocks(viewer)) return forbidden("write to who blocks us");
  if (text.trim() === "") return refuse("empty", "Put the letter's text in first.");
  if (text.length > MAX_LETTER || subject.length > 300 || to.length > 500)
    return refuse("too-long", "The letter is too long to be kept.");
  const gap = /\[\[([^\]]{1,60})\]\]/.exec(`${subject}\n${text}`)?.[1];
  if (gap !== undefined)
    return refuse("gap", `The letter still has the gap [[${gap}]]. Fill it in first.`);
  if (!Number.isInteger(days) || days < 0 || days > MAX_DAYS)
    return refuse("bad-days", `Say in how many days to look again, from 0 to ${MAX_DAYS}.`);
  const before = await findBlock(db, viewer, id);
  if (before === null) return notFound("block");
  const followUpAt = days === 0 ? before.followUpAt : now + days * DAY;
  const letter = { at: now, by: viewer, kind: "letter", text, subject, to } as const;
  const status = before.status === "allowed" ? before.status : "asked";
  return done(await putBlock(db, id, { status, followUpAt }, letter));
}

export async function planBlockFollowUp(
  db: Db,
  viewer: Viewer,
  { id, days, now }: { id: string; days: number; now: Instant },
): Promise<Done> {
  if (!canManageBlocks(viewer)) return forbidden("plan follow-ups");
  if (!Number.isInteger(days) || days < 0 || days > MAX_DAYS)
    return refuse("bad-days", `Say in how many days, from 1 to ${MAX_DAYS}; 0 for never.`);
  if ((await findBlock(db, viewer, id)) === null) return notFound("block");
  const followUpAt = days === 0 ? null : now + days * DAY;
  const text = followUpAt === null ? "-" : toIso(followUpAt).slice(0, 10);
  const step = { at: now, by: viewer, kind: "follow_up", text, subject: null, to: null } as const;
  return done(await putBlock(db, id, { followUpAt }, step));
}

function done(id: string | null): Done {
  return id === null ? notFound("block") : { ok: true };
}
