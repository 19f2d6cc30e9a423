import type { ComplaintType } from "../classify/classification.ts";
import { NEVER_TAUGHT } from "../classify/conclude.ts";
import { type Taught, untaught } from "../classify/taught.ts";
import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";

/** Rows that count mails and all things seen together; nothing the desk sees is called so. */
const MAILS = "#mails";
const TOTAL = "#total";
/** Things counted of one mail; no mail shows as many. */
const MOST_SEEN = 200;

/** What operators taught about mails that show some of these things. */
export async function taughtAbout(db: Db | Tx, seen: readonly string[]): Promise<Taught> {
  const asked = [MAILS, TOTAL, ...seen.slice(0, MOST_SEEN)];
  const rows = await db.lessonCount.findMany({ where: { seen: { in: asked } } });
  const taught = untaught();
  for (const { seen: one, type, mails } of rows)
    countsOf(taught, one)[type as ComplaintType] = mails;
  return taught;
}

function countsOf(taught: Taught, seen: string) {
  if (seen === MAILS) return taught.mails;
  if (seen === TOTAL) return taught.total;
  taught.seen[seen] ??= {};
  return taught.seen[seen];
}

type Lesson = {
  complaintId: string;
  /** What a person says it is; undefined when nobody does, or no longer. */
  type: ComplaintType | undefined;
  seen: readonly string[];
  sealed: boolean;
  by: string;
  now: Instant;
};

/**
 * Keeps what a person says of a mail as a lesson, in the place of what was said of it before. Sealed cases and grave types
 * teach nothing: that there was such a mail must not show in what the desk makes of others.
 */
export async function keepLesson(tx: Tx, lesson: Lesson): Promise<void> {
  const { complaintId, sealed, by, now } = lesson;
  const type = sealed || !lesson.type || NEVER_TAUGHT.includes(lesson.type) ? null : lesson.type;
  const before = await tx.lesson.findUnique({ where: { complaintId } });
  if ((before?.type ?? null) === type) return;
  if (before) await count(tx, before.type, before.seen as string[], -1);
  if (type === null) {
    await tx.lesson.deleteMany({ where: { complaintId } });
    return;
  }
  const seen = [...new Set(lesson.seen)].slice(0, MOST_SEEN);
  const row = { type, seen, at: new Date(now), by };
  await tx.lesson.upsert({ where: { complaintId }, create: { complaintId, ...row }, update: row });
  await count(tx, type, seen, 1);
}

async function count(tx: Tx, type: string, seen: readonly string[], by: 1 | -1): Promise<void> {
  const changes: [string, number][] = [
    [MAILS, by],
    [TOTAL, by * seen.length],
    ...seen.map((one): [string, number] => [one, by]),
  ];
  for (const [one, mails] of changes) {
    await tx.lessonCount.upsert({
      where: { seen_type: { seen: one, type } },
      create: { seen: one, type, mails: Math.max(0, mails) },
      update: { mails: { increment: mails } },
    });
  }
  if (by < 0) await tx.lessonCount.deleteMany({ where: { type, mails: { lte: 0 } } });
}
