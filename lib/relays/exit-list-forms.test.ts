import { expect, test } from "vitest";
import { EXIT_LIST_FORMS, EXIT_LISTS, type ExitListForm } from "./exit-list-forms.ts";

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

const written = (form: ExitListForm, exits = EXITS, port: number | null = 443) =>
  EXIT_LISTS[form].write({ exits, about: "2 exits", port });

test("the list has one exit a line", () => {
  expect(written("list").split("\n")[0]).toBe(
    `${"7".repeat(40)}  relay7  192.0.2.7,2001:db8::7  accept  accept "x"`,
  );
});

test("no cell of the CSV is calculated by a spreadsheet, and quotes are doubled", () => {
  const [, first, second] = written("csv").split("\r\n");
  expect(first).toBe(
    `"${"7".repeat(40)}","relay7","192.0.2.7 2001:db8::7","accept","accept ""x"""`,
  );
  expect(second).toContain(`,"'=1+1",`);
});

const BLOCKING = EXIT_LIST_FORMS.filter((form) => form !== "csv" && form !== "list");

test.each(BLOCKING)("%s has each address once, says what it is, and stands without any", (form) => {
  const text = written(form);
  expect(text.match(/192[.]0[.]2[.]7\b/g)).toHaveLength(1);
  expect(text.match(/2001:db8::7\b/g)).toHaveLength(1);
  expect(text).toContain("# 2 exits\n");
  expect(text).toContain("fairer than blocking Tor wholesale");
  expect(written(form, [])).not.toContain("192.0.2.7");
});

test.each(BLOCKING)("no word of the question gets out of its comment in %s", (form) => {
  const text = EXIT_LISTS[form].write({
    exits: [],
    about: "a\nflush ruleset\r\u2028deny all;",
    port: 1,
  });
  expect(text).not.toMatch(/^(?:flush ruleset|deny all)/m);
  expect(text).toContain("# a flush ruleset deny all;");
});

test("nft gets no empty list, and every set names the port where the form can", () => {
  expect(written("nftables", [])).not.toContain("add element");
  for (const form of ["nftables", "ipset", "iptables"] as const) {
    expect(written(form)).toMatch(/dport 443/);
    expect(written(form, EXITS, null)).not.toContain("dport");
  }
});
