import type { Db, Tx } from "../db/client.ts";
import { keepComplaintText, keepLetterText, keepNoteText } from "./search-text-store.ts";

const KEY = "search-texts";
/** Rises when the words of a text come to mean something else: then all texts are written again. */
const VERSION = 1;
const BATCH = 50;

const SOURCES = ["complaint", "letter", "note"] as const;
/** `before`: the oldest of this kind that is done, newest first; `done` of `all` are counted for the reader. */
type Progress = {
  version: number;
  source: number;
  before: string | null;
  done: number;
  all: number;
};

/**
 * Puts what is older than the search into it, newest first; the worker does it at its start and goes on where it was
 * stopped. What comes meanwhile is put in when it comes.
 */
export async function indexOldTexts(db: Db, isStopped: () => boolean): Promise<void> {
  let progress = (await readProgress(db)) ?? (await begin(db));
  while (progress.source < SOURCES.length && !isStopped()) {
    const now = progress;
    progress = await db.$transaction(async (tx) => {
      const next = await batch(tx, now);
      await keepProgress(tx, next);
      return next;
    });
  }
}

/** Desks all older texts of which are in the search: that stays so as long as this program runs. */
const complete = new WeakSet<Db>();

/** How far the older texts are in the search, from 0 to 1; null when all of them are. */
export async function indexingShare(db: Db): Promise<number | null> {
  if (complete.has(db)) return null;
  const progress = await readProgress(db);
  if (progress === null) return 0;
  if (progress.source >= SOURCES.length) {
    complete.add(db);
    return null;
  }
  return Math.min(progress.done / Math.max(progress.all, 1), 0.99);
}

async function batch(tx: Tx, progress: Progress): Promise<Progress> {
  const { before, source, done } = progress;
  const ids = await KEEP[SOURCES[source] ?? "note"](tx, before);
  if (ids.length === BATCH)
    return { ...progress, before: ids.at(-1) ?? null, done: done + ids.length };
  return { ...progress, source: source + 1, before: null, done: done + ids.length };
}

const NEWEST = { orderBy: { id: "desc" }, take: BATCH, select: { id: true } } as const;
const older = (before: string | null) => (before === null ? {} : { id: { lt: before } });

/** Each puts one batch in and says which ids that were. */
const KEEP: Record<(typeof SOURCES)[number], (tx: Tx, before: string | null) => Promise<string[]>> =
  {
    complaint: async (tx, before) => {
      const rows = await tx.complaint.findMany({ where: older(before), ...NEWEST });
      for (const { id } of rows) await keepComplaintText(tx, id);
      return rows.map(({ id }) => id);
    },
    letter: async (tx, before) => {
      const rows = await tx.outboxMail.findMany({ where: older(before), ...NEWEST });
      for (const { id } of rows) await keepLetterText(tx, id);
      return rows.map(({ id }) => id);
    },
    note: async (tx, before) => {
      const where = { ...older(before), kind: "note" };
      const { orderBy, take } = NEWEST;
      const rows = await tx.timelineEntry.findMany({ where, orderBy, take });
      for (const row of rows)
        await keepNoteText(tx, { ...row, text: (row.data as { text?: string }).text ?? "" });
      return rows.map(({ id }) => id);
    },
  };

async function begin(db: Db): Promise<Progress> {
  const notes = await db.timelineEntry.count({ where: { kind: "note" } });
  const all = (await db.complaint.count()) + (await db.outboxMail.count()) + notes;
  return { version: VERSION, source: 0, before: null, done: 0, all };
}

async function readProgress(db: Db): Promise<Progress | null> {
  const row = await db.setting.findUnique({ where: { key: KEY } });
  const kept = row?.value as Progress | undefined;
  return kept?.version === VERSION ? kept : null;
}

async function keepProgress(tx: Tx, value: Progress): Promise<void> {
  await tx.setting.upsert({ where: { key: KEY }, create: { key: KEY, value }, update: { value } });
}
