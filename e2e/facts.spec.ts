import { expect, type Page } from "@playwright/test";
import { TORRC } from "./support/ssh-complaint.ts";
import { addMailbox, addTorrc, deliverByLmtp, makeOwner, reloadUntil } from "./support/steps.ts";
import { test } from "./support/test.ts";

/** Log-ins at port 22, as the desk reads it; the only time names no zone. */
const COMPLAINT = [
  "From: Nora Quist <nora@shop.example>",
  "To: abuse@relays.example",
  "Subject: Attack from 192.0.2.10",
  "Date: Thu, 10 Sep 2026 12:00:00 +0000",
  "Message-ID: <facts-1@shop.example>",
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Hello,",
  "",
  "192.0.2.10 tried many passwords on our SSH server 203.0.113.5 port 22,",
  "at 2026-09-10 08:15:02. Please stop it.",
  "",
  "Nora",
  "",
].join("\r\n");

test("a wrong fact is corrected where it stands, and taken back", async ({
  page,
  dovecot,
  sink,
  javaScriptEnabled,
}) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, COMPLAINT);
  await page.goto("/queue");
  await reloadUntil(page, /about 192\.0\.2\.10/);
  await page.locator("[data-row]").click();
  await page.waitForURL("**/cases/*");
  await expect(page.getByText("Our relay, port allowed").first()).toBeVisible();
  await expect(page.locator("pre a", { hasText: "2026-09-10 08:15:02" })).toBeVisible();

  const letter = await page.getByLabel("Letter").inputValue();
  // By the keyboard: each mark is a link.
  const mark = page.locator("pre a", { hasText: "22" }).last();
  await mark.focus();
  await page.keyboard.press("Enter");
  const panel = page.getByRole("region", { name: "Attacked port: 22" });
  await expect(panel).toBeVisible();
  if (javaScriptEnabled) {
    await expect(panel.getByLabel("What it is")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(panel).toBeHidden();
    await mark.click();
  }
  await panel.getByLabel("What it is").fill("70000");
  await panel.getByRole("button", { name: "Correct it" }).click();
  await expect(panel.getByText("Write one port from 1 to 65535.")).toBeVisible();
  await panel.getByLabel("What it is").fill("25");
  await panel.getByRole("button", { name: "Correct it" }).click();
  await expect(page.getByText("Our relay, port rejected").first()).toBeVisible();
  await expect(panel).toBeHidden();
  await expect(page.getByText("Corrected: attacked port: 22 is 25")).toBeVisible();
  await expect(page.getByLabel("Letter")).not.toHaveValue(letter);

  await openLink(page, "Say which zone the times are in");
  await page.getByLabel("Zone of the writer's clock").fill("+02:00");
  await page.getByRole("button", { name: "Use it for all of them" }).click();
  await expect(page.locator("#facts time").first()).toHaveText("2026-09-10 06:15:02 UTC");

  await page.getByText("2 corrections").click();
  await page.getByRole("button", { name: "Take back: Attacked port" }).click();
  await expect(page.getByText("Our relay, port allowed").first()).toBeVisible();
  await expect(page.getByText("taken back by")).toBeAttached();
});

test("an edited letter stays, and the new draft is offered beside it", async ({
  page,
  dovecot,
  sink,
}) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, COMPLAINT);
  await page.goto("/queue");
  await reloadUntil(page, /about 192\.0\.2\.10/);
  await page.locator("[data-row]").click();
  await page.waitForURL("**/cases/*");
  await page.getByLabel("Letter").fill("My own words.");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("The letter to the complainant was changed")).toBeVisible();

  await openLink(page, "Add a fact the desk missed");
  const add = page.getByRole("region", { name: "Add a fact" });
  await add.getByLabel("What it is").selectOption({ label: "Port on our side" });
  await add.getByLabel("As the mail says it").fill("41006");
  await add.getByRole("button", { name: "Add it" }).click();
  await expect(page.getByText("Corrected: our own port: 41006")).toBeVisible();
  await page.locator("#facts a", { hasText: "22" }).click();
  const panel = page.getByRole("region", { name: "Attacked port: 22" });
  await panel.getByRole("button", { name: "It is our side's" }).click();
  await expect(page.getByText("The facts changed after you edited this letter.")).toBeVisible();
  await expect(page.getByLabel("Letter")).toHaveValue("My own words.");
  await page.getByRole("button", { name: "Take the new draft" }).click();
  await expect(page.getByText("replaced by the new draft")).toBeVisible();
  await expect(page.getByLabel("Letter")).not.toHaveValue("My own words.");
  await page.getByText("The words before").click();
  await expect(page.getByText("My own words.")).toBeVisible();
});

test("words typed and not saved outlive a correction", { tag: "@scripts" }, async ({
  page,
  dovecot,
  sink,
}) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, COMPLAINT);
  await page.goto("/queue");
  await reloadUntil(page, /about 192\.0\.2\.10/);
  await page.keyboard.press("Enter");
  await page.waitForURL("**/cases/*");
  await page.getByLabel("Letter").fill("Typed, not saved.");
  await page.locator("pre a", { hasText: "203.0.113.5" }).click();
  const panel = page.getByRole("region", { name: "Attacked address, theirs: 203.0.113.5" });
  await panel.getByLabel("What it is").fill("203.0.113.55");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("203.0.113.5 is 203.0.113.55").first()).toBeAttached();
  await expect(page.getByLabel("Letter")).toHaveValue("Typed, not saved.");
  await expect(page.getByText("Your words are here and not saved")).toBeVisible();
  expect(sink.mails).toHaveLength(0);
});

test("mails are split, joined and taken back; a stranger's mail is a question", async ({
  page,
  dovecot,
  sink,
}) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, COMPLAINT);
  await deliverByLmtp(dovecot, COMPLAINT.replace("facts-1@", "facts-2@"));
  await page.goto("/queue");
  await reloadUntil(page, "×2");
  await expect(page.locator("[data-row]")).toHaveCount(1);
  await page.locator("[data-row]").click();
  await page.waitForURL("**/cases/*");
  await expect(page.getByRole("heading", { name: "2 mails in this case" })).toBeVisible();
  const first = page.url();

  await page.getByText("The mail above is another matter").click();
  await page.getByRole("button", { name: "Make it a case of its own" }).click();
  await expect(page.getByText("One mail came from case").first()).toBeVisible();
  expect(page.url()).not.toBe(first);
  await expect(page.getByLabel("Letter")).not.toBeEmpty();
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByRole("heading", { name: "2 mails in this case" })).toBeVisible();

  const stranger = COMPLAINT.replace("facts-1@shop", "eve-1@evil")
    .replace("Nora Quist <nora@shop.example>", "Eve <eve@evil.example>")
    .replace("Date:", "References: <facts-1@shop.example>\r\nDate:");
  await deliverByLmtp(dovecot, stranger);
  await page.goto("/queue");
  await expect(async () => {
    await page.reload();
    await expect(page.locator("[data-row]")).toHaveCount(2, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await page.locator("[data-row]").last().click();
  await expect(page.getByText("This looks like case")).toBeVisible();
  await page.getByRole("button", { name: "Join them" }).first().click();
  await expect(page.getByRole("heading", { name: "3 mails in this case" })).toBeVisible();
  await page.getByRole("button", { name: "Take back" }).click();
  await expect(page.getByText("eve@evil.example").first()).toBeVisible();
  await expect(page.getByText("mails in this case")).toHaveCount(0);
});

async function openLink(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name }).click();
}
