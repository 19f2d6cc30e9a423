import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import nodemailer from "nodemailer";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SenderCheck } from "../mail/sender-check.ts";
import { aDnsServer, type DnsReply } from "../testing/a-dns-server.ts";
import { aSignedMail, keyRecord } from "../testing/a-signed-mail.ts";
import { Dovecot, USER } from "../testing/dovecot.ts";
import { checkAtTheDoor } from "./check-at-the-door.ts";
import { checkThroughDns } from "./check-through-dns.ts";
import { resolveThrough } from "./dns.ts";
import { NO_SENDER_TRUST, type SenderTrust } from "./sender-trust.ts";

let dovecot: Dovecot;
let names: Awaited<ReturnType<typeof aDnsServer>>;
const SILENT = "silent.example";
beforeAll(async () => {
  dovecot = await Dovecot.start();
  const [key = ""] = (keyRecord()["TXT"]?.[0] as string[] | undefined) ?? [];
  const replies: Record<string, DnsReply> = {
    "s1._domainkey.isp.example": { txt: key },
    "_dmarc.isp.example": { txt: "v=DMARC1; p=reject" },
  };
  names = await aDnsServer((name) =>
    name.endsWith(SILENT) ? null : (replies[name] ?? { rcode: "NXDOMAIN" }),
  );
});
afterAll(async () => {
  await dovecot.stop();
  await names.close();
});

const AT = Date.parse("2026-03-01T12:00:00Z");
const mail = (domain: string) =>
  [
    `From: Abuse <abuse@${domain}>`,
    "To: abuse@operator.example",
    "Subject: Port scan",
    "Date: Sun, 1 Mar 2026 10:00:00 +0000",
    "",
    "Scans from 192.0.2.7.",
    "",
  ].join("\r\n");

/** As it lies in the mailbox after a real server took it, with what that server wrote on top. */
async function delivered(raw: string): Promise<Buffer> {
  const folder = path.join(dovecot.maildir, "new");
  const before = new Set(existsSync(folder) ? readdirSync(folder) : []);
  const lmtp = nodemailer.createTransport({
    ...{ host: "127.0.0.1", port: dovecot.lmtpPort, lmtp: true, secure: false, ignoreTLS: true },
  });
  await lmtp.sendMail({ envelope: { from: "bounce@isp.example", to: [USER] }, raw });
  lmtp.close();
  const [name = ""] = readdirSync(folder).filter((one) => !before.has(one));
  return readFileSync(path.join(folder, name));
}

function atTheDoor(raw: Buffer, given: Partial<SenderTrust>, shown = "abuse@isp.example") {
  const trust = { ...NO_SENDER_TRUST, ...given };
  const how = { via: "imap", shown, isSealed: false, archive: false, receivedAt: AT };
  return checkAtTheDoor({ raw, ...how }, trust);
}

test("what the server in front wrote is found above a real delivery, and what strangers wrote is not", async () => {
  const result =
    "Authentication-Results: mx.operator.example; dmarc=pass header.from=isp.example\r\n";
  const took =
    "Received: from mail.isp.example (mail.isp.example [203.0.113.20]) by mx.operator.example with ESMTPS; Sun, 1 Mar 2026 10:00:00 +0000\r\n";
  const trust = { names: ["mx.operator.example"] };
  const vouched = await delivered(result + took + mail("isp.example"));
  expect(vouched.toString("latin1")).toMatch(/^Received: .*\r?\n\s+by \S+ with LMTP/m);
  expect(atTheDoor(vouched, trust).standing).toBe("authenticated");
  const forged = await delivered(took + result + took + mail("isp.example"));
  expect(atTheDoor(forged, trust).standing).toBe("unchecked");
  const straight = await delivered(result + mail("isp.example"));
  expect(atTheDoor(straight, trust).standing).toBe("unchecked");
});

async function throughDns(domain: string): Promise<{ check: SenderCheck; isComplete: boolean }> {
  const raw = await delivered(await aSignedMail(mail(domain), domain));
  const trust = { ...NO_SENDER_TRUST, isDnsOn: true, servers: [names.server] };
  const shown = `abuse@${domain}`;
  const before = atTheDoor(raw, trust, shown);
  expect(before).toMatchObject({ standing: "unchecked", because: "waiting", isOpen: true });
  const { resolve, end } = resolveThrough(trust.servers);
  const limit = setTimeout(end, 1_000);
  const stored = { raw, via: "imap", shown, receivedAt: AT, before };
  const answer = await checkThroughDns(stored, { trust, resolve, now: AT });
  clearTimeout(limit);
  return answer;
}

test("a signature holds through a real delivery and real name servers", async () => {
  const { check, isComplete } = await throughDns("isp.example");
  expect(check).toMatchObject({ standing: "authenticated", by: "desk", policy: "reject" });
  expect(isComplete).toBe(true);
  expect(names.asked).toContain("TXT s1._domainkey.isp.example");
});

test("a name server that says nothing leaves the sender open within the limit", async () => {
  const started = performance.now();
  const { check, isComplete } = await throughDns(SILENT);
  expect(check).toMatchObject({ standing: "unchecked", because: "no-answer" });
  expect(isComplete).toBe(false);
  expect(performance.now() - started).toBeLessThan(4_500);
});
