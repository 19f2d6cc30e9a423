import { expect, test } from "vitest";
import { withoutPgpArmour } from "./pgp-text.ts";

const SIGNATURE = "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----";
const signed = (text: string, headers = "Hash: SHA256\n") =>
  `-----BEGIN PGP SIGNED MESSAGE-----\n${headers}\n${text}\n${SIGNATURE}\n`;
const escaped = (text: string) => text.replace(/^-/gm, "- -");

test.each([
  ["a signed text", signed("Hello"), "Hello\n"],
  ["text around it", `before\n${signed("Hello")}after`, "before\nHello\nafter"],
  ["dash-escapes", signed("- ---Start ACNS XML\n- - item"), "---Start ACNS XML\n- item\n"],
  ["two levels", signed(escaped(signed("- x"))), "x\n\n"],
  ["no hash header", signed("Hello", ""), "Hello\n"],
  ["no signature block", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\nHello", "Hello"],
  ["nothing signed", "- a list\n- stays", "- a list\n- stays"],
])("%s", (_what, text, plain) => {
  expect(withoutPgpArmour(text)).toBe(plain);
});
