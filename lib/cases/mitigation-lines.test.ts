import { expect, test } from "vitest";
import { mitigationLines } from "./mitigation-lines.ts";

test("lines come with or without the option's name, several in one, and are kept once", () => {
  const text = "ExitPolicy reject 203.0.113.5:22, reject *:6667\n# why\n\nreject  203.0.113.5:22";
  expect(mitigationLines(text)).toEqual({
    ok: true,
    lines: ["reject 203.0.113.5:22", "reject *:6667"],
  });
  expect(mitigationLines("reject6 [2001:db8::5]:*")).toMatchObject({ ok: true });
});

test.each([
  ["nothing", " \n# only a comment", /at least one line/],
  ["a line that opens", "reject *:25, accept *:22", /"accept \*:22" does not close/],
  ["a line tor does not read", "reject 203.0.113.5:99999", /tor would not take this/],
  ["another option", "reject *:22\nControlPort 9051", /does not close/],
  ["quotes", 'reject *:22" ControlPort="9051', /does not close/],
])("%s is refused in one line", (_what, text, why) => {
  expect(mitigationLines(text)).toMatchObject({ ok: false, text: expect.stringMatching(why) });
});
