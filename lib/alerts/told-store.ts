import type { Db, Tx } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { AlertChannel } from "./alert-channel.ts";
import { keepAttempt } from "./channel-store.ts";

/** So many values in one statement. */
const SOME = 500;

/** The causes a channel was told of that had not ended by then. */
export async function readTold(db: Db, channelId: string): Promise<Set<string>> {
  const rows = await db.alertTold.findMany({ where: { channelId }, select: { key: true } });
  return new Set(rows.map(({ key }) => key));
}

/** `tried`: keys it was told of or should have been. `over`: what has ended. `problem`: null when the alert was taken. */
export type Telling = {
  tried: readonly string[];
  over: readonly string[];
  problem: string | null;
};

/** Keeps how telling a channel went, unless it was removed meanwhile. */
export async function keepTelling(
  db: Db,
  channel: Pick<AlertChannel, "id" | "failures">,
  { tried, over, problem }: Telling,
  now: Instant,
): Promise<void> {
  await db.$transaction(async (tx) => {
    if ((await tx.alertChannel.count({ where: { id: channel.id } })) === 0) return;
    await forget(tx, channel.id, over);
    if (problem === null) await remember(tx, channel.id, tried, now);
    if (tried.length > 0) await keepAttempt(tx, channel, problem, now);
  });
}

async function forget(tx: Tx, channelId: string, over: readonly string[]): Promise<void> {
  for (const keys of portions(over))
    await tx.alertTold.deleteMany({ where: { channelId, key: { in: keys } } });
}

async function remember(
  tx: Tx,
  channelId: string,
  told: readonly string[],
  now: Instant,
): Promise<void> {
  for (const keys of portions(told))
    await tx.alertTold.createMany({
      data: keys.map((key) => ({ channelId, key, at: new Date(now) })),
    });
}

function portions(keys: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(keys.length / SOME) }, (_, at) =>
    keys.slice(at * SOME, (at + 1) * SOME),
  );
}
