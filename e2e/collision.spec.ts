import { expect } from "@playwright/test";
import { sshComplaint, TORRC } from "./support/ssh-complaint.ts";
import { addMailbox, addTorrc, deliverByLmtp, makeOwner, reloadUntil } from "./support/steps.ts";
import { test } from "./support/test.ts";

test("of two people who answer one case, the second is stopped and keeps what was typed", async ({
  page,
  context,
  browser,
  dovecot,
  sink,
  desk,
  javaScriptEnabled,
}) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, sshComplaint("TWICE1", "203.0.113.5"));
  await page.goto("/queue");
  await reloadUntil(page, /about 192\.0\.2\.10/);
  await page.locator("[data-row]").click();
  await page.waitForURL("**/cases/*");
  const other = await browser.newContext({
    baseURL: desk.url,
    javaScriptEnabled,
    storageState: await context.storageState(),
  });
  const theirs = await other.newPage();
  await theirs.goto(page.url());

  await page.getByLabel("Letter").fill("The answer of the first.");
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForURL("**/queue?sent=*");
  await theirs.getByLabel("Letter").fill("The answer of the second.");
  await theirs.getByRole("button", { name: "Send" }).click();
  await expect(theirs.locator("main").getByRole("alert")).toBeVisible();
  await expect(theirs.getByText("The answer of the second.")).toBeVisible();

  await expect.poll(() => sink.mails.length, { timeout: 40_000 }).toBe(1);
  await page.waitForTimeout(3_000);
  expect(sink.mails).toHaveLength(1);
  expect(sink.mails[0]?.raw).toContain("The answer of the first.");
  await other.close();
});
