import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import type { OpenChannel } from "./alert-channel.ts";
import { readAlertFacts } from "./alert-facts-store.ts";
import { alertText } from "./alert-words.ts";
import { dueChannels } from "./channel-store.ts";
import { type AlertCause, alertCauses, decideAlerts } from "./decide-alerts.ts";
import { sendAlert } from "./send-alert.ts";
import { keepTelling, readTold } from "./told-store.ts";

export type AlertDeps = { secretKey: Uint8Array; now: () => Instant };

/**
 * Tells each channel of what it was not told of yet, all of it in one alert. An alert that was taken and not yet noted when
 * the desk is killed comes twice: better than not at all. A desk without channels pays one statement.
 */
export async function raiseAlerts(db: Db, deps: AlertDeps): Promise<void> {
  const now = deps.now();
  const channels = await dueChannels(db, now, deps.secretKey);
  if (channels.length === 0) return;
  const causes = alertCauses(await readAlertFacts(db, now), now);
  await Promise.all(channels.map((channel) => tell(db, channel, causes, deps)));
}

async function tell(
  db: Db,
  channel: OpenChannel,
  causes: readonly AlertCause[],
  deps: AlertDeps,
): Promise<void> {
  const { fresh, over } = decideAlerts(causes, channel.wanted, await readTold(db, channel.id));
  if (fresh.length === 0 && over.length === 0) return;
  const alert = alertText(fresh.map(({ kind }) => kind));
  const problem =
    fresh.length === 0
      ? null
      : await sendAlert(db, channel, alert, { now: deps.now(), secretKey: deps.secretKey });
  const tried = fresh.map(({ key }) => key);
  await keepTelling(db, channel, { tried, over, problem }, deps.now());
}
