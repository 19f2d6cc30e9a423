import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const MAIN = path.join(import.meta.dirname, "main.ts");
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "exitdesk-triage-"));
  writeFileSync(path.join(folder, "one.eml"), loginMail("a@shop.example", "192.0.2.7"));
  const mbox = ["192.0.2.8", "192.0.2.9"].map(
    (ip) => `From x@shop.example Tue Feb  3 05:00:00 2026\n${loginMail("b@shop.example", ip)}\n`,
  );
  writeFileSync(path.join(folder, "two.mbox"), mbox.join(""));
  for (const name of ["cur", "new", "tmp"])
    mkdirSync(path.join(folder, "Maildir", name), { recursive: true });
  writeFileSync(
    path.join(folder, "Maildir/cur/1770094800.M1P2.host:2,S"),
    loginMail("c@shop.example", "192.0.2.10"),
  );
  writeFileSync(path.join(folder, "Maildir/tmp/half"), "From: half");
});
afterAll(() => rmSync(folder, { recursive: true }));

function loginMail(from: string, ip: string): string {
  return [
    `From: ${from}`,
    "To: abuse@operator.example",
    `Subject: SSH attack from ${ip}`,
    "Date: Tue, 03 Feb 2026 05:00:00 +0000",
    "Message-ID: <1@shop.example>",
    "",
    `Your host ${ip} guesses passwords on our server 203.0.113.5 port 22. Times are in UTC.`,
    `2026-02-03T04:05:06Z gw sshd[812]: Failed password for root from ${ip} port 40022 ssh2`,
    "",
  ].join("\n");
}

function exitdesk(...args: string[]) {
  const run = spawnSync(process.execPath, [MAIN, "triage", ...args], {
    encoding: "utf8",
    cwd: folder,
  });
  const rows = () =>
    run.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
  return { status: run.status, stdout: run.stdout, stderr: run.stderr, rows };
}

const KEYS = [
  "file",
  "is_complaint",
  "type",
  "confidence",
  "format",
  "reported_ips",
  "dst_ips",
  "dst_ports",
  "protocol",
  "events",
  "refs",
  "deadline",
  "route",
  "reporter",
  "forwarded_by",
  "language",
  "verdict",
  "reasons",
  "drafts",
];

test("--json prints one object a mail with every key scripts rely on", () => {
  const { status, stderr, rows } = exitdesk("--json", "one.eml");
  expect([status, stderr]).toEqual([0, ""]);
  const [row] = rows();
  expect(Object.keys(row)).toEqual(KEYS);
  expect(row).toMatchObject({
    file: "one.eml",
    is_complaint: true,
    type: "bruteforce",
    reported_ips: ["192.0.2.7"],
    dst_ports: [22],
    events: [{ at: "2026-02-03T04:05:06Z", precision: "second", zone: "stated" }],
    deadline: { at: null, hours: null, text: null },
    language: "en",
  });
  expect(Object.keys(row.drafts[0])).toEqual([
    "audience",
    "template",
    "to",
    "subject",
    "text",
    "gaps",
  ]);
});

test("an mbox gives a line a mail, a Maildir leaves half-delivered mail alone", () => {
  expect(
    exitdesk("--json", "two.mbox")
      .rows()
      .map((row) => row.reported_ips[0]),
  ).toEqual(["192.0.2.8", "192.0.2.9"]);
  expect(
    exitdesk("--json", "Maildir")
      .rows()
      .map((row) => row.reported_ips[0]),
  ).toEqual(["192.0.2.10"]);
});

test("a folder is read through, and nothing is left behind", () => {
  const before = readdirSync(folder);
  expect(exitdesk("--json", ".").rows()).toHaveLength(4);
  expect(readdirSync(folder)).toEqual(before);
});

test("the relays file decides the verdict", () => {
  const from = "2026-01-01T00:00:00Z";
  const relay = (lines: string[]) => ({
    relays: [
      {
        nickname: "marigold",
        fingerprint: "0123456789ABCDEF0123456789ABCDEF01234567",
        tenures: [{ ip: "192.0.2.7", from, to: null }],
        policies: [{ lines, from, to: null }],
        uptime: [{ from, to: null }],
      },
    ],
  });
  const verdict = (lines: string[]) => {
    writeFileSync(path.join(folder, "relays.json"), JSON.stringify(relay(lines)));
    return exitdesk("--json", "--relays", "relays.json", "one.eml").rows()[0].verdict;
  };
  expect(verdict(["ExitRelay 1", "ExitPolicy accept *:*"])).toBe("port-allowed");
  expect(verdict(["reject *:22", "accept *:*"])).toBe("port-rejected");
});

test("without --json a person gets the conclusion and the reason", () => {
  const { stdout, status } = exitdesk("one.eml");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^one\.eml\n {4}bruteforce \d+% {2}192\.0\.2\.7 {2}port 22 {2}/);
  expect(stdout).toContain("The log shows failed logins");
});

test.each([
  [["--json", "missing.eml", "one.eml"], "missing.eml: There is no such file or folder.\n"],
  [["--json", "one.eml", "missing.eml"], "missing.eml: There is no such file or folder.\n"],
])("a path that cannot be read is one line and status 1, the others go on: %j", (args, line) => {
  const { status, stderr, rows } = exitdesk(...args);
  expect([status, stderr]).toEqual([1, line]);
  expect(rows()).toHaveLength(1);
});

test.each([
  ["{", /^relays\.json: .*not valid JSON/],
  [
    '{"relays":[{"nickname":"a","tenures":[{"ip":"x","from":"2026-01-01"}]}]}',
    /^relays\.json: relays\[0\]\.tenures\[0\]\.ip: .*not an IP address\n$/,
  ],
])("a wrong relays file is refused in one line before any mail is read: %s", (text, message) => {
  writeFileSync(path.join(folder, "relays.json"), text);
  const { status, stdout, stderr } = exitdesk("--json", "--relays", "relays.json", "one.eml");
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(message);
});

test.each([[[]], [["--json"]], [["--colour", "one.eml"]], [["--relays"]]])(
  "wrong usage is status 2 and shows the usage: %j",
  (args) => {
    const { status, stdout, stderr } = exitdesk(...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("usage: exitdesk triage [--json] [--relays FILE] PATH...");
  },
);

test("a mail cannot speak to the terminal through its file name", () => {
  writeFileSync(path.join(folder, "x\u001b[2J.eml"), loginMail("d@shop.example", "192.0.2.11"));
  expect(exitdesk("x\u001b[2J.eml").stdout).not.toContain("\u001b");
});
