import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { StoredTriage } from "../cases/stored-triage.ts";
import type { Tx } from "../db/client.ts";
import { type Instant, toIso } from "../time/instant.ts";

/**
 * Puts a redacted copy in the place of a mail's bytes: what was read in it, inked out, as plain text, with the hash of the
 * original. The row keeps that hash, so that intake still knows the mail, and gets the copy's beside it. False: the bytes
 * were purged before.
 */
export async function putRedactedCopy(
  tx: Tx,
  sha256: string,
  inked: StoredTriage,
  now: Instant,
): Promise<boolean> {
  const row = await tx.rawMail.findUniqueOrThrow({
    where: { sha256 },
    select: { goneAt: true, copySha256: true },
  });
  if (row.goneAt !== null && row.copySha256 === null) return false;
  const copy = Buffer.from(redactedCopy(sha256, inked, now), "utf8");
  await tx.rawMail.update({
    where: { sha256 },
    data: {
      gzip: new Uint8Array(gzipSync(copy)),
      goneAt: new Date(now),
      copySha256: createHash("sha256").update(copy).digest("hex"),
    },
  });
  return true;
}

/** A whole mail of its own, so that every program can open it. */
function redactedCopy(sha256: string, { complaint }: StoredTriage, now: Instant): string {
  const { subject, from, date, body, parts, nested } = complaint.message;
  const texts = [
    body,
    ...parts.flatMap(({ id, text }) => (text === null ? [] : [`--- Part ${id} ---\n${text}`])),
    ...nested.map((one) => `--- Inside: ${one.subject} ---\n${one.body}`),
  ];
  const head = [
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: 8bit",
    `X-Exitdesk-Redacted: ${toIso(now)}; original-sha256=${sha256}`,
  ];
  const note = [
    `This is a redacted copy, made ${toIso(now)}. A person's data was inked out of it; files and HTML were left out.`,
    `The original had the SHA-256 ${sha256} and is not kept any more.`,
    "",
    `Subject: ${subject}`,
    `From: ${from ? `${from.name} <${from.address}>` : "not known"}`,
    `Date: ${date === null ? "not known" : toIso(date)}`,
  ];
  return `${head.join("\r\n")}\r\n\r\n${[...note, "", ...texts].join("\n").replace(/\r?\n/g, "\r\n")}\r\n`;
}
