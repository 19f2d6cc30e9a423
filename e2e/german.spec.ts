import { expect } from "@playwright/test";
import { sshComplaint, TORRC } from "./support/ssh-complaint.ts";
import {
  addMailbox,
  addTorrc,
  deliverByLmtp,
  makeOwner,
  OPERATOR,
  reloadUntil,
} from "./support/steps.ts";
import { test } from "./support/test.ts";

test("the desk speaks German to who wants it, and letters keep their own language", async ({
  page,
  dovecot,
  sink,
}) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, sshComplaint("AAAA1111", "203.0.113.5"));
  await page.goto("/queue");
  await reloadUntil(page, /192\.0\.2\.10/);

  await page.goto("/settings");
  await page.getByLabel("Language of the pages").selectOption("de");
  await page.getByLabel("Your zone").fill("Mars/Olympus");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await expect(page.getByText("No such zone is known")).toBeVisible();
  await page.getByLabel("Language of the pages").selectOption("de");
  await page.getByLabel("Your zone").fill("Europe/Berlin");
  await page.getByRole("button", { name: "Save", exact: true }).first().click();
  await page.waitForURL("**/settings?saved=reader");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { name: "Einstellungen" })).toBeVisible();

  await page.goto("/queue");
  await expect(page).toHaveTitle(/^Eingang/);
  await expect(page.getByRole("heading", { name: "Eingang" })).toBeVisible();
  // A name of the list of filters too.
  const row = page.locator("li", { has: page.locator("[data-row]") });
  await expect(row.getByText("Unser Relay, Port erlaubt")).toBeVisible();
  await page.locator("[data-row]").click();
  await page.waitForURL("**/cases/*");
  await expect(page.getByRole("heading", { name: "Was wir antworten" })).toBeVisible();
  await expect(page.getByText("Unser Relay, Port erlaubt").first()).toBeVisible();
  await expect(page.getByText(/\(\d\d:\d\d UTC\+[12]\)/).first()).toBeVisible();
  // The complaint is English, and so is the letter.
  await expect(page.getByLabel("Brief", { exact: true })).toHaveValue(/relay/);
  await expect(page.getByLabel("Brief", { exact: true })).not.toHaveValue(/Sehr geehrte/);

  // A refusal is said in German too.
  await page.getByLabel("Gehört zu Fall").fill("ZZZZ9999");
  await page.getByRole("button", { name: "Zusammenlegen" }).click();
  await expect(page.getByText("Das gibt es nicht (Fall)")).toBeVisible();
});

test("before signing in, this browser's language is chosen and kept", async ({ page, context }) => {
  await makeOwner(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  await page.getByRole("button", { name: "Deutsch" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.getByLabel("Anmeldename").fill(OPERATOR.login);
  await page.getByLabel("Passwort").fill("not the password");
  await page.getByRole("button", { name: "Anmelden" }).click();
  await expect(page.getByText("Anmeldename und Passwort passen nicht zusammen")).toBeVisible();
  const cookies = await context.cookies();
  expect(cookies.find(({ name }) => name.endsWith("exitdesk-language"))?.value).toBe("de");
});
