import { canSeeDesk } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { NO_RELAY } from "../cases/case-fact.ts";
import type { Db } from "../db/client.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Instant } from "../time/instant.ts";
import {
  type Alike,
  type AnswerTimes,
  type Asked,
  type Count,
  type Figures,
  type Top,
  WAITS,
} from "./figures.ts";
import { sumUp } from "./sum-up.ts";

/** More are not shown by name. */
const TOP = 12;
/** `counted` begins with FROM: more tables may follow it, then `within`. */
type Source = { counted: Prisma.Sql; within: Prisma.Sql };

/**
 * Everything the reports page counts, in eight statements whatever the number of cases. Only facts are read: a sealed case
 * has none, so whoever may see reports sees the same numbers. Null: this viewer may not.
 */
export async function readFigures(
  db: Db,
  viewer: Viewer,
  { now, ...asked }: Asked & { now: Instant },
): Promise<Figures | null> {
  if (!canSeeDesk(viewer)) return null;
  const source = sourceOf(asked);
  return {
    asked,
    ...sumUp(await readAlike(db, source, { unit: asked.unit, now }), asked),
    byPort: await top(db, source, Prisma.sql`f."port"`, portName),
    byRelay: await topRelays(db, source, asked),
    byProvider: await top(db, source, Prisma.sql`f."provider"`, String),
    bySender: await top(db, source, Prisma.sql`f."sender"`, String),
    times: await answerTimes(db, source),
  };
}

/** What a published report is made of, in three statements: `times` only of the types that are named in it. */
export async function readPublished(
  db: Db,
  viewer: Viewer,
  { period, now }: Pick<Asked, "period"> & { now: Instant },
  choose: (rows: readonly Alike[]) => readonly string[],
): Promise<{ alike: Alike[]; times: AnswerTimes } | null> {
  if (!canSeeDesk(viewer)) return null;
  const all = sourceOf({ period, relayId: null });
  const alike = await readAlike(db, all, { unit: "month", now });
  const types = [...choose(alike)];
  const named =
    types.length === 0 ? Prisma.sql`1 = 0` : Prisma.sql`f."type" IN (${Prisma.join(types)})`;
  const times = await answerTimes(db, { ...all, within: Prisma.sql`${all.within} AND ${named}` });
  return { alike, times };
}

function sourceOf({ period: { from, to }, relayId }: Omit<Asked, "unit">): Source {
  if (relayId === null)
    return {
      counted: Prisma.sql`FROM "CaseFact" f`,
      within: Prisma.sql`WHERE f."day" >= ${from} AND f."day" <= ${to}`,
    };
  return {
    counted: Prisma.sql`FROM "CaseFactRelay" a JOIN "CaseFact" f ON f."caseId" = a."caseId"`,
    within: Prisma.sql`WHERE a."relayId" = ${relayId} AND a."day" >= ${from} AND a."day" <= ${to}`,
  };
}

/** A deadline nobody kept turns from pending to missed by itself, without a change of the case. */
async function readAlike(
  db: Db,
  { counted, within }: Source,
  { unit, now }: Pick<Asked, "unit"> & { now: Instant },
): Promise<Alike[]> {
  const bucket = unit === "week" ? Prisma.sql`f."week"` : Prisma.sql`f."month"`;
  const deadline = Prisma.sql`CASE WHEN f."deadline" = 'pending' AND f."deadlineAt" <= ${new Date(now)} THEN 'missed' ELSE f."deadline" END`;
  const rows = await db.$queryRaw<Alike[]>(Prisma.sql`
    SELECT ${bucket} AS "bucket", f."type" AS "type", f."verdict" AS "verdict", f."outcome" AS "outcome",
      ${deadline} AS "deadline", count(*) AS "cases", sum(f."mails") AS "mails"
    ${counted} ${within} GROUP BY 1, 2, 3, 4, 5`);
  return rows.map((row) => ({ ...row, bucket: Number(row.bucket), ...countOf(row) }));
}

type TopRow = Count & { name: unknown; names: number; allCases: number; allMails: number };

