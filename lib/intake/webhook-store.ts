import type { Db } from "../db/client.ts";
import { storeArrivals } from "./store.ts";

/** A token that may hand in mail; its name is kept with what it brought. */
export type WebhookSender = { name: string };
export type WebhookAnswer =
  | { kind: "stored"; sha256: string; duplicate: boolean }
  | { kind: "unknown-token" | "wrong-type" | "empty"; text: string };
export type WebhookRefusal = Exclude<WebhookAnswer, { kind: "stored" }>;

/** Asked before the body is read, so that a stranger cannot make the desk hold one. */
export async function admitWebhook(
  db: Db,
  given: { contentType: string; tokenHash: string | null },
): Promise<{ sender: WebhookSender } | WebhookRefusal> {
  const sender = given.tokenHash === null ? null : await findToken(db, given.tokenHash);
  if (!sender)
    return {
      kind: "unknown-token",
      text: "Send a token of this desk as 'Authorization: Bearer ...'. Tokens are made under Settings.",
    };
  if (!/^message\/rfc822\s*(;|$)/i.test(given.contentType))
    return {
      kind: "wrong-type",
      text: "Send the mail as it is, with 'Content-Type: message/rfc822'.",
    };
  return { sender };
}

/**
 * Takes one raw mail (RFC 5322 bytes). When this returns `stored` the bytes are on the disk; the same bytes again are a
 * duplicate and change nothing, so a sender may repeat what it is not sure of.
 */
export async function receiveWebhook(
  db: Db,
  mail: { raw: Uint8Array; sender: WebhookSender; now: number },
): Promise<WebhookAnswer> {
  if (mail.raw.length === 0)
    return { kind: "empty", text: "The request has no body: send the mail's bytes." };
  const [received] = await storeArrivals(
    db,
    [{ raw: mail.raw, via: "webhook", at: null, source: mail.sender.name, archive: false }],
    mail.now,
  );
  if (!received) throw new Error("The mail was not stored.");
  return { kind: "stored", sha256: received.sha256, duplicate: !received.isNew };
}

/** Found by the hash of the token, by index: there is nothing to compare byte by byte, and nothing to time. */
async function findToken(db: Db, tokenHash: string): Promise<WebhookSender | null> {
  return await db.apiToken.findFirst({
    where: { tokenHash, revokedAt: null },
    select: { name: true },
  });
}
