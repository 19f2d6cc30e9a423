import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Prisma } from "../db/generated/client.ts";
import type { SenderCheck } from "../mail/sender-check.ts";
import type { Instant } from "../time/instant.ts";
import { type BulkCase, type BulkItem, type BulkKind, type BulkView, MAX_BULK } from "./bulk.ts";
import { plainJson } from "./plain-json.ts";
import { queueRow } from "./queue-store.ts";
import { visibleTo } from "./visible.ts";

const WITH_LETTERS = {
  drafts: { orderBy: { audience: "asc" }, include: { attachments: { select: { id: true } } } },
  complaints: { select: { sender: true } },
} satisfies Prisma.CaseInclude;
type Whole = Prisma.CaseGetPayload<{ include: typeof WITH_LETTERS }>;

/** Looked through for cases alike; what is not among the most urgent of them comes in the next go. */
const LOOK = 4 * MAX_BULK;

/** These cases with their letters, in the order given; those the viewer may not see are not there. */
export async function readBulkCases(
  db: Db,
  viewer: Viewer,
  ids: readonly string[],
): Promise<BulkCase[]> {
  const rows = await db.case.findMany({
    where: { AND: [{ id: { in: [...ids] } }, visibleTo(viewer)] },
    include: WITH_LETTERS,
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return [...new Set(ids)].flatMap((id) => {
    const row = byId.get(id);
    return row ? [bulkCase(row)] : [];
  });
}

/** Open, ready, unsealed cases of the same type, sender, verdict and route, most urgent first. */
export async function likelyAlike(db: Db, viewer: Viewer, sample: BulkCase): Promise<BulkCase[]> {
  const { type, verdict, route } = sample.row;
  const same = { state: "open", source: sample.source, type, verdict, route };
  const rows = await db.case.findMany({
    where: { AND: [{ ...same, decision: "ready", sealed: false }, visibleTo(viewer)] },
    orderBy: [{ sortAt: "asc" }, { id: "asc" }],
    take: LOOK,
    include: WITH_LETTERS,
  });
  return rows.map(bulkCase);
}

export async function keepBulk(
  db: Db,
  given: { kind: BulkKind; by: string; at: Instant; items: BulkItem[] },
): Promise<string> {
  const { kind, by, at, items } = given;
  const data = { kind, by, at: new Date(at), items: plainJson(items) };
  return (await db.bulk.create({ data, select: { id: true } })).id;
}

/** Whoever did it sees it, as far as they may still see its cases. */
export async function readBulk(db: Db, viewer: Viewer, id: string): Promise<BulkView | null> {
  const row = await db.bulk.findFirst({ where: { id, by: viewer.userId } });
  if (!row) return null;
  const items = row.items as BulkItem[];
  const ids = items.map(({ caseId }) => caseId);
  const seen = await db.case.findMany({
    where: { AND: [{ id: { in: ids } }, visibleTo(viewer)] },
    select: { id: true },
  });
  const visible = new Set(seen.map((one) => one.id));
  return {
    id: row.id,
    kind: row.kind as BulkKind,
    at: row.at.getTime(),
    items: items.filter(({ caseId }) => visible.has(caseId)),
    undoneAt: row.undoneAt?.getTime() ?? null,
  };
}

/** Of two clicks one takes it back. */
export async function claimUndo(db: Db, id: string, now: Instant): Promise<boolean> {
  const data = { undoneAt: new Date(now) };
  return (await db.bulk.updateMany({ where: { id, undoneAt: null }, data })).count === 1;
}

/** What became of these cases when it was taken back; the others stay as they are. */
export async function keepItems(db: Db, id: string, items: readonly BulkItem[]): Promise<void> {
  const row = await db.bulk.findUniqueOrThrow({ where: { id } });
  const settled = new Map(items.map((item) => [item.caseId, item]));
  const all = (row.items as BulkItem[]).map((item) => settled.get(item.caseId) ?? item);
  await db.bulk.update({ where: { id }, data: { items: plainJson(all) } });
}

/** How many letters still wait here, and until when the first of them does; null: none. */
export async function stillHere(
  db: Db,
  items: readonly BulkItem[],
  now: Instant,
): Promise<{ letters: number; until: Instant } | null> {
  const { _count, _min } = await db.outboxMail.aggregate({
    where: {
      id: { in: items.flatMap(({ outboxIds }) => outboxIds) },
      state: "queued",
      notBefore: { gt: new Date(now) },
    },
    _count: true,
    _min: { notBefore: true },
  });
  return _min.notBefore && { letters: _count, until: _min.notBefore.getTime() };
}

function bulkCase({ drafts, complaints, ...row }: Whole): BulkCase {
  return {
    row: queueRow(row),
    source: row.source,
    isForged: complaints.some(
      ({ sender }) => (sender as SenderCheck | null)?.standing === "forged",
    ),
    letters: drafts.map((draft) => ({
      id: draft.id,
      version: draft.version,
      audience: draft.audience,
      template: draft.template,
      language: draft.language,
      to: draft.to as string[],
      subject: draft.subject,
      text: draft.text,
      gaps: draft.gaps as string[],
      isOwn: draft.edited || draft.newer || draft.attachments.length > 0,
      sent: draft.sentAt !== null,
    })),
  };
}
