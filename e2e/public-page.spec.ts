import { expect, type Page } from "@playwright/test";
import { TORRC } from "./support/ssh-complaint.ts";
import { addTorrc, makeOwner, reloadUntil, signLetters } from "./support/steps.ts";
import { test } from "./support/test.ts";

test("a stranger reports abuse on the page of a relay, and the report becomes a case", async ({
  page,
  browser,
  desk,
}) => {
  test.setTimeout(120_000);
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await signLetters(page);
  const context = await browser.newContext({
    baseURL: desk.url,
    locale: "en-GB",
    javaScriptEnabled: false,
  });
  const stranger = await context.newPage();
  expect((await stranger.request.get("/exit/marigold/en")).status()).toBe(404);
  expect((await stranger.request.get("/exit")).status()).toBe(404);
  await publish(page);

  await stranger.goto("/exit/192.0.2.10");
  await expect(stranger).toHaveURL(/\/exit\/marigold\/en$/);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("192.0.2.10: a Tor exit");
  expect(await context.cookies()).toEqual([]);
  await noSidewaysScroll(stranger);

  await stranger.getByRole("link", { name: "Deutsch" }).click();
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText("192.0.2.10: ein Tor-Exit");
  await stranger.getByRole("link", { name: "English" }).click();

  await fill(stranger, { date: "2030-01-01" });
  await stranger.getByRole("button", { name: "Send the report" }).click();
  await expect(stranger.getByRole("alert")).toContainText("still to come");
  await expect(stranger.getByLabel("What happened")).toHaveValue("Logins as root & <admin>.");
  await stranger.getByLabel("Day").fill("2026-09-10");
  await stranger.getByRole("button", { name: "Send the report" }).click();
  await expect(stranger.getByRole("heading", { name: "Your report has arrived" })).toBeVisible();
  const [, reference = ""] = /received\/([A-Z2-9]{8})$/.exec(stranger.url()) ?? [];
  await expect(stranger.getByText(reference)).toBeVisible();
  expect(await context.cookies()).toEqual([]);
  await context.close();

  await page.goto("/queue?tab=open");
  await reloadUntil(page, "203.0.113.77");
  await page.locator('a[href^="/cases/"]').first().click();
  await expect(page.getByText("sender not verified").first()).toBeVisible();
  await expect(page.getByText("nora@shop.example").first()).toBeVisible();
});

test("the page is the same for everybody, cached, and takes only what it can read", async ({
  page,
  desk,
}) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await publish(page);
  const get = async (headers: Record<string, string> = {}) =>
    await fetch(`${desk.url}/exit/marigold/en`, { headers });
  const first = await get();
  const etag = first.headers.get("etag") ?? "";
  expect(first.headers.get("cache-control")).toBe("public, max-age=300");
  expect(first.headers.get("set-cookie")).toBeNull();
  expect(first.headers.get("content-security-policy")).toMatch(
    /^default-src 'none'; style-src 'sha256-/,
  );
  expect(first.headers.get("x-frame-options")).toBe("DENY");
  expect((await get({ "if-none-match": etag })).status).toBe(304);
  const led = await fetch(`${desk.url}/exit/marigold`, {
    redirect: "manual",
    headers: { "accept-language": "de-CH,de;q=0.9,en;q=0.5" },
  });
  expect([led.status, led.headers.get("location")]).toEqual([307, "/exit/marigold/de"]);
  expect(led.headers.get("vary")).toContain("Accept-Language");

  const post = async (init: RequestInit) =>
    (await fetch(`${desk.url}/exit/marigold/en`, { method: "POST", ...init })).status;
  const form = { "content-type": "application/x-www-form-urlencoded" };
  expect(await post({ headers: form, body: `what=${"x".repeat(10_000_000)}` })).toBe(413);
  expect(await post({ headers: { "content-type": "text/plain" }, body: "x" })).toBe(415);
  expect(await post({ headers: form, body: "port=22" })).toBe(422);
  expect(await post({ headers: { ...form, origin: "https://evil.example" }, body: "" })).toBe(403);
});

async function publish(page: Page): Promise<void> {
  await page.goto("/settings");
  await page.getByRole("link", { name: "Public pages" }).click();
  await page.getByLabel("The page is on").check();
  await page.getByLabel("It takes reports").check();
  await page
    .getByLabel("Name in the address")
    .locator("xpath=ancestor::form")
    .getByRole("button")
    .click();
  await page.waitForURL("**/settings/public-pages?saved=yes");
  await expect(page.getByRole("link", { name: "See it" })).toBeVisible();
}

async function fill(page: Page, given: { date: string }): Promise<void> {
  await page.getByLabel("Your address that was reached").fill("203.0.113.77");
  await page.getByLabel("Its port").fill("22");
  await page.getByLabel("Day").fill(given.date);
  await page.locator("#f-time").fill("10:04:11");
  await page.getByLabel("Zone of that time").selectOption("+02:00");
  await page.getByLabel("What it was").selectOption("logins");
  await page.getByLabel("What happened").fill("Logins as root & <admin>.");
  await page.getByLabel("Your e-mail address").fill("nora@shop.example");
}

async function noSidewaysScroll(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = await page
    .locator("body *")
    .evaluateAll(
      (all) => all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1).length,
    );
  expect(wide).toBe(0);
}
