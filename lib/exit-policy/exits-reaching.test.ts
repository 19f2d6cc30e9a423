import { expect, test } from "vitest";
import { exitsReaching, groupByPolicy } from "./exits-reaching.ts";
import { parseDescriptorPolicy } from "./parse-descriptor-policy.ts";
import { parseSummaryPolicy } from "./parse-summary-policy.ts";

const NETWORK = [
  { relay: "a", text: "accept 80,443" },
  { relay: "b", text: "reject 25" },
  { relay: "c", text: "accept 80,443" },
  { relay: "d", text: "reject 1-65535" },
  { relay: "e", text: "nonsense" },
];

test("names every relay whose policy lets the connection out, each policy decided once", () => {
  let parsed = 0;
  const { groups, unread } = groupByPolicy(NETWORK, (text) => {
    parsed++;
    return parseSummaryPolicy({ p: text }).policy;
  });
  const names = (ip: string, port: number) =>
    exitsReaching(groups, { ip, port })
      .flatMap(({ relays }) => relays)
      .sort()
      .join("");
  expect([parsed, groups.length, unread]).toEqual([4, 3, ["e"]]);
  expect(names("192.0.2.7", 443)).toBe("abc");
  expect(names("192.0.2.7", 22)).toBe("b");
  expect(names("192.0.2.7", 25)).toBe("");
  expect(names("2001:db8::7", 443)).toBe("");
});

test("full policies tell one address from another", () => {
  const full = [
    { relay: "a", text: "reject 192.0.2.0/24:*\naccept *:443\nreject *:*" },
    { relay: "b", text: "accept 192.0.2.7:443\nreject *:*" },
  ];
  const { groups } = groupByPolicy(full, (text) => parseDescriptorPolicy(text.split("\n")).policy);
  const reach = (ip: string) => exitsReaching(groups, { ip, port: 443 });
  expect(reach("192.0.2.7")).toMatchObject([
    { relays: ["b"], decision: { rule: "accept 192.0.2.7:443", conclusive: true } },
  ]);
  expect(reach("198.51.100.7")).toMatchObject([
    { relays: ["a"], decision: { rule: "accept *:443" } },
  ]);
});
