import fc from "fast-check";
import { expect, test } from "vitest";
import { readRawHeader } from "./raw-header.ts";
import { type ServerTrust, trustedWord } from "./trusted-results.ts";

const TRUST: ServerTrust = {
  names: ["mx.operator.example"],
  hosts: ["mx.operator.example", "imap.operator.example"],
  beneath: false,
};
const PASS = "dmarc=pass header.from=isp.example";
const OWN = `Authentication-Results: mx.operator.example; ${PASS}`;
const BORDER =
  "Received: from mail.isp.example (mail.isp.example [203.0.113.20]) by mx.operator.example with ESMTPS id 1; Sun, 1 Mar 2026 10:00:00 +0000";
const LMTP =
  "Received: from mx.operator.example ([127.0.0.1]) by store.example with LMTP id 2; Sun, 1 Mar 2026 10:00:01 +0000";
const THEIRS =
  "Received: from pc (pc [198.51.100.7]) by mail.isp.example with ESMTPSA id 3; Sun, 1 Mar 2026 09:59:59 +0000";
const FROM = "From: Abuse <abuse@isp.example>";

function word(lines: string[], trust: Partial<ServerTrust> = {}) {
  const raw = Buffer.from([...lines, "", "body", OWN, ""].join("\r\n"), "latin1");
  return trustedWord(readRawHeader(raw), { ...TRUST, ...trust });
}
const isTrusted = (lines: string[], trust?: Partial<ServerTrust>) =>
  word(lines, trust).results?.some(({ result }) => result === "pass") ?? false;

test.each<[string, string[], Partial<ServerTrust>?]>([
  ["above the line of the own server", [OWN, BORDER, THEIRS, FROM]],
  [
    "with the delivery on the same machine above",
    ["Return-Path: <a@isp.example>", LMTP, OWN, BORDER, THEIRS, FROM],
  ],
  [
    "between two own servers",
    [
      "Received: from mx.operator.example (mx.operator.example [127.0.0.1]) by imap.operator.example with LMTP; x",
      OWN,
      BORDER,
      FROM,
    ],
  ],
  ["hosts by a pattern", [OWN, BORDER, FROM], { hosts: ["*.operator.example"] }],
  ["folded", [OWN.replace("; ", ";\r\n\t"), BORDER, FROM]],
  [
    "directly beneath, where the operator says so",
    [LMTP, BORDER, "Received-SPF: pass", OWN, FROM],
    { beneath: true },
  ],
])("read: %s", (_, lines, trust) => {
  expect(isTrusted(lines, trust)).toBe(true);
});

const EVIL_BORDER = BORDER.replace(
  "mail.isp.example (mail.isp.example [203.0.113.20])",
  "evil.example (evil.example [203.0.113.66])",
);
const FORGED_HOP = `Received: from mail.isp.example (mail.isp.example [203.0.113.20]) by mx.operator.example with ESMTPS id 9; Sun, 1 Mar 2026 09:00:00 +0000`;

