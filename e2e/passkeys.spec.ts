import { type BrowserContext, expect, type Page } from "@playwright/test";
import { makeOwner, OPERATOR } from "./support/steps.ts";
import { test as base } from "./support/test.ts";

/** Browsers offer passkeys at localhost, not at 127.0.0.1. */
const test = base.extend({
  baseURL: async ({ desk }, use) => await use(desk.url.replace("127.0.0.1", "localhost")),
  // It watches for requests to other names than 127.0.0.1.
  quiet: async ({ desk: _ }, use) => {
    await use(undefined);
  },
});

/** A device with a finger print reader, as Chromium's protocol plays one. */
async function withAuthenticator(context: BrowserContext, page: Page) {
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  const { authenticatorId } = await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { devtools, authenticatorId };
}

test("a passkey signs in without password and code; a removed one does not @scripts", async ({
  page,
  context,
}) => {
  await makeOwner(page);
  const { devtools, authenticatorId } = await withAuthenticator(context, page);
  await page.goto("/security");
  const card = page.locator("section", { hasText: "A key in your device" });
  await card.getByLabel("Name of the device").fill("Laptop");
  await card.getByLabel("Your password").fill("not the right words");
  await card.getByRole("button", { name: "Add a passkey" }).click();
  await expect(card.getByRole("alert")).toHaveCount(1);
  await card.getByLabel("Your password").fill(OPERATOR.password);
  await card.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByText("The passkey is kept.")).toBeVisible();
  await expect(page.getByText("for localhost")).toBeVisible();
  const { credentials } = await devtools.send("WebAuthn.getCredentials", { authenticatorId });
  expect(credentials).toHaveLength(1);

  const enter = async () => {
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/sign-in");
    await page.getByRole("button", { name: "Use a passkey" }).click();
  };
  await enter();
  await page.waitForURL("**/queue");
  await page.goto("/security");
  await expect(page.getByText("last used")).toBeVisible();
  await page.getByRole("button", { name: "Remove the passkey Laptop" }).click();
  await expect(page.getByText("Removed.")).toBeVisible();
  await enter();
  await expect(page.locator("main").getByRole("alert")).toContainText("opens nothing here");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
});

test("at an address without passkeys the page says so @scripts", async ({ page, desk }) => {
  await page.goto(desk.url);
  await page.getByLabel("Login").fill(OPERATOR.login);
  await page.getByLabel("Password", { exact: true }).fill(OPERATOR.password);
  await page.getByLabel("The same password again").fill(OPERATOR.password);
  await page.getByRole("button", { name: "Make the account" }).click();
  await page.waitForURL("**/start");
  await page.goto(`${desk.url}/security`);
  const card = page.locator("section", { hasText: "A key in your device" });
  await card.getByLabel("Name of the device").fill("Laptop");
  await card.getByLabel("Your password").fill(OPERATOR.password);
  await card.getByRole("button", { name: "Add a passkey" }).click();
  await expect(card.getByRole("alert")).toContainText("begins with https");
});
