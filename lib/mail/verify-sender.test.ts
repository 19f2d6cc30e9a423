import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { aSignedMail, keyRecord } from "../testing/a-signed-mail.ts";
import { aZone, type Zone } from "../testing/a-zone.ts";
import { judgeOwnFindings } from "./sender-check.ts";
import { verifySender } from "./verify-sender.ts";

const AT = Date.parse("2026-03-01T12:00:00Z");
const MAIL = [
  "From: Abuse Desk <abuse@isp.example>",
  "To: abuse@relay.example",
  "Subject: Abuse from 192.0.2.7",
  "Date: Sun, 1 Mar 2026 10:00:00 +0000",
  "Message-ID: <1@isp.example>",
  "",
  "Your server attacks us.",
  "",
].join("\r\n");
const REJECT = { "_dmarc.isp.example": { TXT: [["v=DMARC1; p=reject"]] } };
const SPF = { "isp.example": { TXT: [["v=spf1 ip4:203.0.113.20 -all"]] } };
const KEY = { "s1._domainkey.isp.example": keyRecord() };
const CLIENT = { ip: "203.0.113.20", helo: "mail.isp.example", mailFrom: "bounce@isp.example" };
const EVIL = { ...CLIENT, ip: "203.0.113.66" };

type Given = { mail?: string; zone?: Zone; arrived?: typeof CLIENT | null; at?: number };
async function judged({ mail = MAIL, zone = {}, arrived = null, at = AT }: Given) {
  const { resolve, asked } = aZone(zone);
  const domain = "isp.example";
  const verified = await verifySender(Buffer.from(mail, "latin1"), {
    domain,
    arrived,
    at,
    resolve,
  });
  const check = judgeOwnFindings({ domain, doubts: [] }, verified.found, at);
  return { ...check, isComplete: verified.isComplete, asked };
}

test("a mail its own domain signed is authenticated, with and without a policy", async () => {
  const mail = await aSignedMail(MAIL, "isp.example");
  expect(await judged({ mail, zone: { ...KEY, ...REJECT } })).toMatchObject({
    standing: "authenticated",
    by: "desk",
    policy: "reject",
    isComplete: true,
  });
  expect(await judged({ mail, zone: KEY })).toMatchObject({ standing: "authenticated" });
});

test("a mail that came from a host of its own domain is authenticated", async () => {
  expect(await judged({ zone: { ...SPF, ...REJECT }, arrived: CLIENT })).toMatchObject({
    standing: "authenticated",
  });
  expect(await judged({ zone: SPF, arrived: CLIENT })).toMatchObject({ standing: "authenticated" });
});

test("a mail against its domain's policy is forged, and only where the connection is known", async () => {
  const zone = { ...SPF, ...REJECT };
  expect(await judged({ zone, arrived: EVIL })).toMatchObject({ standing: "forged" });
  expect(await judged({ zone })).toMatchObject({ standing: "unproven" });
  const lax = { ...SPF, "_dmarc.isp.example": { TXT: [["v=DMARC1; p=none"]] } };
  expect(await judged({ zone: lax, arrived: EVIL })).toMatchObject({ standing: "unproven" });
});

