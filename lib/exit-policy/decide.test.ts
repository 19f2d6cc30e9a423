import { expect, test } from "vitest";
import { decide } from "./decide.ts";
import { parsePolicyText } from "./parse-policy-text.ts";
import { parseSummaryPolicy } from "./parse-summary-policy.ts";
import type { Policy } from "./policy.ts";

const OPEN = ["ExitRelay 1", "IPv6Exit 1", "ExitPolicyRejectPrivate 0"];
const read = (lines: string[]): Policy => {
  const { policy } = parsePolicyText(lines);
  if (policy === null) throw new Error("the test's policy is refused");
  return policy;
};

test("first match wins, in each family on its own", () => {
  const policy = read([...OPEN, "ExitPolicy reject 192.0.2.0/24:*,accept *:80,reject *:*"]);
  expect(decide(policy, { ip: "192.0.2.7", port: 80 }).rule).toBe("reject 192.0.2.0/24:*");
  expect(decide(policy, { ip: "192.0.3.7", port: 80 }).rule).toBe("accept *:80");
  expect(decide(policy, { ip: "::ffff:192.0.2.7", port: 80 }).rule).toBe("accept6 *:80");
});

test("port 0 is never permitted", () => {
  const policy = read([...OPEN, "ExitPolicy accept *:*"]);
  expect(decide(policy, { ip: "192.0.2.7", port: 0 })).toMatchObject({
    result: "reject",
    conclusive: true,
  });
});

test.each([
  ["reject *:25,accept *:*", 25, "reject", "reject *:25"],
  ["reject *:25,accept *:*", 80, "accept", "accept *:*"],
  ["reject 192.0.2.0/24:80,accept *:*", 80, "probably-accept", "accept *:*"],
  ["accept 192.0.2.7:25,reject *:25,accept *:*", 25, "probably-reject", "reject *:25"],
  ["reject 192.0.2.0/24:80,accept *:*", 443, "accept", "accept *:*"],
])("%s, address unknown, port %d: %s", (items, port, result, rule) => {
  const policy = read([...OPEN, `ExitPolicy ${items}`]);
  const decision = decide(policy, { ip: null, port });
  expect(decision).toMatchObject({ result, rule, conclusive: !result.startsWith("probably") });
  expect(decision.why === null).toBe(decision.conclusive);
});

test.each([
  ["reject 192.0.2.0/24:*,accept *:*", "192.0.2.7", "reject"],
  ["reject *:25,accept *:*", "192.0.2.7", "probably-accept"],
  ["accept 192.0.2.7:80,reject *:*", "192.0.2.7", "probably-reject"],
  ["accept 192.0.2.7:80,reject *:*", "192.0.2.8", "reject"],
])("%s, port unknown, %s: %s", (items, ip, result) => {
  const policy = read([...OPEN, `ExitPolicy ${items}`]);
  expect(decide(policy, { ip, port: null }).result).toBe(result);
});

test("nothing known: only a policy that treats all alike is sure", () => {
  expect(decide(read(["ExitPolicy reject *:*"]), { ip: null, port: null }).result).toBe("reject");
  const mixed = read([...OPEN, "ExitPolicy accept *:80,reject *:*"]);
  expect(decide(mixed, { ip: null, port: null, family: 6 })).toMatchObject({
    result: "probably-reject",
    rule: "reject6 *:*",
    why: expect.stringContaining("accept6 *:80"),
  });
});

test("a summary is never proof, and names its line", () => {
  const { policy } = parseSummaryPolicy({ p: "reject 25", p6: null });
  const at = (ip: string, port: number | null) => policy && decide(policy, { ip, port });
  expect(at("192.0.2.7", 25)).toMatchObject({
    result: "reject",
    rule: "p reject 25",
    conclusive: false,
  });
  expect(at("192.0.2.7", 80)).toMatchObject({ result: "probably-accept", conclusive: false });
  expect(at("192.0.2.7", null)).toMatchObject({ result: "probably-accept", conclusive: false });
  expect(at("2001:db8::7", 80)).toMatchObject({ result: "reject", rule: null, conclusive: false });
});

test("tor's own dump is read as it is printed", () => {
  const policy = read([
    "reject6 [2001:db8::]/32:*",
    "accept6 *:80",
    "accept *:443",
    "reject *:*",
    "reject6 *:*",
  ]);
  expect(decide(policy, { ip: "2001:db8::7", port: 80 }).result).toBe("reject");
  expect(decide(policy, { ip: "2001:db9::7", port: 80 }).rule).toBe("accept6 *:80");
  expect(decide(policy, { ip: "192.0.2.7", port: 80 }).rule).toBe("reject *:*");
});

test("text that is no policy is refused, not guessed", () => {
  expect(parsePolicyText(["hello", "world"])).toMatchObject({ policy: null, form: "unknown" });
});
