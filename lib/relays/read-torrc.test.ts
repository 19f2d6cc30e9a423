import { expect, test } from "vitest";
import { isWholeTorrc, readTorrc } from "./read-torrc.ts";

test("who the relay is, where it is and what it lets out", () => {
  const facts = readTorrc(`
# my exit
nickname relay7   # comment
ORPort 192.0.2.7:9001
ORPort [2001:db8::7]:9001 IPv6Only
Address 192.0.2.7
OutboundBindAddressExit 192.0.2.77
ExitRelay 1
exitpolicy reject *:25, \\
# a comment inside
reject *:445
ExitPolicy "accept *:*"
MyFamily $BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB
HashedControlPassword 16:secret
`);
  expect(facts).toEqual({
    nickname: "relay7",
    addresses: [
      { ip: "192.0.2.7", option: "ORPort" },
      { ip: "2001:db8::7", option: "ORPort" },
      { ip: "192.0.2.77", option: "OutboundBindAddressExit" },
    ],
    policyLines: ["ExitRelay 1", "ExitPolicy reject *:25, reject *:445", "ExitPolicy accept *:*"],
    family: ["B".repeat(40)],
    problems: [],
  });
});

test("CRLF and a byte order mark are no part of the file", () => {
  const facts = readTorrc("\uFEFFNickname relay7\r\nExitPolicy reject *:*\r\n");
  expect(facts).toMatchObject({ nickname: "relay7", policyLines: ["ExitPolicy reject *:*"] });
});

test("/ExitPolicy clears what stood before, +ExitPolicy adds", () => {
  const text = "ExitPolicy reject *:25\n/ExitPolicy\n+ExitPolicy accept *:80\n";
  expect(readTorrc(text).policyLines).toEqual(["ExitPolicy accept *:80"]);
});

test("an address the world does not see is left out", () => {
  const { addresses, problems } = readTorrc(
    "ORPort 192.0.2.7:443 NoListen\nORPort 10.0.0.5:9001 NoAdvertise\nAddress 10.0.0.6\nORPort 9001\n",
  );
  expect(addresses).toEqual([{ ip: "192.0.2.7", option: "ORPort" }]);
  expect(problems.map(({ code }) => code)).toEqual(["private-address"]);
});

test.each([
  [
    "%include",
    "%include /etc/tor/policy.conf\n",
    "include",
    /^Line 1 includes \/etc\/tor\/policy.conf.*contents/,
  ],
  ["a quote that is not closed", 'Nickname relay7\nContactInfo "x\n', "broken-line", /^Line 2: /],
  [
    "a nickname tor would refuse",
    "Nickname my-relay\n",
    "nickname",
    /^Line 1: .*letters and digits/,
  ],
  ["a host name", "Address relay7.example\n", "hostname", /relay7\.example is a name/],
  ["a text that is no torrc", "Dear Sir or Madam,\n", "nothing-found", /is this a torrc/],
  ["nothing", "", "nothing-found", /is this a torrc/],
])("%s is a problem with its remedy", (_name, text, code, says) => {
  const { problems } = readTorrc(text);
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  expect(problems[0]?.text).toMatch(says);
});

test("a huge file is cut with a word about it and does not hang", () => {
  const { problems } = readTorrc(`Nickname relay7\n${"#".repeat(3_000_000)}`);
  expect(problems.map((problem) => problem.code)).toEqual(["too-long"]);
});

test("a file with a problem in every line lists the first ones", () => {
  const facts = readTorrc(`${"Nickname -\n".repeat(4999)}%include x\n`);
  const { problems } = facts;
  expect(problems).toHaveLength(21);
  expect(isWholeTorrc(facts)).toBe(false);
  expect(problems.at(-1)?.text).toBe("4980 more problems are not listed.");
});
