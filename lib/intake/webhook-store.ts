import type { Db } from "../db/client.ts";
import { storeArrivals } from "./store.ts";

export type WebhookMail = {
  raw: Uint8Array;
  contentType: string;
  tokenHash: string | null;
  now: number;
};
export type WebhookAnswer =
  | { kind: "stored"; sha256: string; duplicate: boolean }
  | { kind: "unknown-token" | "wrong-type" | "empty"; text: string };

/**
 * Takes one raw mail (RFC 5322 bytes as `message/rfc822`). When this returns `stored` the bytes are on the disk; the
 * same bytes again are a duplicate and change nothing, so a sender may repeat what it is not sure of.
 */
export async function receiveWebhook(db: Db, mail: WebhookMail): Promise<WebhookAnswer> {
  const token = mail.tokenHash === null ? null : await findToken(db, mail.tokenHash);
  if (!token)
    return {
      kind: "unknown-token",
      text: "Send a token of this desk as 'Authorization: Bearer ...'. Tokens are made under Settings.",
    };
  if (!/^message\/rfc822\s*(;|$)/i.test(mail.contentType))
    return {
      kind: "wrong-type",
      text: "Send the mail as it is, with 'Content-Type: message/rfc822'.",
    };
  if (mail.raw.length === 0)
    return { kind: "empty", text: "The request has no body: send the mail's bytes." };
  const [received] = await storeArrivals(
    db,
    [{ raw: mail.raw, via: "webhook", at: null, source: token.name, archive: false }],
    mail.now,
  );
  return { kind: "stored", sha256: received?.sha256 ?? "", duplicate: received?.isNew === false };
}

/** Found by the hash of the token, by index: there is nothing to compare byte by byte, and nothing to time. */
async function findToken(db: Db, tokenHash: string): Promise<{ name: string } | null> {
  return await db.apiToken.findFirst({
    where: { tokenHash, revokedAt: null },
    select: { name: true },
  });
}
