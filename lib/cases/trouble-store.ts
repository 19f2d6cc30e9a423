import { canSeeDesk } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import { visibleTo } from "./visible.ts";
import { visibleSql } from "./visible-store.ts";

/** Trouble named on the queue; the rest of it is seen when these are mended. */
const MAX_LETTERS = 5;

export type Trouble = {
  /** Mailboxes that do not work. */
  mailboxes: { name: string; text: string }[];
  /** Letters that failed, or of which nobody knows whether they arrived, in cases not yet done. */
  letters: { id: string; caseId: string; state: "failed" | "unknown"; subject: string }[];
};

/** What stands between this desk and its mail, for whoever looks at the queue. One statement while every letter arrives. */
export async function readTrouble(db: Db, viewer: Viewer): Promise<Trouble> {
  const rows = await db.$queryRaw<Row[]>(
    Prisma.sql`SELECT 'mailbox' AS "what", m."id", m."name", m."lastError" AS "text" FROM "Mailbox" m WHERE ${faulty(viewer)}
      UNION ALL SELECT * FROM (
        SELECT 'letter' AS "what", o."id", '' AS "name", '' AS "text" FROM "OutboxMail" o JOIN "Case" c ON c."id" = o."caseId"
        WHERE o."state" IN ('failed', 'unknown') AND c."state" <> 'done' AND ${visibleSql(viewer)}
        ORDER BY o."id" DESC LIMIT ${MAX_LETTERS}) AS letters`,
  );
  const of = (what: Row["what"]) => rows.filter((row) => row.what === what);
  const mailboxes = of("mailbox").map(({ name, text }) => ({ name, text }));
  const ids = of("letter").map(({ id }) => id);
  return { mailboxes, letters: ids.length === 0 ? [] : await lettersOf(db, viewer, ids) };
}

type Row = { what: "mailbox" | "letter"; id: string; name: string; text: string };

function faulty(viewer: Viewer): Prisma.Sql {
  return canSeeDesk(viewer)
    ? Prisma.sql`m."enabled" = ${true} AND m."lastError" IS NOT NULL`
    : Prisma.sql`1 = 0`;
}

/** Through the client: what a letter of a sealed case says is encrypted. */
async function lettersOf(
  db: Db,
  viewer: Viewer,
  ids: readonly string[],
): Promise<Trouble["letters"]> {
  const letters = await db.outboxMail.findMany({
    where: { id: { in: [...ids] }, case: visibleTo(viewer) },
    select: { id: true, caseId: true, state: true, subject: true },
    orderBy: { id: "desc" },
  });
  return letters.map((letter) => ({
    ...letter,
    state: letter.state === "failed" ? "failed" : "unknown",
  }));
}
