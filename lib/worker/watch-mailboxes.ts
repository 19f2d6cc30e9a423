import { setTimeout as sleep } from "node:timers/promises";
import type { Db } from "../db/client.ts";
import { enabledMailboxes } from "../intake/mailbox-store.ts";
import { type WatchOptions, watchMailbox } from "../intake/watch-mailbox.ts";
import { errorKind } from "./error-kind.ts";

const LOOK_MS = 2_000;
type Mailbox = Awaited<ReturnType<typeof enabledMailboxes>>[number];
type Watcher = { settings: string; stop: AbortController; ended: Promise<void> };

/**
 * Keeps one watcher for each mailbox in use. New, changed, removed and switched-off ones are noticed within seconds; a
 * changed one is watched anew. Ends when told to. Never throws: a database that fails is asked again.
 */
export async function watchMailboxes(
  db: Db,
  options: WatchOptions & { lookMs?: number },
): Promise<void> {
  const { signal, lookMs = LOOK_MS } = options;
  const watchers = new Map<string, Watcher>();
  while (!signal.aborted) {
    try {
      const mailboxes = await enabledMailboxes(db);
      await endOutdated(watchers, mailboxes);
      for (const mailbox of mailboxes)
        if (!watchers.has(mailbox.id)) watchers.set(mailbox.id, start(db, mailbox, options));
    } catch (error) {
      process.stderr.write(`mailboxes cannot be read: ${errorKind(error)}\n`);
    }
    await sleep(lookMs, undefined, { signal }).catch(() => undefined);
  }
  await endOutdated(watchers, []);
}

function start(db: Db, mailbox: Mailbox, options: WatchOptions): Watcher {
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, options.signal]);
  return {
    settings: settingsOf(mailbox),
    stop,
    ended: watchMailbox(db, mailbox, { ...options, signal }),
  };
}

/** Waits for their end, so that two never read one mailbox. */
async function endOutdated(watchers: Map<string, Watcher>, mailboxes: Mailbox[]): Promise<void> {
  const current = new Map(mailboxes.map((mailbox) => [mailbox.id, settingsOf(mailbox)]));
  const outdated = [...watchers].filter(([id, { settings }]) => current.get(id) !== settings);
  for (const [, watcher] of outdated) watcher.stop.abort();
  for (const [id, watcher] of outdated) {
    await watcher.ended;
    watchers.delete(id);
  }
}

/** What a watcher was started with; what it writes itself is left out. */
function settingsOf(mailbox: Mailbox): string {
  return JSON.stringify([
    mailbox.imapHost,
    mailbox.imapPort,
    mailbox.imapSecurity,
    mailbox.imapUser,
    mailbox.imapPassword,
    mailbox.folder,
    mailbox.allowSelfSigned,
  ]);
}
