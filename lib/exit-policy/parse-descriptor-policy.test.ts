import { expect, test } from "vitest";
import { decide } from "./decide.ts";
import { parseDescriptorPolicy } from "./parse-descriptor-policy.ts";
import { isExit } from "./policy.ts";

const DESCRIPTOR = [
  "router examplerelay 203.0.113.9 9001 0 0",
  "platform Tor 0.4.8.12 on Linux",
  "opt reject 10.0.0.0/8:*",
  "reject 203.0.113.9:*",
  "accept *:80",
  "reject *:*",
  "ipv6-policy accept 80,443",
  "router-signature",
];

test.each([
  ["192.0.2.7", 80, "accept", "accept *:80", true],
  ["10.1.2.3", 80, "reject", "reject 10.0.0.0/8:*", true],
  ["203.0.113.9", 80, "reject", "reject 203.0.113.9:*", true],
  ["192.0.2.7", 25, "reject", "reject *:*", true],
  ["2001:db8::7", 443, "probably-accept", "ipv6-policy accept 80,443", false],
  ["2001:db8::7", 25, "reject", "ipv6-policy accept 80,443", false],
])("%s port %d: %s by %s", (ip, port, result, rule, conclusive) => {
  const { policy } = parseDescriptorPolicy(DESCRIPTOR);
  expect(policy && decide(policy, { ip, port })).toMatchObject({ result, rule, conclusive });
});

test("no match accepts, and a missing ipv6-policy accepts nothing", () => {
  const { policy } = parseDescriptorPolicy(["accept *:80", "reject 192.0.2.7:443"]);
  const open = policy && decide(policy, { ip: "198.51.100.1", port: 25 });
  expect(open).toMatchObject({ result: "accept", rule: null, conclusive: true });
  const six = policy && decide(policy, { ip: "2001:db8::1", port: 80 });
  expect(six).toMatchObject({ result: "reject", rule: null, conclusive: false });
});

test("private may stand in a descriptor and means its IPv4 networks", () => {
  const { policy } = parseDescriptorPolicy(["reject private:*", "accept *:*"]);
  expect(policy?.rules).toHaveLength(7);
  expect(policy && decide(policy, { ip: "127.0.0.1", port: 80 }).result).toBe("reject");
});

test.each([
  [["reject6 *:25", "accept *:*"], "IPv4 only"],
  [["accept [2001:db8::]/32:80", "reject *:*"], "IPv4 only"],
  [["accept *4:80", "reject *:*"], "is no address"],
  [["accept *:80", "accept *:http"], "is no port"],
  [["router examplerelay 203.0.113.9 9001 0 0"], "no accept or reject line"],
  [["accept *:80", "ipv6-policy accept 80", "ipv6-policy reject 25"], "more than once"],
  [["accept *:80", "ipv6-policy allow 80"], 'must start with "accept "'],
])("tor discards the descriptor with %j", (lines, reason) => {
  const { policy, problems } = parseDescriptorPolicy(lines);
  expect(policy).toBeNull();
  expect(problems[0]).toMatchObject({ effect: "refused", text: expect.stringContaining(reason) });
});

test("a descriptor that rejects everything is no exit", () => {
  const { policy } = parseDescriptorPolicy(["reject *:*"]);
  expect(policy && isExit(policy)).toBe(false);
});
