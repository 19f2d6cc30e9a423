import { expect, test } from "vitest";
import { exitsCsv, exitsFirewall, exitsList } from "./exits-text.ts";

const EXITS = [
  {
    fingerprint: "7".repeat(40),
    nickname: "relay7",
    addresses: ["192.0.2.7", "2001:db8::7"],
    result: "accept",
    rule: 'accept "x"',
  },
  {
    fingerprint: "8".repeat(40),
    nickname: "=1+1",
    addresses: ["192.0.2.7"],
    result: "probably-accept",
    rule: "p accept 80,443",
  },
];

test("the list has one exit a line", () => {
  expect(exitsList(EXITS).split("\n")[0]).toBe(
    `${"7".repeat(40)}  relay7  192.0.2.7,2001:db8::7  accept  accept "x"`,
  );
});

test("no cell of the CSV is calculated by a spreadsheet, and quotes are doubled", () => {
  const [, first, second] = exitsCsv(EXITS).split("\r\n");
  expect(first).toBe(
    `"${"7".repeat(40)}","relay7","192.0.2.7 2001:db8::7","accept","accept ""x"""`,
  );
  expect(second).toContain(`,"'=1+1",`);
});

test("the firewall set has each address once, by family, and no empty list", () => {
  const text = exitsFirewall(EXITS, "2 exits", 443);
  expect(text.match(/192[.]0[.]2[.]7/g)).toHaveLength(1);
  expect(text).toMatch(/add element inet tor_exits tor_exits6 \{\n {2}2001:db8::7,\n\}/);
  expect(text).toContain("tcp dport 443");
  expect(exitsFirewall([], "0 exits", null)).not.toContain("add element");
});
