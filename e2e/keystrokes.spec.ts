import { expect, type Page } from "@playwright/test";
import { alikeCases } from "./support/alike-cases.ts";
import { sshComplaint, TORRC } from "./support/ssh-complaint.ts";
import {
  addMailbox,
  addTorrc,
  deliverByLmtp,
  makeOwner,
  reloadUntil,
  signLetters,
} from "./support/steps.ts";
import { test } from "./support/test.ts";

/** The keyboard of a person whose strokes are counted; typed words count as one stroke a letter, and apart. */
class Strokes {
  count = 0;
  typed = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.#page.keyboard.press(key);
      this.count += 1;
    }
  }

  async type(text: string): Promise<void> {
    await this.#page.keyboard.type(text);
    this.typed += text.length;
  }
}

test("one fact is missing: Enter, type in the gap that has the focus, Ctrl+Enter", {
  tag: "@scripts",
}, async ({ page, dovecot, sink }) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, sshComplaint("GAPS01", "203.0.113.5"));
  await page.goto("/queue");
  await reloadUntil(page, /about 192\.0\.2\.10/);
  await expect(page.locator("[data-row]").first()).toBeFocused();

  const keys = new Strokes(page);
  await keys.press("Enter");
  await page.waitForURL("**/cases/*");
  await expect(page.locator("[data-gap]")).toHaveCount(1);
  await expect(page.locator("[data-gap]")).toBeFocused();
  await keys.type("Marga Lindqvist");
  await keys.press("Control+Enter");
  await page.waitForURL("**/queue?sent=*");
  expect(keys.count).toBe(2);

  await page.keyboard.press("z");
  await page.waitForURL("**/cases/*");
  await page.goto("/queue?tab=waiting");
  await expect(page.locator("[data-row]")).toHaveCount(0);
});

test("the sample mailbox: a provider's form, junk, a duplicate, and keys that do less where more is at stake", {
  tag: "@scripts",
}, async ({ page }) => {
  await makeOwner(page);
  await signLetters(page);
  await page.goto("/start");
  await page.getByRole("button", { name: "Load the sample mailbox" }).click();
  await page.waitForURL("**/queue");
  await page.goto("/queue?tab=counsel");
  await reloadUntil(page, "Child abuse material");

  await test.step("a form with k fields: 2 + k", async () => {
    await page.goto("/queue?tab=ready");
    const keys = new Strokes(page);
    await focusRow(page, "Lowland Hosting");
    await keys.press("Enter");
    await page.waitForURL("**/cases/*");
    await expect(page.locator("[data-submitted]")).toBeVisible();
    const before = page.url();
    const fields = page.locator("[data-portal]").locator("input, textarea");
    const k = await fields.count();
    expect(k).toBeGreaterThan(1);
    for (let at = 0; at < k; at += 1) {
      await keys.press("y");
      await expect(fields.nth(at)).toBeFocused();
    }
    await keys.press("Shift+Y");
    await expect(page).not.toHaveURL(before);
    expect(keys.count).toBe(2 + k);
  });

  await test.step("junk: 2", async () => {
    const keys = new Strokes(page);
    await page.goto("/queue?tab=open");
    await expect(page.locator("[data-row]").first()).toBeFocused();
    await keys.press("3");
    await page.waitForURL("**/cases/*");
    await expect(page.locator("#close-reason")).toBeFocused();
    const junk = page.url();
    await keys.press("3");
    await expect(page).not.toHaveURL(junk);
    expect(keys.count).toBe(2);
    await page.goto("/queue?tab=done");
    await expect(page.locator("[data-row]").first()).toBeVisible();
  });

  await test.step("the same as another: the place to say which has the focus", async () => {
    await page.goto("/queue?tab=open");
    await page.keyboard.press("2");
    await page.waitForURL("**/cases/*");
    await expect(page.locator("[data-same], #join-into").first()).toBeFocused();
  });

  await test.step("police and threats: no letter by one key", async () => {
    await page.goto("/queue?tab=counsel");
    await expect(page.locator("[data-row]").first()).toBeFocused();
    await page.keyboard.press("Enter");
    await page.waitForURL("**/cases/*");
    const before = page.url();
    await page.keyboard.press("Control+Enter");
    await page.waitForTimeout(1_000);
    expect(new URL(page.url()).pathname).toBe(new URL(before).pathname);
  });

  await test.step("a field takes letters for itself; Escape leaves it, then the page", async () => {
    await page.keyboard.press("n");
    await expect(page.locator("#case-note")).toBeFocused();
    await page.keyboard.type("3z?/k");
    await expect(page.locator("#case-note")).toHaveValue("3z?/k");
    await page.keyboard.press("Escape");
    await expect(page.locator("#case-note")).not.toBeFocused();
    await page.keyboard.press("Escape");
    await page.waitForURL("**/queue");
  });

  await test.step("the list of keys, the palette, two keys after each other", async () => {
    await page.keyboard.press("?");
    await expect(page.getByRole("heading", { name: "Keys of this page" })).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("heading", { name: "Keys of this page" })).toBeHidden();
    await page.keyboard.press("Control+k");
    await expect(page.locator("#palette-find")).toBeFocused();
    await page.keyboard.type("templ");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/templates");
    await expect(page.getByRole("heading", { level: 1, name: "Templates" })).toBeVisible();
    await page.keyboard.press("g");
    await page.keyboard.press("r");
    await page.waitForURL("**/relays");
  });

  await test.step("single keys can be switched off", async () => {
    await page.goto("/look");
    await page.getByLabel("Keys", { exact: true }).selectOption("off");
    await page.getByRole("button", { name: "Save" }).click();
    await page.waitForURL("**/look?saved=yes");
    await page.locator("main").press("g");
    await page.locator("main").press("r");
    await page.waitForTimeout(500);
    expect(new URL(page.url()).pathname).toBe("/look");
    await page.keyboard.press("Control+k");
    await expect(page.locator("#palette-find")).toBeFocused();
  });
});

test("forty alike: 6 with the number typed, and one more takes all of it back", {
  tag: "@scripts",
}, async ({ page, desk, context }) => {
  await alikeCases(desk, context, 40);
  await page.goto("/queue?type=bruteforce");
  await expect(page.locator("[data-row]").first()).toBeFocused();

  const keys = new Strokes(page);
  await keys.press("*");
  await page.waitForURL("**/queue/alike/*");
  await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(40);
  await expect(page.locator("[data-row]").first()).toBeFocused();
  await keys.press("Shift+Enter");
  await page.waitForURL("**/queue/chosen?*");
  await page.waitForLoadState("networkidle");
  await keys.press("Control+Enter");
  await expect(page.locator("#bulk-number")).toBeFocused();
  await keys.press("4", "0", "Enter");
  await page.waitForURL("**/queue/together/*");
  await expect(page.getByText("40 cases are answered.")).toBeVisible();
  expect(keys.count).toBe(6);

  await page.waitForLoadState("networkidle");
  await page.keyboard.press("z");
  await expect(page.getByText("40 cases were taken back.")).toBeVisible();
});

/** Where a row stands in the list is not what is counted. */
async function focusRow(page: Page, text: string): Promise<void> {
  const row = page.locator("li", { hasText: text }).locator("[data-row]").first();
  await row.focus();
  await expect(row).toBeFocused();
}
