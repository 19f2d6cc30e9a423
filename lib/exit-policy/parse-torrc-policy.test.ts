import { expect, test } from "vitest";
import { parseTorrcPolicy } from "./parse-torrc-policy.ts";
import { isExit, policyLines } from "./policy.ts";

const BARE = ["ExitRelay 1", "ExitPolicyRejectPrivate 0"];
const lines = (torrc: string[], own: string[] = []) => {
  const { policy } = parseTorrcPolicy(torrc, own);
  return policy === null ? null : policyLines(policy).join(" ; ");
};

/** Every row was seen with tor 0.4.9.11. */
test.each([
  ["nothing set: not an exit", [], "reject *:*"],
  ["auto without a policy", ["ExitRelay auto"], "reject *:*"],
  [
    "ExitRelay 0 hides even a malformed policy",
    ["ExitRelay 0", "ExitPolicy accept *:99999"],
    "reject *:*",
  ],
  ["a bridge gets no default policy", ["BridgeRelay 1", "ExitRelay 1"], "reject *:*"],
  [
    "two lines, one family",
    [...BARE, "ExitPolicy accept *:80", "ExitPolicy reject *:*"],
    "reject6 *:* ; accept *:80 ; reject *:*",
  ],
  [
    "IPv6 on",
    [...BARE, "IPv6Exit 1", "ExitPolicy accept *:80,reject *:*"],
    "accept *:80 ; accept6 *:80 ; reject *:* ; reject6 *:*",
  ],
  [
    "option names in any case",
    ["exitrelay 1", "EXITPOLICYREJECTPRIVATE 0", "ExItPoLiCy accept *:80,reject *:*"],
    "reject6 *:* ; accept *:80 ; reject *:*",
  ],
  ["the last switch wins", ["ExitRelay 1", "ExitRelay 0", "ExitPolicy accept *:80"], "reject *:*"],
  [
    "an empty switch goes back to its default",
    ["ExitRelay 0", "ExitRelay", ...BARE.slice(1), "ExitPolicy accept *:80,reject *:*"],
    "reject6 *:* ; accept *:80 ; reject *:*",
  ],
  [
    "/ clears what came before",
    [...BARE, "ExitPolicy accept *:80", "/ExitPolicy", "ExitPolicy reject *:*"],
    "reject *:*",
  ],
  [
    "+ appends",
    [...BARE, "+ExitPolicy accept *:80", "+ExitPolicy reject *:*"],
    "reject6 *:* ; accept *:80 ; reject *:*",
  ],
  [
    "abbreviated options",
    ["ExitRel 1", "ExitPolicyRejectP 0", "ExitPol accept *:80,reject *:*"],
    "reject6 *:* ; accept *:80 ; reject *:*",
  ],
  [
    "quotes and escapes",
    [...BARE, 'ExitPolicy "accept *:8\\x30,\\treject *:*" # why'],
    "reject6 *:* ; accept *:80 ; reject *:*",
  ],
  [
    "a comment ends the line, backslash or not",
    [...BARE, "ExitPolicy accept *:80 # no \\", "ExitPolicy reject *:*"],
    "reject6 *:* ; accept *:80 ; reject *:*",
  ],
  [
    "comment lines inside a continuation",
    [...BARE, "ExitPolicy accept *:80, \\", "# why", "  reject *:*"],
    "reject6 *:* ; accept *:80 ; reject *:*",
  ],
  [
    "a continued comment swallows its end of line",
    [...BARE, "ExitPolicy accept *:80, \\", " accept *:81, # why", " reject *:*"],
    "reject6 *:* ; accept *:80 ; accept *:81 ; reject *:*",
  ],
  [
    "a word over two lines",
    [...BARE, "ExitPolicy acc\\", "ept *:80,reject *:*"],
    "reject6 *:* ; accept *:80 ; reject *:*",
  ],
  [
    "Windows line ends",
    [...BARE, "ExitPolicy accept *:80, \\\r", "reject *:*\r"],
    "reject6 *:* ; accept *:80 ; reject *:*",
  ],
  [
    "covered rules go",
    [...BARE, "ExitPolicy accept 192.0.2.7:80,accept 192.0.2.0/24:80,accept *:80,reject *:*"],
    "reject6 *:* ; accept *:80 ; reject *:*",
  ],
  [
    "what is bound is rejected, public addresses only",
    [
      ...BARE,
      "ExitPolicyRejectLocalInterfaces 1",
      "OutboundBindAddress 198.51.100.77",
      "OutboundBindAddressExit 10.1.2.3",
      "DNSPort 127.0.0.1:53",
      "ExitPolicy reject *:25,accept *:*",
    ],
    "reject6 *:* ; reject 198.51.100.77:* ; reject *:25 ; accept *:*",
  ],
  [
    "not bound unless asked",
    [...BARE, "OutboundBindAddress 198.51.100.77", "ExitPolicy accept *:*"],
    "reject6 *:* ; accept *:*",
  ],
])("%s", (_name, torrc, expected) => {
  expect(lines(torrc)).toBe(expected);
});

