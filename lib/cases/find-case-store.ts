import type { Tx } from "../db/client.ts";
import type { Prisma } from "../db/generated/client.ts";
import type { Instant } from "../time/instant.ts";
import type { CaseLine, CaseState, Decision } from "./case.ts";
import type { Candidate, Candidates } from "./find-case.ts";
import { ownAddresses } from "./send-store.ts";
import type { ThreadKeys } from "./thread-keys.ts";

/** Reports within this time of the last one are the same incident. */
const REPEAT_MS = 24 * 3_600_000;
/** Reminders of one matter follow within weeks; a robot that names the same number for ever is not joined for ever. */
const REF_MS = 21 * 24 * 3_600_000;

const PARTIES = {
  complaints: { select: { fromAddress: true }, take: 200 },
  outbox: { select: { to: true }, where: { state: { not: "cancelled" } } },
} satisfies Prisma.CaseInclude;
/** Of merges into merged cases. */
const MAX_HOPS = 20;
type Row = Prisma.CaseGetPayload<{ include: typeof PARTIES }>;

/** Looks up the cases the keys lead to, newest first. */
export async function findCandidates(
  tx: Tx,
  keys: ThreadKeys,
  { sender, receivedAt }: { sender: string; receivedAt: Instant },
): Promise<Candidates> {
  const kept = (values: readonly string[]) => values.flatMap((value) => tx.$asKept(value));
  const isOurs = keys.echoedRefs.length > 0 && (await ownAddresses(tx)).includes(sender);
  return {
    threaded:
      keys.threadIds.length === 0
        ? []
        : await withComplaint(tx, { messageId: { in: kept(keys.threadIds) } }),
    sameRef: await withKeys(tx, kept(keys.refKeys.own), receivedAt),
    anyRef: await withKeys(tx, kept(keys.refKeys.any), receivedAt),
    named: await withRefs(tx, keys.namedRefs),
    echoed: isOurs ? await withRefs(tx, keys.echoedRefs) : [],
    answered: await withRefs(tx, keys.ownRefs),
    bounced: await withRefs(tx, keys.bouncedRefs),
    sameTicket:
      keys.ticket === null ? [] : await withComplaint(tx, { ticket: { in: kept([keys.ticket]) } }),
    sameAgain:
      keys.repeatKey === null
        ? []
        : await withComplaint(tx, {
            repeatKey: { in: kept([keys.repeatKey]) },
            receivedAt: {
              gte: new Date(receivedAt - REPEAT_MS),
              lte: new Date(receivedAt + REPEAT_MS),
            },
          }),
  };
}

/** A case that was merged into another answers to its reference there. */
async function withRefs(tx: Tx, refs: string[]): Promise<Candidate[]> {
  if (refs.length === 0) return [];
  const found: Row[] = [];
  let where: Prisma.CaseWhereInput = { ref: { in: refs } };
  for (let hops = 0; hops < MAX_HOPS; hops += 1) {
    const rows = await tx.case.findMany({ where, include: PARTIES, orderBy: { id: "desc" } });
    found.push(...rows.filter((row) => row.mergedIntoId === null));
    const further = rows.flatMap(({ mergedIntoId }) => mergedIntoId ?? []);
    if (further.length === 0) break;
    where = { id: { in: further } };
  }
  return found.map(candidate);
}

async function withKeys(tx: Tx, keys: string[], receivedAt: Instant): Promise<Candidate[]> {
  if (keys.length === 0) return [];
  return await withComplaint(tx, {
    threadKeys: { some: { key: { in: keys } } },
    receivedAt: { gte: new Date(receivedAt - REF_MS), lte: new Date(receivedAt + REF_MS) },
  });
}

async function withComplaint(tx: Tx, where: Prisma.ComplaintWhereInput): Promise<Candidate[]> {
  const newest = await tx.complaint.findFirst({
    where,
    orderBy: { receivedAt: "desc" },
    select: { case: { include: PARTIES } },
  });
  return newest ? [candidate(newest.case)] : [];
}

function candidate(row: Row): Candidate {
  const parties = [
    ...row.complaints.map((complaint) => complaint.fromAddress),
    ...row.outbox.flatMap((mail) => mail.to as string[]),
  ];
  return {
    id: row.id,
    ref: row.ref,
    state: row.state as CaseState,
    decision: row.decision as Decision,
    sealed: row.sealed,
    deadlineAt: row.deadlineAt?.getTime() ?? null,
    sortAt: row.sortAt.getTime(),
    ip: (row.line as CaseLine).ip,
    parties: parties.map((address) => address.toLowerCase()),
  };
}
