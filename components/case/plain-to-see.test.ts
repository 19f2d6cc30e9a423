import { expect, test } from "vitest";
import { plainToSee } from "./plain-to-see.ts";

test.each([
  ["an address turned round", "from \u202e1.2.0.291\u202c", "from \ufffd1.2.0.291\ufffd"],
  ["an isolate left open", "\u2067port 22", "\ufffdport 22"],
  ["controls", "a\0b\u0007c\u009bd", "a\ufffdb\ufffdc\ufffdd"],
  ["lines, tabs and every alphabet", "Grüße\r\n\tשלום\u200f, 你好", "Grüße\r\n\tשלום\u200f, 你好"],
])("%s: as long as before, and nothing acts", (_what, text, shown) => {
  expect(plainToSee(text)).toBe(shown);
  expect(plainToSee(text)).toHaveLength(text.length);
});
