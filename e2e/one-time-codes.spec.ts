import { expect, type Page } from "@playwright/test";
import { codeOf, makeOwner, OPERATOR } from "./support/steps.ts";
import { test } from "./support/test.ts";

async function signOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
}

async function firstStep(page: Page): Promise<void> {
  await page.getByLabel("Login").fill(OPERATOR.login);
  await page.getByLabel("Password").fill(OPERATOR.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.waitForURL("**/sign-in/code");
}

async function secondStep(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Go on" }).click();
}

test("one-time codes: set up, asked for at sign-in, each once, recovered, switched off", async ({
  page,
}) => {
  await makeOwner(page);
  await page.goto("/security");
  await page.getByRole("link", { name: "Set up or change one-time codes" }).click();
  await page.getByLabel("Your password").fill(OPERATOR.password);
  await page.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("img", { name: "The secret as a picture" })).toBeVisible();
  const shown = (await page.locator("main code").textContent()) ?? "";
  const secret = shown.replace(/\s/g, "");
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  await page.getByLabel("The code your app shows now").fill("000000");
  await page.getByRole("button", { name: "Switch codes on" }).click();
  await expect(page.locator("main").getByRole("alert")).toContainText("not the code");
  const used = await codeOf(secret);
  await page.getByLabel("The code your app shows now").fill(used);
  await page.getByRole("button", { name: "Switch codes on" }).click();
  await expect(page.getByRole("heading", { name: "Your recovery codes" })).toBeVisible();
  const codes = await page.locator("main .mono li").allInnerTexts();
  expect(codes).toHaveLength(10);
  expect(await page.content()).not.toContain(secret);

  await signOut(page);
  await firstStep(page);
  // Half a sign-in opens nothing.
  await page.goto("/queue");
  expect(new URL(page.url()).pathname).toBe("/sign-in");
  await page.goto("/sign-in/code");
  await secondStep(page, used);
  await expect(page.locator("main").getByRole("alert")).toContainText("used already");
  await secondStep(page, await codeOf(secret, 1));
  await page.waitForURL("**/queue");

  await signOut(page);
  await firstStep(page);
  await secondStep(page, codes[0]?.toLowerCase() ?? "");
  await page.waitForURL("**/queue");
  await page.goto("/security");
  await expect(page.getByText("9 recovery codes are left.")).toBeVisible();

  await page.goto("/security/codes");
  const off = page.locator("section", { hasText: "Also the way to a new telephone" });
  await off.getByLabel("Your password").fill(OPERATOR.password);
  await off.getByLabel("Code of your app").fill(codes[1] ?? "");
  await off.getByRole("button", { name: "Switch codes off" }).click();
  await expect(page.getByText("One-time codes are off.")).toBeVisible();
});
