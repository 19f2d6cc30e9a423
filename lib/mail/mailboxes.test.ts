import { expect, test } from "vitest";
import { readMailboxes } from "./mailboxes.ts";

test.each([
  [" Abuse Desk <abuse@hoster.example>\r\n", [["Abuse Desk", "abuse@hoster.example"]]],
  [" abuse@hoster.example", [["", "abuse@hoster.example"]]],
  [" <abuse@hoster.example>", [["", "abuse@hoster.example"]]],
  [' "Desk, Abuse" <a@b.example>', [["Desk, Abuse", "a@b.example"]]],
  [" =?utf-8?q?J=C3=B6rg?= <j@b.example>", [["Jörg", "j@b.example"]]],
  [
    " One <a@b.example>, two@c.example",
    [
      ["One", "a@b.example"],
      ["", "two@c.example"],
    ],
  ],
  [
    " Team: a@b.example, c@d.example;",
    [
      ["", "a@b.example"],
      ["", "c@d.example"],
    ],
  ],
  [" nobody", []],
  [" \r\n", []],
])("%j", (raw, expected) => {
  expect(readMailboxes(raw).map(({ name, address }) => [name, address])).toEqual(expected);
});

test("a common address and the same one written oddly are read alike", () => {
  expect(readMailboxes(" Abuse Desk <abuse@hoster.example>")).toEqual(
    readMailboxes(' "Abuse Desk" (team) < abuse@hoster.example >'),
  );
});
