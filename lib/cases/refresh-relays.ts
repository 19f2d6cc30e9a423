import type { Db } from "../db/client.ts";
import { claimSource, findSource, keepReading, type Reading } from "../relays/source-store.ts";
import type { Instant } from "../time/instant.ts";
import { readRelaySource } from "./read-relay-source.ts";

export type RefreshDeps = { secretKey: Uint8Array; now: () => Instant; random: () => number };

/**
 * Reads the one source that is due longest; the worker calls it until it answers false. A fault of the desk itself is kept
 * as the source's problem, and thrown for the log.
 */
export async function refreshRelays(
  db: Db,
  { secretKey, now, random }: RefreshDeps,
): Promise<boolean> {
  const id = await claimSource(db, now());
  const source = id === null ? null : await findSource(db, id, secretKey);
  if (source === null) return false;
  const keep = async (reading: Reading) =>
    await keepReading(db, source, reading, { now: now(), chance: random() });
  try {
    await keep(await readRelaySource(db, source, now()));
  } catch (error) {
    const flaw =
      "The desk failed at reading this source; it is tried again later. The log says more.";
    await keep({ text: null, flaw, memory: source.memory });
    throw error;
  }
  return true;
}
