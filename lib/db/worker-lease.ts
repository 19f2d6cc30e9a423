import { dialectOf } from "./dialect.ts";
import type { WorkerLease } from "./postgresql/worker-lease.ts";

/**
 * Waits until this process is the one that takes mail in, opens cases and sends letters of the desk at `url`. Null: it was told to
 * stop before. A SQLite file has one worker because it is on one machine and started with the desk.
 */
export async function takeWorkerLease(
  url: string,
  holder: string,
  signal: AbortSignal,
): Promise<WorkerLease | null> {
  if (dialectOf(url) === "postgresql") {
    const { takeServerLease } = await import("./postgresql/worker-lease.ts");
    return await takeServerLease(url, holder, signal);
  }
  return { onLost: () => undefined, giveBack: async () => undefined };
}
