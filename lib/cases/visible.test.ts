import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { canSeeCase } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import { aDesk, NOW } from "../testing/a-desk.ts";
import { visibleTo } from "./visible.ts";
import { visibleSql } from "./visible-store.ts";

let desk: Awaited<ReturnType<typeof aDesk>>;

beforeAll(async () => {
  desk = await aDesk();
});
afterAll(async () => await desk.close());

/** Which relays the mails of a case are about, mail by mail. */
const MAILS: string[][][] = [
  [],
  [[]],
  [["own"]],
  [["own"], []],
  [["own", "other"]],
  [["own"], ["other"]],
  [["own", "second"]],
];

async function aCase(sealed: boolean, readers: Viewer[], mails: string[][]): Promise<string> {
  const at = new Date(NOW);
  const { id } = await desk.db.case.create({
    data: {
      ref: randomUUID(),
      state: "open",
      decision: "ready",
      type: "portscan",
      confidence: 1,
      verdict: "cannot-tell",
      route: "none",
      title: "",
      line: {},
      sealed,
      sortAt: at,
      openedAt: at,
      readers: { create: readers.map(({ userId }) => ({ userId, addedAt: at, addedBy: "desk" })) },
      complaints: {
        create: mails.map((relayIds) => ({
          raw: {
            create: { sha256: randomUUID(), gzip: new Uint8Array(), size: 0, storedAt: at },
          },
          receivedAt: at,
          fromAddress: "",
          subject: "",
          language: "en",
          triage: {},
          relays: { create: relayIds.map((relayId) => ({ relayId })) },
        })),
      },
    },
  });
  return id;
}

/** Is the case found by the condition of the client, and by the one in SQL? */
async function found(viewer: Viewer, id: string): Promise<boolean[]> {
  const count = await desk.db.case.count({ where: { AND: [{ id }, visibleTo(viewer)] } });
  const rows = await desk.db.$queryRaw<
    unknown[]
  >`SELECT 1 FROM "Case" c WHERE c."id" = ${id} AND ${visibleSql(viewer)}`;
  return [count === 1, rows.length === 1];
}

test.each([
  [false, false],
  [false, true],
  [true, false],
  [true, true],
])("both conditions say what canSeeCase says: sealed %s, named %s", async (sealed, named) => {
  const { delegate, ...others } = desk.people;
  const own = { ...delegate, relayIds: ["own", "second"] };
  let seen = 0;
  for (const viewer of [...Object.values(others), delegate, own])
    for (const mails of MAILS) {
      const id = await aCase(sealed, named ? [viewer] : [], mails);
      const readerIds = named ? [viewer.userId] : [];
      const sees = canSeeCase(viewer, { sealed, readerIds, relayIds: mails.flat() });
      expect(await found(viewer, id), `${viewer.role} ${JSON.stringify(mails)}`).toEqual([
        sees,
        sees,
      ]);
      seen += sees ? 1 : 0;
    }
  expect(seen).toBe(seenPairs(sealed, named));
});

/** Four roles see every open case, a delegate three of the seven kinds; sealed ones owners and whoever is named. */
function seenPairs(sealed: boolean, named: boolean): number {
  if (named) return 6 * MAILS.length;
  return sealed ? MAILS.length : 4 * MAILS.length + 3;
}
