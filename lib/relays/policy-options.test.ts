import { expect, test } from "vitest";
import { policyCommand, policyOptions, wishedLines } from "./policy-options.ts";

function reply(...texts: string[]) {
  return { status: 250, lines: texts.map((text) => ({ text, data: [] })) };
}
const OWN = ["accept *:443, accept *:22", "reject *:*"];

test("the lines come in tor's order, and an exit with lines of its own may have more", () => {
  const answer = reply(...OWN.map((line) => `ExitPolicy=${line}`), "ExitRelay=auto");
  expect(policyOptions(answer)).toEqual({ lines: OWN, flaw: null });
});

test.each([
  ["is no exit", ["ExitPolicy", "ReducedExitPolicy=0", "IPv6Exit=0", "ExitRelay=auto"], /make it/],
  ["was told to be none", ["ExitPolicy=accept *:1", "ExitRelay=0"], /ExitRelay is 0/],
  ["has quotes", ['ExitPolicy="accept *:1"', "ExitRelay=1"], /quotation marks/],
])("a relay that %s is left alone", (_what, lines, why) => {
  expect(policyOptions(reply(...lines)).flaw).toMatch(why);
});

test.each([
  ["reduced policy", ["ExitPolicy", "ReducedExitPolicy=1", "ExitRelay=auto"]],
  ["default policy", ["ExitPolicy", "ReducedExitPolicy=0", "ExitRelay=1"]],
])("a %s may have lines in front of it", (_what, lines) => {
  expect(policyOptions(reply(...lines))).toEqual({ lines: [], flaw: null });
});

test("lines go in front once, and come out without touching the operator's own", () => {
  const put = ["reject 203.0.113.5:22"];
  const after = wishedLines(OWN, { put });
  expect(after).toEqual([...put, ...OWN]);
  expect(wishedLines(after, { put: ["reject  203.0.113.5:22"] })).toEqual(after);
  expect(wishedLines(after, { take: put })).toEqual(OWN);
  expect(wishedLines(OWN, { take: put })).toEqual(OWN);
  expect(wishedLines([...put, ...put, ...OWN], { take: put })).toEqual([...put, ...OWN]);
});

test("a line can end neither its quotes nor the command", () => {
  const hostile = 'reject *:22"\r\nQUIT \\';
  expect(policyCommand([hostile])).toBe('SETCONF ExitPolicy="reject *:22\\"QUIT \\\\"');
  expect(policyCommand([])).toBe("RESETCONF ExitPolicy");
});