test.each([
  [
    ["ExitRelay yes", "ExitPolicy accept *:80"],
    'line 1: ExitRelay is "yes"; tor takes only 0, 1 or auto',
  ],
  [["ExitRelay 1", "IPv6Exit auto"], 'line 2: IPv6Exit is "auto"; tor takes only 0 or 1'],
  [["ExitRelay 1", "ExitPolcy accept *:80"], 'line 2: tor has no option "ExitPolcy"'],
  [["\ufeffExitRelay 1"], "tor has no option"],
  [["ExitRelay 1", "accept *:80"], 'line 2: "accept" stands alone; write ExitPolicy before it'],
  [["ExitRelay 1", 'ExitPolicy "accept *:80'], "line 2: a quoted value is not closed"],
  [["ExitRelay 1", 'ExitPolicy "accept *:80" x'], "line 2: there is text after the closing quote"],
  [
    ["ExitRelay 1", 'ExitPolicy "accept *:80\\q"'],
    "line 2: a quoted value is not closed or has an unknown escape",
  ],
  [
    ["ExitRelay 1", "ExitPolicy accept *:80,\\", "accept *:http"],
    'line 2: ExitPolicy "accept *:http": "http" is no port',
  ],
  [
    ["ExitRelay 1", "ExitPolicy accept *:80\\", "", "ExitPolicy reject *:*"],
    'ExitPolicy "accept *:80\\"',
  ],
])("tor refuses %j", (torrc, text) => {
  const { policy, problems } = parseTorrcPolicy(torrc, []);
  expect(policy).toBeNull();
  expect(problems[0]).toMatchObject({ effect: "refused", text: expect.stringContaining(text) });
});

test("an ignored rule leaves a problem and the rest of the policy", () => {
  const torrc = [
    ...BARE,
    "ExitPolicy accept6 192.0.2.7:80",
    "ExitPolicy",
    "ExitPolicy accept *:443,reject *:*",
  ];
  const { policy, problems } = parseTorrcPolicy(torrc, []);
  expect(policy && policyLines(policy)).toEqual(["reject6 *:*", "accept *:443", "reject *:*"]);
  expect(problems.map(({ effect, line }) => `${effect} ${line}`).sort()).toEqual([
    "ignored 3",
    "ignored 4",
  ]);
});

test("the relay's own addresses are rejected, and are read from the torrc when not given", () => {
  const torrc = ["ExitRelay 1", "IPv6Exit 1", "ExitPolicy accept *:*"];
  const named = ["Address 203.0.113.9", "ORPort 9001", "ORPort [2001:db8:113::9]:9001", ...torrc];
  const given = lines(torrc, ["203.0.113.9", "2001:db8:113::9"]);
  expect(given).toContain("reject 203.0.113.9:* ; reject6 [2001:db8:113::9]:* ; accept *:*");
  expect(lines(named)).toBe(given);
});

test("the reduced policy grew in tor 0.4.9.4", () => {
  const torrc = ["ReducedExitPolicy 1"];
  const of = (torVersion: string | null) => {
    const { policy } = parseTorrcPolicy(torrc, [], { torVersion });
    return policy === null ? "" : policyLines(policy).join();
  };
  expect(of("0.4.8.12")).not.toContain("18080");
  expect(of("0.4.9.4-rc")).toContain("accept *:18080-18081");
  expect(of("0.4.10.1")).toContain("18089");
  expect(of(null)).toContain("18089");
});

test("each rule knows which setting put it there", () => {
  const { policy } = parseTorrcPolicy(
    ["ExitRelay 1", "", "ExitPolicy reject *:22"],
    ["203.0.113.9"],
  );
  const origins = new Map(policy?.rules.map((rule) => [rule.text, rule.origin]));
  expect(origins.get("reject6 *:*")).toBe("IPv6Exit 0");
  expect(origins.get("reject 10.0.0.0/8:*")).toBe("ExitPolicyRejectPrivate");
  expect(origins.get("reject 203.0.113.9:*")).toBe("the relay's own address");
  expect(origins.get("reject *:22")).toBe("ExitPolicy (line 3)");
  expect(origins.get("reject *:25")).toBe("default policy");
});

test("what tor itself cannot survive, and what the torrc cannot tell, are noted", () => {
  const crash = parseTorrcPolicy(["ExitRelay 1", "IPv6Exit 1", "ExitPolicyRejectPrivate 0"], []);
  expect(crash.problems.map(({ code }) => code)).toEqual(["tor-aborts"]);
  const local = parseTorrcPolicy(["ExitRelay 1", "ExitPolicyRejectLocalInterfaces 1"], []);
  expect(local.problems.map(({ code }) => code)).toEqual(["interfaces-unknown"]);
});

test("a relay is an exit when anything is accepted in any family", () => {
  const exit = (torrc: string[]) => {
    const { policy } = parseTorrcPolicy(torrc, []);
    return policy !== null && isExit(policy);
  };
  expect(exit(["ExitRelay 1"])).toBe(true);
  expect(exit(["ExitPolicy reject *:*"])).toBe(false);
  expect(exit(["ExitPolicy accept 192.0.2.7:80,reject *:*"])).toBe(true);
  expect(exit(["IPv6Exit 1", "ExitPolicy reject *4:*,accept *6:80,reject *:*"])).toBe(true);
});
