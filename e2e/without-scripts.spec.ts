import { expect, type Page } from "@playwright/test";
import { sshComplaint, TORRC } from "./support/ssh-complaint.ts";
import {
  addMailbox,
  addTorrc,
  codeOf,
  deliverByLmtp,
  makeOwner,
  OPERATOR,
  reloadUntil,
  signLetters,
  switchCodesOn,
} from "./support/steps.ts";
import { test } from "./support/test.ts";

// The whole way in one go, as in Tor Browser's "Safest"; the tag makes it run once, its scripts are off all the same.
test.use({ javaScriptEnabled: false });

test("without scripts: correct, edit, send, undo, join, search, upload, settings, sign in with a code", {
  tag: "@scripts",
}, async ({ page, dovecot, sink }) => {
  test.setTimeout(240_000);
  await makeOwner(page);
  await signLetters(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, sshComplaint("AAAA01", "203.0.113.5"));
  await deliverByLmtp(dovecot, sshComplaint("BBBB02", "203.0.113.6"));
  await page.goto("/queue");
  await reloadUntil(page, /203\.0\.113\.5/);
  await reloadUntil(page, /203\.0\.113\.6/);
  await openCase(page, "203.0.113.5");

  await test.step("correct a fact, and take it back", async () => {
    await page.locator("pre a", { hasText: "203.0.113.5" }).first().click();
    const panel = page.getByRole("region", { name: /203\.0\.113\.5$/ });
    await panel.getByLabel("What it is").fill("203.0.113.7");
    await panel.getByRole("button", { name: "Correct it" }).click();
    await expect(page.getByText("One correction")).toBeVisible();
    await page.getByText("One correction").click();
    await page.getByRole("button", { name: "Take back:" }).click();
    await expect(page.getByText("taken back by")).toBeAttached();
  });

  await test.step("edit, keep, send, undo", async () => {
    await page.getByLabel("Letter", { exact: true }).fill("Words of ours, kept first.");
    await page.getByRole("button", { name: "Save draft" }).click();
    await expect(page.getByLabel("Letter", { exact: true })).toHaveValue(
      "Words of ours, kept first.",
    );
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.waitForURL("**?sent=*");
    await page.getByRole("button", { name: "Undo" }).click();
    await page.waitForURL(/\/cases\/[^?]+$/);
    await page.waitForTimeout(17_000);
    expect(sink.mails).toHaveLength(0);
  });

  await test.step("join two cases, and take it back", async () => {
    const first = page.url();
    await page.goto("/queue");
    await openCase(page, "203.0.113.6");
    const said = (await page.getByText(/^case [A-Z0-9]{8}$/).textContent()) ?? "";
    const ref = said.replace("case ", "");
    await page.goto(first);
    await page.locator("#join-into").fill(ref);
    await page
      .locator("form", { has: page.locator("#join-into") })
      .getByRole("button", { name: "Join them" })
      .click();
    await expect(page.getByText("came from case").first()).toBeVisible();
    await page.getByRole("button", { name: "Take back", exact: true }).first().click();
    await expect(page.getByText("came from case")).toHaveCount(0);
  });

  await test.step("send, and it goes", async () => {
    await page.goto("/queue");
    await openCase(page, "203.0.113.6");
    await page.getByRole("button", { name: "Send", exact: true }).click();
    await page.waitForURL("**?sent=*");
    await expect.poll(() => sink.mails.length, { timeout: 60_000 }).toBe(1);
  });

  await test.step("search", async () => {
    await page.goto("/search");
    await page.locator("#search").fill("BBBB02");
    await page
      .locator("form", { has: page.locator("#search") })
      .getByRole("button")
      .click();
    await expect(page.locator('main a[href^="/cases/"]').first()).toBeVisible();
  });

  await test.step("upload", async () => {
    await page.goto("/relays");
    await page.getByLabel("Or files").setInputFiles([
      {
        name: "torrc",
        mimeType: "text/plain",
        buffer: Buffer.from(TORRC.replace("marigold", "tansy").replace("192.0.2.10", "192.0.2.11")),
      },
    ]);
    await page.getByLabel("In force since").fill("2026-03-01");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.waitForURL("**/relays/told/*");
    await expect(page.getByText("tansy").first()).toBeVisible();
  });

  await test.step("how it looks, and what keys there are", async () => {
    await page.goto("/look");
    await page.getByLabel("Look", { exact: true }).selectOption("dark");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "night");
    await page.getByRole("button", { name: "Keys", exact: true }).click();
    await expect(page.getByRole("heading", { name: "Keys of this page" })).toBeVisible();
    await page.getByRole("button", { name: "Close" }).last().click();
  });

  await test.step("one-time codes on, out, and in again with one", async () => {
    const secret = await switchCodesOn(page);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/sign-in");
    await page.getByLabel("Login").fill(OPERATOR.login);
    await page.getByLabel("Password").fill(OPERATOR.password);
    await page.getByRole("button", { name: "Sign in" }).first().click();
    await page.waitForURL("**/sign-in/code");
    await page.getByLabel("Code").fill(await codeOf(secret, 1));
    await page.getByRole("button", { name: "Go on" }).click();
    await page.waitForURL("**/queue");
  });
});

async function openCase(page: Page, about: string): Promise<void> {
  await page.locator("li", { hasText: about }).locator("[data-row]").first().click();
  await page.waitForURL("**/cases/*");
}
