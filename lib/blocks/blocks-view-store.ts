import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { DNSBL_LISTS, type DnsblId, dnsblList, type ListingKind } from "./dnsbl-lists.ts";
import { meaningsOf } from "./judge-answer.ts";
import { TEST_ROW, type TestState } from "./look-ups.ts";

/** One address on one list, as the page shows it. */
export type ListingView = {
  id: string;
  listId: DnsblId;
  listName: string;
  ip: string;
  kind: ListingKind;
  /** What the list's codes mean, and what it says in its own words. */
  means: string[];
  text: string | null;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
  goneAt: Instant | null;
};
/** One list, and what its word is worth at the moment. */
export type ListView = {
  id: DnsblId;
  name: string;
  zone: string;
  policyUrl: string;
  test: TestState;
  problem: string | null;
  askedAt: Instant | null;
  /** Addresses about which nothing is known for lack of an answer. */
  unanswered: number;
};

const MOST = 500;
const MOST_ENDED = 100;

/** What stands on lists now, what stood there lately, and how the lists do. Three statements, however many addresses. */
export async function readBlocklists(
  db: Db,
  asked: readonly string[],
): Promise<{ now: ListingView[]; ended: ListingView[]; lists: ListView[]; pending: boolean }> {
  const [open, gone] = await Promise.all([
    db.listing.findMany({ where: { goneAt: null }, orderBy: { id: "desc" }, take: MOST }),
    db.listing.findMany({
      where: { goneAt: { not: null } },
      orderBy: { id: "desc" },
      take: MOST_ENDED,
    }),
  ]);
  const looks = await db.dnsblLook.findMany({
    where: {
      OR: [{ ip: TEST_ROW }, { state: { in: ["failed", "refused", "unsound", "waiting"] } }],
    },
    select: { list: true, ip: true, state: true, problem: true, askedAt: true },
  });
  const lists = DNSBL_LISTS.filter(({ id }) => asked.includes(id)).map((list): ListView => {
    const test = looks.find((look) => look.list === list.id && look.ip === TEST_ROW);
    const others = looks.filter((look) => look.list === list.id && look.ip !== TEST_ROW);
    return {
      id: list.id,
      name: list.name,
      zone: list.zone,
      policyUrl: list.policyUrl,
      test: (test?.state ?? "waiting") as TestState,
      problem: test?.problem ?? others.find(({ problem }) => problem !== null)?.problem ?? null,
      askedAt: test?.askedAt?.getTime() ?? null,
      unanswered: others.length,
    };
  });
  return {
    now: open.flatMap(view),
    ended: gone.flatMap(view),
    lists,
    pending: lists.every(({ askedAt }) => askedAt === null),
  };
}

type Row = {
  id: string;
  list: string;
  ip: string;
  kind: string;
  codes: unknown;
  text: string | null;
  firstSeenAt: Date;
  lastSeenAt: Date;
  goneAt: Date | null;
};

/** Of a list that is not in the table any more nothing can be said. */
function view({ list: listId, codes, kind, firstSeenAt, lastSeenAt, goneAt, ...row }: Row) {
  const list = dnsblList(listId);
  if (list === null) return [];
  const listing: ListingView = {
    id: row.id,
    ip: row.ip,
    text: row.text,
    listId: list.id,
    listName: list.name,
    kind: kind as ListingKind,
    means: meaningsOf(list, codes as string[]),
    firstSeenAt: firstSeenAt.getTime(),
    lastSeenAt: lastSeenAt.getTime(),
    goneAt: goneAt?.getTime() ?? null,
  };
  return [listing];
}