/** What a stranger can put on a mail that reaches the operator's server from outside. */
const FORGERIES: [string, string[], Partial<ServerTrust>?][] = [
  ["directly beneath the own server's line", [EVIL_BORDER, OWN, FROM]],
  ["beneath it, before a Received line of theirs", [EVIL_BORDER, OWN, THEIRS, FROM]],
  ["between two of their Received lines", [EVIL_BORDER, THEIRS, OWN, THEIRS, FROM]],
  ["at the end of the header", [EVIL_BORDER, THEIRS, FROM, "Subject: x", OWN]],
  ["above a forged line of the own server", [EVIL_BORDER, OWN, FORGED_HOP, FROM]],
  ["above two forged lines of the own server", [EVIL_BORDER, OWN, FORGED_HOP, FORGED_HOP, FROM]],
  [
    "above a forged line without a client",
    [EVIL_BORDER, OWN, "Received: by mx.operator.example; x", FROM],
  ],
  [
    "with a greeting that is the own server's name",
    [EVIL_BORDER.replace("from evil.example", "from mx.operator.example"), OWN, FORGED_HOP, FROM],
  ],
  [
    "with a greeting that is the machine itself (Exim)",
    [
      "Received: from [203.0.113.66] (port=4 helo=[127.0.0.1]) by mx.operator.example with smtp; x",
      OWN,
      FORGED_HOP,
      FROM,
    ],
  ],
  [
    "with a greeting that is the machine itself (Postfix)",
    [
      "Received: from [127.0.0.1] (unknown [203.0.113.66]) by mx.operator.example with SMTP; x",
      OWN,
      FORGED_HOP,
      FROM,
    ],
  ],
  [
    "with a greeting of several words",
    [
      "Received: from a by mx.operator.example b (evil [203.0.113.66]) by elsewhere.example with SMTP; x",
      OWN,
      FROM,
    ],
    { beneath: true },
  ],
  [
    "through a server that is not the operator's",
    [
      "Received: from evil.example (evil.example [203.0.113.66]) by other.example with SMTP; x",
      OWN,
      FORGED_HOP,
      FROM,
    ],
  ],
  ["through no server at all", [OWN, FROM]],
  ["above a line of a server that is not the operator's", [OWN, THEIRS, FROM]],
  [
    "in the name of another server, above all",
    [OWN.replace("mx.operator", "mx.evil"), BORDER, FROM],
  ],
  [
    "with the name in a comment",
    [OWN.replace("mx.operator.example", "evil.example (mx.operator.example)"), BORDER, FROM],
  ],
  [
    "with the name as a part of another",
    [OWN.replace("mx.operator.example", "mx.operator.example.evil.example"), BORDER, FROM],
  ],
  ["as an ARC field", [EVIL_BORDER, `ARC-${OWN.replace("Results: ", "Results: i=1; ")}`, FROM]],
  ["under a name with a space", [OWN.replace("Results:", "Results :"), EVIL_BORDER, FROM]],
  ["as a fold of another field", [EVIL_BORDER, `X-Note: a\r\n ${OWN}`, FROM]],
  ["hidden behind a lone CR", [EVIL_BORDER, `X-Note: a\r${OWN}`, FROM]],
  ["as the first line, folded", [` ${OWN}`, EVIL_BORDER, FROM]],
  ["in the body", [EVIL_BORDER, FROM]],
  [
    "second beneath, where the first may count",
    [
      EVIL_BORDER,
      "Authentication-Results: mx.operator.example; dmarc=fail header.from=isp.example",
      OWN,
      FROM,
    ],
    { beneath: true },
  ],
  ["further beneath, where the first may count", [EVIL_BORDER, FROM, OWN], { beneath: true }],
];

test("forged results count nowhere", () => {
  const trusted = FORGERIES.filter(([, lines, trust]) => isTrusted(lines, trust));
  expect(FORGERIES.length).toBeGreaterThanOrEqual(20);
  expect(trusted.map(([name]) => name)).toEqual([]);
});

test("the connection is told as the own server saw it, and a client of an inner network tells nothing", () => {
  const mail = ["Return-Path: <bounce@isp.example>", OWN, BORDER, FROM];
  expect(word(mail).arrived).toEqual({
    ip: "203.0.113.20",
    helo: "mail.isp.example",
    mailFrom: "bounce@isp.example",
  });
  expect(word(["Return-Path: <>", BORDER, FROM]).arrived?.mailFrom).toBe("");
  expect(word([BORDER, "Return-Path: <x@evil.example>", FROM]).arrived?.mailFrom).toBeNull();
  for (const path of [
    "<a@isp.example(x.evil.example>",
    "<@isp.example,@x.example:'a@evil.example>",
    "<(a@isp.example>",
  ])
    expect(word([`Return-Path: ${path}`, BORDER, FROM]).arrived?.mailFrom, path).toBeNull();
  expect(word([BORDER.replace("203.0.113.20", "10.0.0.9"), FROM]).arrived).toBeNull();
});

test("whatever header it is given, it answers, and believes nothing that no own server wrote", () => {
  const line = fc.constantFrom(
    OWN,
    THEIRS,
    LMTP,
    EVIL_BORDER,
    FROM,
    ` ${OWN}`,
    "Received: by",
    "Received: from",
    "\0",
    "a\rb",
    "",
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 15 }), fc.string(), (lines, any) => {
      // A stranger's lines lie beneath the line of the server that took the mail from him.
      expect(isTrusted([EVIL_BORDER, ...lines])).toBe(false);
      trustedWord(readRawHeader(Buffer.from(any, "latin1")), TRUST);
    }),
    { numRuns: 2_000 },
  );
  const started = performance.now();
  for (const piece of ["(", "[", "from ", "by ", "a.", "1", "[1", ":"])
    word([`Received: ${piece.repeat(40_000)}`, FROM]);
  expect(performance.now() - started).toBeLessThan(2_000);
});
