import { expect } from "@playwright/test";
import { makeOwner, OPERATOR } from "./support/steps.ts";
import { test } from "./support/test.ts";

const PAGES = [
  "/",
  "/queue",
  "/cases/ABCD2345",
  "/relays",
  "/mailboxes",
  "/settings",
  "/people",
  "/start",
];

test("whoever is not signed in sees no page and changes nothing", async ({ page, desk }) => {
  await makeOwner(page);
  // The form as it is served, so that it can be posted without a browser, with scripts on too.
  const html = await (await page.request.get("/people")).text();
  const fields = hiddenFields(html);
  const post = async (login: string, changed: Record<string, string> = {}) =>
    await page.request.post("/people", {
      headers: { origin: desk.url },
      multipart: { ...fields, ...changed, login, role: "owner", password: "a password of twelve" },
    });
  const csrf = fields["csrf"] ?? "";
  await post("nora");
  await post("mallory", { csrf: "x".repeat(csrf.length) });
  await page.goto("/people");
  await expect(page.getByText("nora", { exact: true })).toHaveCount(1);
  await expect(page.getByText("mallory")).toHaveCount(0);

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  await post("mallory");
  for (const path of PAGES) {
    await page.goto(path);
    expect(new URL(page.url()).pathname).toBe("/sign-in");
  }

  await page.getByLabel("Login").fill(OPERATOR.login);
  await page.getByLabel("Password").fill("not the right words");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.locator("main").getByRole("alert")).toHaveCount(1);
  await expect(page.getByLabel("Login")).toHaveValue(OPERATOR.login);
  await page.getByLabel("Password").fill(OPERATOR.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/queue");
  await page.goto("/people");
  await expect(page.getByText("mallory")).toHaveCount(0);
});

test("an owner adds a person, who signs in with less", async ({ page }) => {
  await makeOwner(page);
  await page.goto("/settings");
  await page.getByRole("link", { name: "People" }).click();
  await page.getByLabel("Login").fill("nils");
  await page.getByLabel("Role").selectOption("read-only");
  await page.getByLabel("First password").fill("quiet harbour of stones");
  await page.getByRole("button", { name: "Add this person" }).click();
  await expect(page.getByText("nils can sign in now.")).toBeVisible();

  await page.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL("**/sign-in");
  await page.getByLabel("Login").fill("nils");
  await page.getByLabel("Password").fill("quiet harbour of stones");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL("**/queue");
  await page.goto("/settings");
  await expect(page.getByRole("link", { name: "People" })).toHaveCount(0);
});

/** Names and values of the hidden fields of the form that adds a person. */
function hiddenFields(html: string): Record<string, string> {
  const form = html.split("<form").find((part) => part.includes("First password")) ?? "";
  const fields: Record<string, string> = {};
  for (const [input] of form.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const [, name] = /name="([^"]*)"/.exec(input) ?? [];
    const [, value] = /value="([^"]*)"/.exec(input) ?? [];
    if (name) fields[name] = (value ?? "").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  }
  return fields;
}
