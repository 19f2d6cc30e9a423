import { expect, type Page } from "@playwright/test";
import { sshComplaint, TORRC } from "./support/ssh-complaint.ts";
import { addMailbox, addTorrc, deliverByLmtp, makeOwner, reloadUntil } from "./support/steps.ts";
import { test } from "./support/test.ts";

test("what was taken back never goes; what is sent then is what was typed last", async ({
  page,
  dovecot,
  sink,
}) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, sshComplaint("UNDO01", "203.0.113.5"));
  await page.goto("/queue");
  await reloadUntil(page, /about 192\.0\.2\.10/);
  await page.locator("[data-row]").click();
  await page.waitForURL("**/cases/*");

  await sendText(page, "The first words, which were wrong.");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.waitForURL("**/cases/*");
  await page.waitForTimeout(20_000);
  expect(sink.mails).toHaveLength(0);

  await page.reload();
  await sendText(page, "The second words, which are right.");
  await expect.poll(() => sink.mails.length, { timeout: 40_000 }).toBe(1);
  await page.waitForTimeout(3_000);
  expect(sink.mails).toHaveLength(1);
  expect(sink.mails[0]?.raw).toContain("The second words, which are right.");
  expect(sink.mails[0]?.raw).not.toContain("The first words");
});

async function sendText(page: Page, text: string): Promise<void> {
  await page.getByLabel("Letter").fill(text);
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForURL("**/queue?sent=*");
}
