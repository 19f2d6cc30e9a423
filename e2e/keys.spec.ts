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

// Keys are what scripts add; without them the same way is walked with the mouse in the other journeys.
test("everything proven, letter ready: two keys for the first, one for the next", {
  tag: "@scripts",
}, async ({ page, dovecot, sink }) => {
  await makeOwner(page);
  await signLetters(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, sshComplaint("AAAA01", "203.0.113.5"));
  await deliverByLmtp(dovecot, sshComplaint("BBBB02", "203.0.113.6"));
  await page.goto("/queue");
  await expect(async () => {
    await page.reload();
    await expect(page.locator("[data-row]")).toHaveCount(2, { timeout: 500 });
  }).toPass({ timeout: 30_000 });

  await expect(page.locator("[data-row]").first()).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.locator("[data-row]").nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(page.locator("[data-row]").first()).toBeFocused();

  await page.keyboard.press("Enter");
  await page.waitForURL("**/cases/*");
  await expect(page.getByRole("button", { name: "Send" })).toBeEnabled();
  await page.keyboard.press("Control+Enter");
  await page.waitForURL("**/cases/*?sent=*");
  await expect(page.getByRole("button", { name: "Send" })).toBeEnabled();
  await page.keyboard.press("Control+Enter");
  await page.waitForURL("**/queue?sent=*");

  await expect.poll(() => sink.mails.length, { timeout: 40_000 }).toBe(2);
  const subjects = sink.mails.map((mail) => /AbuseID:(\w+)/.exec(mail.raw)?.[1]);
  expect(subjects.toSorted()).toEqual(["AAAA01", "BBBB02"]);
});

test("the sample mailbox comes in; a letter of the police is sealed and goes to nobody by one press", async ({
  page,
  javaScriptEnabled,
}) => {
  await makeOwner(page);
  await signLetters(page);
  await page.goto("/start");
  await page.getByRole("button", { name: "Load the sample mailbox" }).click();
  await page.waitForURL("**/queue");
  await reloadUntil(page, /about 192\.0\.2\.10/);
  await page.goto("/queue?tab=counsel");
  await reloadUntil(page, "Request of an authority about 192.0.2.10");
  await page.getByText("Request of an authority about 192.0.2.10").click();
  await page.waitForURL("**/cases/*");
  await expect(page.getByText("This case is sealed")).toBeVisible();
  const before = page.url();
  const send = page.getByRole("button", { name: "Send" });
  if ((await send.count()) > 0) {
    if (javaScriptEnabled) await page.keyboard.press("Control+Enter");
    else await send.first().click();
    await expect(page.getByRole("alert").first()).toBeVisible();
  }
  expect(new URL(page.url()).pathname).toBe(new URL(before).pathname);
  await page.goto("/queue?tab=waiting");
  await expect(page.locator("[data-row]")).toHaveCount(0);
});
