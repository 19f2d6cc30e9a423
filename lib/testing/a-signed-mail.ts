import { createHash, generateKeyPairSync, sign } from "node:crypto";
import { dkimSign } from "mailauth/lib/dkim/sign.js";
import type { Zone } from "./a-zone.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 1024 });

/** The record of the key that signs the mails of tests, for `s1._domainkey.` of the domain. */
export function keyRecord(flags = ""): Zone[string] {
  const der = publicKey.export({ type: "spki", format: "der" }).toString("base64");
  return { TXT: [[`v=DKIM1; k=rsa; ${flags}p=${der}`]] };
}

/**
 * The mail with a DKIM signature of `domain` on top, selector s1; `as` puts names into it that no signer would: the
 * signature is right all the same, over From and body, simple/simple (RFC 6376 section 3.7).
 */
export async function aSignedMail(
  mail: string,
  domain: string,
  given: { bodyLength?: number; expires?: Date; as?: { d: string; s: string } } = {},
): Promise<string> {
  if (given.as) return signedByHand(mail, given.as);
  const options = {
    signTime: new Date("2026-03-01T10:00:00Z"),
    ...(given.expires && { expires: given.expires }),
    signatureData: [
      {
        signingDomain: domain,
        selector: "s1",
        privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
        ...(given.bodyLength === undefined ? {} : { maxBodyLength: given.bodyLength }),
      },
    ],
  };
  const { signatures, errors } = await dkimSign(mail, options as Parameters<typeof dkimSign>[1]);
  if (signatures === "") throw new Error(`not signed: ${JSON.stringify(errors)}`);
  return signatures + mail;
}

function signedByHand(mail: string, { d, s }: { d: string; s: string }): string {
  const end = mail.indexOf("\r\n\r\n");
  const from = /^From:.*$/im.exec(mail.slice(0, end))?.[0].trimEnd() ?? "";
  const body = `${mail.slice(end + 4).replace(/(?:\r\n)*$/, "")}\r\n`;
  const hash = createHash("sha256").update(body, "latin1").digest("base64");
  const field = `DKIM-Signature: v=1; a=rsa-sha256; c=simple/simple; d=${d}; s=${s}; h=From; bh=${hash}; b=`;
  const data = Buffer.from(`${from}\r\n${field}`, "latin1");
  return `${field}${sign("sha256", data, privateKey).toString("base64")}\r\n${mail}`;
}
