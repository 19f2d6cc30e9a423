import { expect } from "@playwright/test";
import { aDnsServer } from "../lib/testing/a-dns-server.ts";
import { TORRC } from "./support/ssh-complaint.ts";
import { addTorrc, makeOwner, reloadUntil, signLetters } from "./support/steps.ts";
import { test } from "./support/test.ts";

test("the desk asks no list until it is told to, and tells what is expected from what is not", async ({
  page,
}) => {
  test.setTimeout(120_000);
  const names = await aDnsServer((name) => {
    if (name.endsWith("rbl.efnetrbl.org"))
      return name.startsWith("10.2.0.192.") ? { a: ["127.0.0.4"] } : listing(name);
    if (name.endsWith("psbl.surriel.com"))
      return name.startsWith("10.2.0.192.")
        ? { a: ["127.0.0.2"], txt: "seen here" }
        : listing(name);
    return { rcode: "NXDOMAIN" };
  });
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await page.goto("/blocks");
  await expect(page.getByText("The desk asks no blocklist")).toBeVisible();
  expect(names.asked).toEqual([]);
  await page.getByLabel("Ask these lists about our addresses").check();
  for (const box of await page.locator('input[name="lists"]').all()) await box.uncheck();
  await page.getByLabel("EFnet RBL").check();
  await page.getByLabel("PSBL").check();
  await page.getByLabel("Resolvers").fill(names.server);
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/blocks?saved=look-ups");
  await reloadUntil(page, "sound");
  await page.getByRole("button", { name: "Ask again now" }).click();
  await reloadUntil(page, "Worth an answer");
  await reloadUntil(page, "Expected: listed as a Tor exit");
  await expect(page.getByText("It says: seen here")).toBeVisible();
  await page.getByRole("link", { name: "Write to them" }).click();
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("PSBL");
  expect(names.asked.every((name) => /efnetrbl|psbl/.test(name))).toBe(true);
  await names.close();
});

function listing(name: string) {
  return name.startsWith("2.0.0.127.") ? { a: ["127.0.0.2"] } : { rcode: "NXDOMAIN" as const };
}

test("who blocks us is noted, written to, and comes back on its day", async ({ page }) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await signLetters(page);
  await page.goto("/blocks");
  await page.getByRole("link", { name: "Networks and sites" }).click();
  await page.getByRole("link", { name: "Add one" }).click();
  await page.getByLabel("Name", { exact: true }).fill("ExampleNet");
  await page.getByLabel("How to reach them").fill("opers@irc.example");
  await page.getByLabel("Since").fill("2026-02-01");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/networks\/[0-9a-f-]{36}$/);
  await page.getByLabel("Language of the letter").selectOption("de");
  await page.getByRole("button", { name: "Show it in this language" }).click();
  const text = page.locator("#letter-text");
  await expect(text).toHaveValue(/das Exit-Relay mit der Adresse 192\.0\.2\.10/);
  await expect(text).toHaveValue(/seit 2026-02-01/);
  await text.fill(`${await text.inputValue()}\n[[gap]]`);
  await page.getByRole("button", { name: "I sent this" }).click();
  await expect(page.locator("main").getByRole("alert")).toContainText("[[gap]]");
  await expect(text).toHaveValue(/\[\[gap\]\]/);
  await text.fill((await text.inputValue()).replace("[[gap]]", ""));
  await page.getByRole("button", { name: "I sent this" }).click();
  await expect(page.locator("li span", { hasText: /^asked$/ })).toBeVisible();
  await page.getByLabel("What happened").fill("They think about it.");
  await page.getByRole("button", { name: "Keep the note" }).click();
  await expect(page.getByText("Note: They think about it.")).toBeVisible();
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
  await page.goto("/blocks/networks");
  await expect(page.getByRole("link", { name: "ExampleNet" })).toBeVisible();
  await expect(page.getByText("look again")).toBeVisible();
});
