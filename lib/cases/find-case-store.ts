import type { Tx } from "../db/client.ts";
import type { Prisma } from "../db/generated/client.ts";
import type { Instant } from "../time/instant.ts";
import type { CaseState, Decision } from "./case.ts";
import type { Candidate, Candidates } from "./find-case.ts";
import { ownAddresses } from "./send-store.ts";
import type { ThreadKeys } from "./thread-keys.ts";

/** Reports within this time of the last one are the same incident. */
const REPEAT_MS = 24 * 3_600_000;

const PARTIES = {
  complaints: { select: { fromAddress: true }, take: 200 },
  outbox: { select: { to: true }, where: { state: { not: "cancelled" } } },
} satisfies Prisma.CaseInclude;
type Row = Prisma.CaseGetPayload<{ include: typeof PARTIES }>;

/** Looks up the cases the keys lead to, newest first. */
export async function findCandidates(
  tx: Tx,
  keys: ThreadKeys,
  { sender, receivedAt }: { sender: string; receivedAt: Instant },
): Promise<Candidates> {
  const isOurs = keys.echoedRefs.length > 0 && (await ownAddresses(tx)).includes(sender);
  return {
    echoed: isOurs ? await withRefs(tx, keys.echoedRefs) : [],
    answered: await withRefs(tx, keys.ownRefs),
    bounced: await withRefs(tx, keys.bouncedRefs),
    sameTicket: keys.ticket === null ? [] : await withComplaint(tx, { ticket: keys.ticket }),
    sameAgain:
      keys.repeatKey === null
        ? []
        : await withComplaint(tx, {
            repeatKey: keys.repeatKey,
            receivedAt: {
              gte: new Date(receivedAt - REPEAT_MS),
              lte: new Date(receivedAt + REPEAT_MS),
            },
          }),
  };
}

async function withRefs(tx: Tx, refs: string[]): Promise<Candidate[]> {
  if (refs.length === 0) return [];
  const rows = await tx.case.findMany({
    where: { ref: { in: refs } },
    include: PARTIES,
    orderBy: { id: "desc" },
  });
  return rows.map(candidate);
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
    parties: parties.map((address) => address.toLowerCase()),
  };
}