async function top<Name>(
  db: Db,
  { counted, within }: Source,
  name: Prisma.Sql,
  read: (name: unknown) => Name,
): Promise<Top<Name>> {
  const rows = await db.$queryRaw<TopRow[]>(Prisma.sql`
    SELECT "name", "cases", "mails", count(*) OVER () AS "names", sum("cases") OVER () AS "allCases",
      sum("mails") OVER () AS "allMails"
    FROM (SELECT ${name} AS "name", count(*) AS "cases", sum(f."mails") AS "mails" ${counted} ${within} GROUP BY 1) AS named
    ORDER BY "cases" DESC, "name" IS NULL, "name" LIMIT ${TOP}`);
  const shown = rows.map((row) => ({ name: read(row.name), ...countOf(row) }));
  const [first] = rows;
  return {
    rows: shown,
    rest: {
      names: Number(first?.names ?? 0) - shown.length,
      cases: Number(first?.allCases ?? 0) - sum(shown.map(({ cases }) => cases)),
      mails: Number(first?.allMails ?? 0) - sum(shown.map(({ mails }) => mails)),
    },
  };
}

/** A case without a relay of ours has a row for that, so that nothing has to be looked for that is not there. */
async function topRelays(
  db: Db,
  { counted, within }: Source,
  { period: { from, to }, relayId }: Asked,
): Promise<Figures["byRelay"]> {
  const about =
    relayId === null
      ? {
          counted: Prisma.sql`FROM "CaseFactRelay" f`,
          within: Prisma.sql`WHERE f."day" >= ${from} AND f."day" <= ${to}`,
        }
      : {
          counted: Prisma.sql`${counted} JOIN "CaseFactRelay" r ON r."caseId" = f."caseId"`,
          within,
        };
  const name = relayId === null ? Prisma.sql`f."relayId"` : Prisma.sql`r."relayId"`;
  const { rows, rest } = await top(db, about, name, String);
  const relays = await db.relay.findMany({
    where: { id: { in: rows.map((row) => row.name) } },
    select: { id: true, nickname: true },
  });
  const nicknames = new Map(relays.map(({ id, nickname }) => [id, nickname]));
  const named = rows.map(({ name: id, ...count }) => ({
    ...count,
    name: id === NO_RELAY ? null : { id, nickname: nicknames.get(id) ?? null },
  }));
  return { rows: named, rest };
}

/** Nearest rank: of n times the median is the ceil(n/2)th, the 90th percentile the ceil(9n/10)th. */
async function answerTimes(db: Db, { counted, within }: Source): Promise<AnswerTimes> {
  const answered = Prisma.sql`${counted} ${within} AND f."answerSeconds" IS NOT NULL`;
  const ranked = await db.$queryRaw<{ seconds: number; rank: number; total: number }[]>(Prisma.sql`
    SELECT "seconds", "rank", "total" FROM (
      SELECT f."answerSeconds" AS "seconds", row_number() OVER (ORDER BY f."answerSeconds") AS "rank", count(*) OVER () AS "total"
      ${answered}) AS ranked
    WHERE "rank" = ("total" + 1) / 2 OR "rank" = ("total" * 9 + 9) / 10 ORDER BY "rank"`);
  const waits = await db.$queryRaw<{ wait: number; cases: number }[]>(Prisma.sql`
    SELECT ${waitSql()} AS "wait", count(*) AS "cases" ${answered} GROUP BY 1`);
  return {
    answered: Number(ranked[0]?.total ?? 0),
    medianSeconds: ranked[0] ? Number(ranked[0].seconds) : null,
    p90Seconds: ranked[0] ? Number(ranked.at(-1)?.seconds) : null,
    waits: WAITS.map((_, index) =>
      sum(waits.filter(({ wait }) => Number(wait) === index).map(({ cases }) => Number(cases))),
    ),
  };
}

/** The place in WAITS of an answer. */
function waitSql(): Prisma.Sql {
  const limits = WAITS.flatMap((most, index) =>
    most === null ? [] : [Prisma.sql`WHEN f."answerSeconds" <= ${most} THEN ${index}`],
  );
  return Prisma.sql`CASE ${Prisma.join(limits, " ")} ELSE ${limits.length} END`;
}

/** Sums come as bigint from one database and as number from another. */
function countOf({ cases, mails }: Count): Count {
  return { cases: Number(cases), mails: Number(mails) };
}

function portName(name: unknown): number | null {
  return name === null ? null : Number(name);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
