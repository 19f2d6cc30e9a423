import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseMessage } from "../mail/parse-message.ts";
import type { SenderStanding } from "../mail/sender-check.ts";
import { aSignedMail, keyRecord } from "../testing/a-signed-mail.ts";
import { aZone, type Zone } from "../testing/a-zone.ts";
import { checkAtTheDoor } from "./check-at-the-door.ts";
import { checkThroughDns } from "./check-through-dns.ts";
import { NO_SENDER_TRUST, type SenderTrust } from "./sender-trust.ts";

const SPOOFED = path.join(import.meta.dirname, "../../../shared/attack/auth-espoofer");
const AT = Date.parse("2026-11-22T12:00:00Z");
const HOME_HOST = "203.0.113.20";
const THEIR_HOST = "203.0.113.66";

/** One of the kinds of Chen, Paxson and Jiang ("Composition Kills", USENIX Security 2020). */
type Spoof = {
  kind: string;
  mail: string;
  helo: string;
  mailFrom: string;
  dkim?: { d: string; s: string };
};
type Place = { victim: string; attacker: string };

/** Both sides have SPF, the victim a strict policy; the attacker's key lies where its record can be reached by tricks too. */
function zoneOf({ victim, attacker }: Place): Zone {
  const subdomains = [
    attacker,
    `helo.${attacker}`,
    `33.${attacker}`,
    `any.${attacker}`,
    `a.${attacker}`,
  ];
  const theirs = subdomains.map((name) => [name, { TXT: [[`v=spf1 ip4:${THEIR_HOST} -all`]] }]);
  return {
    [victim]: { TXT: [[`v=spf1 ip4:${HOME_HOST} -all`]] },
    [`_dmarc.${victim}`]: { TXT: [["v=DMARC1; p=reject"]] },
    [`_dmarc.${attacker}`]: { TXT: [["v=DMARC1; p=none"]] },
    [`s1._domainkey.${victim}`]: keyRecord(),
    [`selector._domainkey.${attacker}`]: keyRecord(),
    [`selector._domainkey.${victim}'a.${attacker}`]: keyRecord(),
    ...Object.fromEntries(theirs),
  };
}

type Way = {
  name: string;
  trust: Partial<SenderTrust>;
  lines: (spoof: Spoof, place: Place, ip: string) => string[];
};
const SERVER = { names: ["mx.operator.example"] };
const received = ({ helo, mailFrom }: Spoof, _: Place, ip: string) => [
  `Return-Path: ${mailFrom}`,
  `Received: from ${helo} (host.example [${ip}]) by mx.operator.example with ESMTP id 1; Sun, 22 Nov 2026 10:00:00 +0000`,
];
/** A server that writes down what it was told, as it was told, and takes the wrong From for the author. */
const sloppy =
  (said: (spoof: Spoof, place: Place) => string): Way["lines"] =>
  (spoof, place, ip) => [
    `Authentication-Results: mx.operator.example; ${said(spoof, place)}`,
    ...received(spoof, place, ip),
  ];
const WAYS: Way[] = [
  { name: "nothing is asked, no server is trusted", trust: {}, lines: received },
  { name: "name servers are asked", trust: { isDnsOn: true }, lines: received },
  {
    name: "name servers are asked, the connection is known",
    trust: { isDnsOn: true, ...SERVER },
    lines: received,
  },
  {
    name: "a server repeats the envelope",
    trust: SERVER,
    lines: sloppy(({ mailFrom }) => `spf=pass smtp.mailfrom=${mailFrom.replace(/^<|>$/g, "")}`),
  },
  {
    name: "a server repeats the signature",
    trust: SERVER,
    lines: sloppy(({ dkim }, { attacker }) => `dkim=pass header.d=${dkim?.d ?? attacker}`),
  },
  {
    name: "a server takes the attacker for the author",
    trust: { isDnsOn: true, ...SERVER },
    lines: sloppy((_, { attacker }) => `dmarc=pass header.from=${attacker}`),
  },
];

async function standingOf(
  spoof: Spoof,
  way: Way,
  place: Place,
  ip: string,
): Promise<SenderStanding> {
  const raw = Buffer.from([...way.lines(spoof, place, ip), spoof.mail].join("\r\n"), "latin1");
  const { from } = await parseMessage(raw);
  const trust = { ...NO_SENDER_TRUST, ...way.trust };
  const mail = { raw, via: "imap", shown: from?.address ?? null, receivedAt: AT };
  const before = checkAtTheDoor({ ...mail, isSealed: false, archive: false }, trust);
  if (!before.isOpen) return before.standing;
  const { resolve } = aZone(zoneOf(place));
  // As a resolver in C would: NUL ends a name.
  const cutAtNul: typeof resolve = (name, type) => resolve(name.split("\0")[0] ?? "", type);
  const { check } = await checkThroughDns(
    { ...mail, before },
    { trust, resolve: cutAtNul, now: AT },
  );
  return check.standing;
}

const HEAD = [
  "To: <abuse@operator.example>",
  "Subject: Abuse from 192.0.2.7",
  "Date: Sun, 22 Nov 2026 10:00:00 +0000",
  "Message-ID: <1@evil.example>",
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=utf-8",
];
const OURS: Place = { victim: "isp.example", attacker: "evil.example" };
const V = "abuse@isp.example";
const mailWith = (from: string, more: string[] = []) =>
  [from, ...HEAD, ...more, "", "Your server attacks us.", ""].join("\r\n");
