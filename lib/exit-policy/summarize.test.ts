import { expect, test } from "vitest";
import { parseSummaryPolicy } from "./parse-summary-policy.ts";
import { parseTorrcPolicy } from "./parse-torrc-policy.ts";
import { summarize } from "./summarize.ts";

const summaryOf = (items: string, family: 4 | 6) => {
  const base = ["ExitRelay 1", "IPv6Exit 1", "ExitPolicyRejectPrivate 0"];
  const { policy } = parseTorrcPolicy([...base, `ExitPolicy ${items}`], []);
  return policy && summarize(policy, family);
};

test.each([
  ["accept *:80,accept *:443,reject *:*", 4, "accept 80,443"],
  ["reject *:25,accept *:*", 4, "reject 25"],
  ["reject *:*", 4, "reject 1-65535"],
  ["accept *:*", 4, "accept 1-65535"],
  ["accept *:80,accept *:81-90,reject *:*", 4, "accept 80-90"],
  ["accept 192.0.2.0/24:22,accept *:80,reject *:*", 4, "accept 80"],
  ["reject 128.0.0.0/7:80,accept *:80,reject *:*", 4, "accept 80"],
  ["reject 128.0.0.0/6:80,accept *:80,reject *:*", 4, "reject 1-65535"],
  ["reject 128.0.0.0/7:80,reject 192.0.2.7:80,accept *:80,reject *:*", 4, "reject 1-65535"],
  ["reject private:*,accept *:80,reject *:*", 4, "accept 80"],
  ["reject6 [2600::]/16:80,accept *:80,reject *:*", 6, "accept 80"],
  ["reject6 [2600::]/15:80,accept *:80,reject *:*", 6, "reject 1-65535"],
  ["reject6 [2600::]/16:80,reject6 [2700::]/64:80,accept *:80,reject *:*", 6, "reject 1-65535"],
  ["reject6 [2600::]/16:80,reject6 [2700::]/65:80,accept *:80,reject *:*", 6, "accept 80"],
  ["accept *:1-32767,reject *:*", 4, "accept 1-32767"],
  ["reject *:1-32768,accept *:*", 4, "reject 1-32768"],
] as const)("%s in IPv%d: %s", (items, family, expected) => {
  expect(summaryOf(items, family)).toBe(expected);
});

test("a summary that would be too long is cut to a list of accepted ports", () => {
  const odd = Array.from({ length: 400 }, (_, n) => `accept *:${10_001 + 2 * n}`).join(",");
  const summary = summaryOf(`${odd},reject *:*`, 4) ?? "";
  expect(summary).toMatch(/^accept 10001,10003,/);
  expect(summary.length).toBeLessThanOrEqual(1000);
  expect(summary).not.toMatch(/,$/);
});

test("a family known only by its summary keeps it", () => {
  const { policy } = parseSummaryPolicy({ p: "accept 80,90-91" });
  expect(policy && summarize(policy, 4)).toBe("accept 80,90-91");
  expect(policy && summarize(policy, 6)).toBe("reject 1-65535");
});
