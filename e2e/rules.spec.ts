import { expect } from "@playwright/test";
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

/** What the operator's own server writes on a mail it has checked. */
const FOUND = [
  "Authentication-Results: mx.relays.example; dmarc=pass header.from=hetzner.example",
  "Received: from mail.hetzner.example (mail.hetzner.example [203.0.113.20]) by mx.relays.example with ESMTPS; Thu, 10 Sep 2026 12:00:01 +0000",
  "",
].join("\r\n");

test("a rule is tried, works, is stopped, and what it wrote can be taken back", async ({
  page,
  dovecot,
  sink,
}) => {
  await makeOwner(page);
  await signLetters(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await page.goto("/settings/senders");
  await page.getByLabel("How your mail server signs its results").fill("mx.relays.example");
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/settings/senders?saved=yes");

  await page.goto("/rules");
  await page.getByLabel("Name", { exact: true }).fill("Answer logins");
  await page.getByLabel("Brute force").check();
  await page.getByRole("button", { name: "Add the rule" }).click();
  await expect(page.getByText("needs the addresses it may write to")).toBeVisible();
  await expect(page.getByLabel("Brute force")).toBeChecked();
  await page.getByLabel("Letters only to").fill("*@hetzner.example");
  await page.getByRole("button", { name: "Add the rule" }).click();
  await page.waitForURL("**/rules?saved=*");
  await expect(page.getByText("off, not tried yet")).toBeVisible();
  await expect(page.getByRole("button", { name: "Switch on" })).toHaveCount(0);
  await page.getByRole("button", { name: "Try it over the last 90 days" }).click();
  await page.waitForURL("**/rules?tried=*");
  await expect(page.getByText("Of the last 0 cases")).toBeVisible();
  await page.getByRole("button", { name: "Switch on" }).click();
  await expect(page.getByText("works", { exact: true })).toBeVisible();

  await deliverByLmtp(dovecot, `${FOUND}${sshComplaint("RULE01", "203.0.113.5")}`);
  await reloadUntil(page, /Answer logins answered/);
  await page.getByRole("listitem").getByRole("link").first().click();
  await page.waitForURL("**/cases/*");
  await expect(page.getByText('Approved by the rule "Answer logins"')).toBeVisible();
  await expect(page.getByText("domain authenticated")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect(page.getByText(/Taken back before it went/)).toBeVisible();

  await page.goto("/rules");
  await page.getByRole("button", { name: "Stop all rules" }).click();
  await expect(page.getByText("All rules are stopped.")).toBeVisible();
  expect(sink.mails).toHaveLength(0);
});
