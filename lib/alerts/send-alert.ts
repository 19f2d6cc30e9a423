import type { Db } from "../db/client.ts";
import { findMailbox } from "../outbox/store.ts";
import type { Instant } from "../time/instant.ts";
import type { OpenChannel } from "./alert-channel.ts";
import type { AlertText } from "./alert-words.ts";
import { postAlert } from "./http.ts";
import { mailAlert } from "./smtp.ts";

/** Tells one channel. Null: it was taken; else what is wrong, with the remedy. */
export async function sendAlert(
  db: Db,
  channel: OpenChannel,
  alert: AlertText,
  { now, secretKey }: { now: Instant; secretKey: Uint8Array },
): Promise<string | null> {
  if (channel.target === "")
    return "The address cannot be opened with the desk's key. Type it again.";
  if (channel.kind !== "mail") return await postAlert(channel, alert, now);
  const mailbox = await findMailbox(db, channel.mailboxId ?? "");
  return await mailAlert(mailbox, channel.target, alert, { now, secretKey });
}
