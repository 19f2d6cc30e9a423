import type { Db } from "../db/client.ts";
import { enabledMailboxes } from "../intake/mailbox-store.ts";
import { type WatchOptions, watchMailbox } from "../intake/watch-mailbox.ts";

const LOOK_MS = 3_000;

/** Keeps one watcher for each mailbox in use; new and changed ones are picked up within seconds. Ends when told to. */
export async function watchMailboxes(db: Db, options: WatchOptions): Promise<void> {
  const watched = new Map<string, Promise<void>>();
  while (!options.signal.aborted) {
    for (const mailbox of await enabledMailboxes(db)) {
      if (watched.has(mailbox.id)) continue;
      const watcher = watchMailbox(db, mailbox, options).finally(() => watched.delete(mailbox.id));
      watched.set(mailbox.id, watcher);
    }
    await pause(options.signal);
  }
  await Promise.all(watched.values());
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, LOOK_MS);
    signal.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
