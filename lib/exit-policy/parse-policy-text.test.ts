import { expect, test } from "vitest";
import { decide } from "./decide.ts";
import { parsePolicyText } from "./parse-policy-text.ts";

test.each([
  ["torrc", ["# mine", "ExitRelay 1", "ExitPolicy reject *:25"], "reject *:25"],
  ["torrc", ["Nickname examplerelay", "ORPort 9001"], "reject *:*"],
  [
    "descriptor",
    ["router examplerelay 203.0.113.9 9001 0 0", "reject *:25", "accept *:*"],
    "reject *:25",
  ],
  ["descriptor", ["reject *:25", "accept *:*"], "reject *:25"],
  ["full", ["reject6 *:*", "reject *:25", "accept *:*"], "reject *:25"],
  ["items", ["reject6 [2001:db8::]/32:*", "reject *:25"], "reject *:25"],
  ["items", ["reject *4:25", "accept *:*"], "reject *:25"],
  ["summary", ["p reject 25"], "p reject 25"],
])("recognises a policy as %s: %j", (form, lines, rule) => {
  const parsed = parsePolicyText(lines);
  expect(parsed.form).toBe(form);
  const decision = parsed.policy && decide(parsed.policy, { ip: "192.0.2.7", port: 25 });
  expect(decision).toMatchObject({ result: "reject", rule });
});

test("bare rules speak of both families, tor's dump names each", () => {
  const six = (lines: string[]) => {
    const { policy } = parsePolicyText(lines);
    return policy && decide(policy, { ip: "2001:db9::7", port: 80 }).rule;
  };
  expect(six(["reject6 [2001:db8::]/32:*", "accept *:80", "reject *:*"])).toBe("accept6 *:80");
  expect(six(["accept *:80", "reject *:*", "reject6 *:*"])).toBe("reject6 *:*");
});

test.each([[[]], [["hello"]], [["accept"]], [['{"a":1}']]])(
  "refuses %j with the remedy",
  (lines) => {
    const { form, policy, problems } = parsePolicyText(lines);
    expect([form, policy]).toEqual(["unknown", null]);
    expect(problems[0]?.text).toContain("give torrc lines");
  },
);
