import { expect, test } from "vitest";
import { hashPassword, isPassword, refusePassword } from "./password.ts";

test("a password is taken whole: 512 signs of two units each, and nothing behind them", async () => {
  const signs = [...Array(512).keys()].map((n) => String.fromCodePoint(0x1f600 + (n % 60)));
  const password = signs.join("");
  expect(refusePassword(password, "ada")).toBeNull();
  expect(refusePassword(`${password}x`, "ada")).toMatchObject({ code: "bad-password" });
  const hash = await hashPassword(password);
  expect(await isPassword(hash, password)).toBe(true);
  for (const other of [signs.slice(1).join(""), `${password}x`, `${password}${password}`])
    expect(await isPassword(hash, other)).toBe(false);
});

test("the same keys on another system make the same password", async () => {
  const hash = await hashPassword("cafe\u0301 by the harbour");
  expect(await isPassword(hash, "caf\u00e9 by the harbour")).toBe(true);
});

test("no composition rules: small letters alone will do", () => {
  expect(refusePassword("kumquatladder", "ada")).toBeNull();
});
