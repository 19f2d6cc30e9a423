import { expect, test } from "vitest";
import { receivedAtOf } from "./received-at.ts";

function at(...lines: string[]): string | null {
  const instant = receivedAtOf(
    new TextEncoder().encode(
      `${lines.join("\r\n")}\r\n\r\nDate: Fri, 01 Jan 2038 00:00:00 +0000\r\n`,
    ),
  );
  return instant === null ? null : new Date(instant).toISOString();
}

test.each([
  [
    "the newest server's stamp",
    [
      "Received: from a by b;\r\n\tTue, 3 Feb 2026 06:00:00 +0100",
      "Received: from c by a; Tue, 3 Feb 2026 04:59:00 +0000",
      "Date: Tue, 3 Feb 2026 04:00:00 +0000",
    ],
    "2026-02-03T05:00:00.000Z",
  ],
  [
    "the Date of a mail without stamps",
    ["date: Tue, 3 Feb 2026 04:00:00 +0000"],
    "2026-02-03T04:00:00.000Z",
  ],
  [
    "the stamp when the Date cannot be read",
    ["Received: from a by b; Tue, 3 Feb 2026 06:00:00 +0000", "Date: yesterday"],
    "2026-02-03T06:00:00.000Z",
  ],
])("a mail arrived at %s", (_name, lines, expected) => {
  expect(at(...lines)).toBe(expected);
});

test("a mail that names no time has none, whatever its body says", () => {
  expect(at("Subject: hello", "Received: from a by b")).toBeNull();
  expect(receivedAtOf(new Uint8Array())).toBeNull();
});
