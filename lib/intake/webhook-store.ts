import { createHash } from "node:crypto";
import type { Db } from "../db/client.ts";
import { noteTaken, type Once, wasTaken } from "./seen-signature-store.ts";
import { storeArrivals } from "./store.ts";

export type WebhookMail = {
  raw: Uint8Array;
  /** The name of the token it came with. */
  sender: string;
  /** Of a signed request. */
  once: Once | null;
  now: number;
};
export type WebhookReceipt = { sha256: string; duplicate: boolean };

/** Mail as it is, and nothing that only begins alike. */
export function isRawMail(contentType: string): boolean {
  return /^message\/rfc822\s*(;|$)/i.test(contentType);
}

/**
 * Takes one raw mail (RFC 5322 bytes). When this returns the bytes are on the disk; the same bytes again are a duplicate and
 * change nothing, so a sender may repeat what it is not sure of. A signed request that comes again is answered as one.
 */
export async function receiveWebhook(
  db: Db,
  { raw, sender, once, now }: WebhookMail,
): Promise<WebhookReceipt> {
  if (once !== null && (await wasTaken(db, once)))
    return { sha256: createHash("sha256").update(raw).digest("hex"), duplicate: true };
  const mail = { raw, via: "webhook", at: null, source: sender, archive: false } as const;
  const [received] = await storeArrivals(db, [mail], now);
  if (!received) throw new Error("The mail was not stored.");
  if (once !== null) await noteTaken(db, once, now);
  return { sha256: received.sha256, duplicate: !received.isNew };
}
