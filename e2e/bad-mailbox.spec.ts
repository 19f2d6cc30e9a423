import { expect } from "@playwright/test";
import { PASSWORD } from "../lib/testing/dovecot.ts";
import { sshComplaint } from "./support/ssh-complaint.ts";
import { addMailbox, deliverByLmtp, makeOwner, reloadUntil } from "./support/steps.ts";
import { test } from "./support/test.ts";

test("a wrong IMAP password is said in one line, and once it is right the mail comes", async ({
  page,
  dovecot,
  sink,
}) => {
  await makeOwner(page);
  await addMailbox(page, dovecot, sink, "not this one");
  await deliverByLmtp(dovecot, sshComplaint("BADBAD", "203.0.113.5"));

  await page.getByRole("button", { name: "Test the connection" }).click();
  await expect(page.getByText(/^IMAP: .*password/i)).toBeVisible();
  await expect(page.getByText(/^SMTP: 127\.0\.0\.1 takes mail from us/)).toBeVisible();
  await page.goto("/queue");
  await reloadUntil(page, /The mailbox abuse does not work: .*password/i);

  await page.getByRole("link", { name: "See the mailboxes" }).click();
  await page.getByRole("link", { name: "Change" }).click();
  await page.getByLabel("IMAP password").fill(PASSWORD);
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/mailboxes?saved=*");
  await page.goto("/queue");
  await reloadUntil(page, /about 192\.0\.2\.10/);
  await expect(page.getByText("does not work")).toHaveCount(0);
});
