import { expect, type Page } from "@playwright/test";
import { makeOwner, OPERATOR } from "./support/steps.ts";
import { test } from "./support/test.ts";

const NILS = { login: "nils", password: "quiet harbour of stones" };

async function invitation(page: Page): Promise<string> {
  await page.goto("/people");
  await page.getByLabel("For whom").fill("Nils");
  await page.getByLabel("They join as").selectOption("operator");
  await page.getByRole("button", { name: "Make the link" }).click();
  return (await page.locator("main code").textContent()) ?? "";
}

async function join(page: Page, link: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Login").fill(NILS.login);
  await page.getByLabel("Password", { exact: true }).fill(NILS.password);
  await page.getByLabel("The same password again").fill(NILS.password);
  await page.getByRole("button", { name: "Join" }).click();
  await page.waitForURL("**/queue");
}

test("an invitation lets one person in, who is signed out and in again as the owner says", async ({
  page,
  browser,
  desk,
}) => {
  const baseURL = desk.url;
  await makeOwner(page);
  const link = await invitation(page);
  expect(link).toContain(`${baseURL}/join/`);
  const other = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const nils = await other.newPage();
  await join(nils, link);
  await nils.goto(link);
  await expect(nils.getByRole("heading", { name: "not open" })).toBeVisible();
  expect((await nils.goto("/people"))?.status()).toBe(404);

  await page.goto("/people");
  await page.getByRole("link", { name: "Manage nils" }).click();
  await page.getByLabel("Role").selectOption("read-only");
  await page.getByRole("button", { name: "Change the role" }).click();
  await expect(page.getByText("Done.")).toBeVisible();
  await nils.goto("/queue");
  expect(new URL(nils.url()).pathname).toBe("/sign-in");
  await page.getByRole("button", { name: "Close the account" }).click();
  await expect(page.getByRole("button", { name: "Let them sign in again" })).toBeVisible();
  await nils.getByLabel("Login").fill(NILS.login);
  await nils.getByLabel("Password").fill(NILS.password);
  await nils.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(nils.locator("main").getByRole("alert")).toHaveCount(1);
  await other.close();
});

test("one's sessions: another browser is listed, ended, and ended by a new password too", async ({
  page,
  browser,
  desk,
}) => {
  const baseURL = desk.url;
  await makeOwner(page);
  const signIn = async () => {
    const context = await browser.newContext({ baseURL });
    const there = await context.newPage();
    await there.goto("/sign-in");
    await there.getByLabel("Login").fill(OPERATOR.login);
    await there.getByLabel("Password").fill(OPERATOR.password);
    await there.getByRole("button", { name: "Sign in", exact: true }).click();
    await there.waitForURL("**/queue");
    return there;
  };
  const second = await signIn();
  await page.goto("/security");
  await expect(page.getByText("this one", { exact: true })).toHaveCount(1);
  await page.getByRole("button", { name: "End the session" }).click();
  await expect(page.getByText("Ended.")).toBeVisible();
  await second.goto("/queue");
  expect(new URL(second.url()).pathname).toBe("/sign-in");

  const third = await signIn();
  await page.goto("/security");
  await page.getByLabel("Present password").fill(OPERATOR.password);
  await page.getByLabel("New password", { exact: true }).fill("eight loud relays at noon");
  await page.getByLabel("The new password again").fill("eight loud relays at noon");
  await page.getByRole("button", { name: "Change it" }).click();
  await expect(page.getByText("The password is changed.")).toBeVisible();
  await third.goto("/queue");
  expect(new URL(third.url()).pathname).toBe("/sign-in");
});

test("a role that needs one-time codes is led to them before anything else", async ({ page }) => {
  await makeOwner(page);
  await page.goto("/people");
  await page.getByRole("checkbox", { name: "Owner" }).check();
  await page.getByRole("button", { name: "Keep this" }).click();
  await page.waitForURL("**/security/codes");
  await expect(page.getByText("Your role needs one-time codes.")).toBeVisible();
  await page.goto("/settings");
  expect(new URL(page.url()).pathname).toBe("/security/codes");
});