test.each<[string, () => Promise<Given>]>([
  [
    "signed by somebody else",
    async () => ({
      mail: await aSignedMail(MAIL, "evil.example"),
      zone: { ...REJECT, "s1._domainkey.evil.example": keyRecord() },
    }),
  ],
  [
    "changed on its way",
    async () => ({
      mail: (await aSignedMail(MAIL, "isp.example")).replace("attacks", "loves"),
      zone: { ...KEY, ...REJECT },
    }),
  ],
  [
    "with another From than was signed",
    async () => ({
      mail: (await aSignedMail(MAIL.replace("abuse@isp", "x@isp"), "isp.example")).replace(
        "x@isp",
        "abuse@isp",
      ),
      zone: { ...KEY, ...REJECT },
    }),
  ],
  [
    "signed with a key under test",
    async () => ({
      mail: await aSignedMail(MAIL, "isp.example"),
      zone: { ...REJECT, "s1._domainkey.isp.example": keyRecord("t=y; ") },
    }),
  ],
  [
    "signed in part only",
    async () => ({
      mail: await aSignedMail(MAIL, "isp.example", { bodyLength: 4 }),
      zone: { ...KEY, ...REJECT },
    }),
  ],
  [
    "with a signature that had run out",
    async () => ({
      mail: await aSignedMail(MAIL, "isp.example", { expires: new Date(AT - 1_000) }),
      zone: { ...KEY, ...REJECT },
    }),
  ],
  ["not signed, of a domain that says nothing", async () => ({})],
  [
    "signed by a domain above, where there is no policy, and it is the top",
    async () => ({
      mail: await aSignedMail(MAIL, "example"),
      zone: { "s1._domainkey.example": keyRecord() },
    }),
  ],
])("%s: nothing is proven", async (_, given) => {
  expect(await judged(await given())).toMatchObject({ standing: "unproven" });
});

test("a signature that runs out after the mail came still counts when it is checked later", async () => {
  const mail = await aSignedMail(MAIL, "isp.example", { expires: new Date(AT + 1_000) });
  expect(await judged({ mail, zone: KEY })).toMatchObject({ standing: "authenticated" });
});

test("a name server that does not answer leaves the check open, and never makes a mail a forgery", async () => {
  const mail = await aSignedMail(MAIL, "isp.example");
  const silent = { "s1._domainkey.isp.example": { TXT: "TIMEOUT" as const }, ...REJECT, ...SPF };
  expect(await judged({ mail, zone: silent, arrived: EVIL })).toMatchObject({ isComplete: false });
  const deaf = { ...KEY, "_dmarc.isp.example": { TXT: "TIMEOUT" as const } };
  const check = await judged({ mail, zone: deaf });
  expect(check).toMatchObject({ standing: "unproven", isComplete: false });
});

test("a mail with a thousand signatures costs a few", async () => {
  const signed = await aSignedMail(MAIL, "isp.example");
  const signature = signed.slice(0, signed.length - MAIL.length);
  const many = Array.from({ length: 1_000 }, (_, n) => signature.replace("s=s1", `s=n${n}`));
  const body = "Your server attacks us.\r\n".repeat(20_000);
  const started = performance.now();
  const check = await judged({ mail: many.join("") + MAIL + body, zone: REJECT });
  expect(check.standing).toBe("unproven");
  expect(check.asked.length).toBeLessThan(20);
  expect(performance.now() - started).toBeLessThan(3_000);
});

test("mails of another test suite, without their keys: each is read, and none is believed", async () => {
  const folder = path.join(import.meta.dirname, "../../../shared/attack/auth-mailauth");
  const names = readdirSync(folder).filter((name) => name.endsWith(".eml"));
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) {
    const mail = readFileSync(path.join(folder, name), "latin1");
    const { standing, facts } = await judged({ mail });
    expect(standing, name).toBe("unproven");
    expect(facts.map(({ method }) => method)).toContain("dmarc");
  }
});

test("whatever bytes it is given, it answers", async () => {
  const line = fc.constantFrom(
    "DKIM-Signature: v=1; a=rsa-sha256; d=isp.example; s=s1; h=From; bh=; b=",
    "DKIM-Signature: ;;;=;a;d=;s=\0;l=99999999999999;t=x",
    "ARC-Seal: i=1; a=rsa-sha256; cv=none; d=isp.example; s=s1; b=x",
    "ARC-Message-Signature: i=1; a=rsa-sha256; d=isp.example; s=s1; h=from; bh=x; b=x",
    "ARC-Authentication-Results: i=1; x; dmarc=pass",
    "From: a@isp.example",
    " fold",
    "",
    "\xff\0",
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 12 }), async (lines) => {
      const zone = { ...KEY, ...REJECT };
      expect((await judged({ mail: lines.join("\r\n"), zone })).standing).toBe("unproven");
    }),
    { numRuns: 200 },
  );
});
