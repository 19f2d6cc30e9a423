import fc from "fast-check";
import { expect, test } from "vitest";
import { isEasyPassword } from "./easy-password.ts";

test.each([
  "aaaaaaaaaaaa",
  "abcabcabcabc",
  "123456789012",
  "qwertyuiop12",
  "1qaz2wsx3edc",
  "1q2w3e4r5t6y",
  "yxcvbnmasdfghjkl",
  "password1234",
  "P@ssw0rd1234",
  "Passwort2026",
  "iloveyou1234",
  "welcome2026!",
  "exitdesk2026",
  "ADALOVELACE1",
  "adalovelace2026",
])("%s is easy", (password) => {
  expect(isEasyPassword(password, "adalovelace")).toBe(true);
});

test.each([
  "correct horse battery",
  "seven quiet relays at night",
  "a password of twelve",
  "test-password-1234",
  "kumquat ladder",
  "password hummed under tram",
])("%s is not", (password) => {
  expect(isEasyPassword(password, "ada")).toBe(false);
});

test("letters by chance are never easy, and no text makes it slow or fail", {
  timeout: 30_000,
}, () => {
  const letters = [..."abcdefghijklmnopqrstuvwxyz0123456789"];
  const random = fc.string({ unit: fc.constantFrom(...letters), minLength: 16, maxLength: 64 });
  // Of 16 letters by chance three pieces would be a word of the list after another: 1 in 10^15.
  fc.assert(
    fc.property(random, (text) => new Set(text).size < 8 || !isEasyPassword(text, "ada")),
    { numRuns: 40 },
  );
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
      expect(typeof isEasyPassword(text, "ada")).toBe("boolean");
    }),
  );
});