const spoof = (
  kind: string,
  from: string,
  more: string[] = [],
  mailFrom = "<any@evil.example>",
): Spoof => ({
  kind,
  mail: mailWith(from, more),
  helo: "evil.example",
  mailFrom,
});
const OTHER_SENDER = ["Sender: <s@sender.isp.example>"];
const AT_HOME = { helo: "mail.isp.example", mailFrom: "<attacker@isp.example>" };

/** The kinds that are not in the folder, in our words. */
const TWELVE: Spoof[] = [
  spoof("an envelope sender that is an open comment", `From: <${V}>`, [], `<(${V}>`),
  spoof("two From fields", `From: <first@evil.example>\r\nFrom: <${V}>`),
  spoof("a space behind the second From", `From: <first@evil.example>\r\nFrom : <${V}>`),
  spoof("a fold behind the first From", `From\r\n : <first@evil.example>\r\nFrom: <${V}>`),
  spoof("a Sender of the victim", "From\r\n : <first@evil.example>\r\nn", [`Sender: <${V}>`]),
  spoof("a Resent-From of the victim", "From\r\n : <first@evil.example>\r\nn", [
    `Resent-From: <${V}>`,
  ]),
  spoof("two addresses", `From: <first@evil.example>, <${V}>`, OTHER_SENDER),
  spoof(
    "a quoted pair between two addresses",
    `From: <${V}>\\,<second@evil.example>`,
    OTHER_SENDER,
  ),
  spoof("a bare address before another", `From: ${V},<second@evil.example>`, OTHER_SENDER),
  {
    ...spoof(
      "an account of the domain, two From fields",
      `From: <attacker@isp.example>\r\nFrom: <${V}>`,
    ),
    ...AT_HOME,
  },
  {
    ...spoof("an account of the domain, two addresses", `From: <attacker@isp.example>, <${V}>`),
    ...AT_HOME,
  },
  {
    ...spoof("an account of the domain, another Sender", `From: <${V}>`, [
      "Sender: <s@sender.evil.example>",
    ]),
    ...AT_HOME,
  },
];

/** The ten of the folder, with the signature its description asks for where there is one. */
async function ten(): Promise<Spoof[]> {
  const names = readdirSync(SPOOFED).filter((name) => name.endsWith(".eml"));
  return names.map((name) => {
    const about = JSON.parse(
      readFileSync(path.join(SPOOFED, name.replace(".eml", ".json")), "utf8"),
    );
    const { helo, mailFrom, dkim } = about as Spoof;
    const mail = readFileSync(path.join(SPOOFED, name), "latin1");
    return { kind: name, mail, helo, mailFrom, ...(dkim?.d ? { dkim } : {}) };
  });
}

/** A signature over this From with the attacker's key, in the name the description gives: no signer would write it. */
async function signedAs(one: Spoof): Promise<Spoof> {
  if (!one.dkim) return one;
  const { d, s } = one.dkim;
  const mail = await aSignedMail(one.mail, "placeholder.example", { as: { d, s } });
  return { ...one, mail };
}

test("of 22 kinds of spoofed sender none is ever authenticated, whatever the desk may ask and whoever it trusts", async () => {
  const folder = await Promise.all((await ten()).map(signedAs));
  const kinds: [Spoof, Place][] = [
    ...folder.map((one): [Spoof, Place] => [
      one,
      { victim: "legitimate.com", attacker: "attack.com" },
    ]),
    ...TWELVE.map((one): [Spoof, Place] => [one, OURS]),
  ];
  expect(kinds.length).toBeGreaterThanOrEqual(22);
  const believed: string[] = [];
  for (const [one, place] of kinds)
    for (const way of WAYS) {
      const ip = one.helo === AT_HOME.helo ? HOME_HOST : THEIR_HOST;
      if ((await standingOf(one, way, place, ip)) === "authenticated")
        believed.push(`${one.kind}: ${way.name}`);
    }
  expect(believed).toEqual([]);
});

test("the same desk does authenticate what is authentic, and knows a forgery against a policy", async () => {
  const honest = {
    ...spoof("honest", `From: ISP Abuse <${V}>`),
    helo: "mail.isp.example",
    mailFrom: "<bounce@isp.example>",
  };
  const signed = { ...honest, mail: await aSignedMail(honest.mail, "isp.example") };
  const byHand = await aSignedMail(honest.mail, "", { as: { d: "isp.example", s: "s1" } });
  const [, dns, known] = WAYS;
  const says: Way = {
    name: "",
    trust: SERVER,
    lines: sloppy(() => "dmarc=pass (p=reject) header.from=isp.example"),
  };
  const standings = await Promise.all([
    dns && standingOf(signed, dns, OURS, THEIR_HOST),
    dns && standingOf({ ...honest, mail: byHand }, dns, OURS, THEIR_HOST),
    known && standingOf(honest, known, OURS, HOME_HOST),
    standingOf(honest, says, OURS, HOME_HOST),
    known && standingOf(honest, known, OURS, THEIR_HOST),
  ]);
  expect(standings).toEqual([...Array(4).fill("authenticated"), "forged"]);
});

test("a domain is authenticated, not a person: its own servers may let an account write in another's name", async () => {
  const other = { ...spoof("account", `From: <${V}>`), ...AT_HOME };
  const [, , known] = WAYS;
  expect(known && (await standingOf(other, known, OURS, HOME_HOST))).toBe("authenticated");
});
