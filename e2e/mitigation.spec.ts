import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import type { Dovecot } from "../lib/testing/dovecot.ts";
import type { SmtpSink } from "../lib/testing/smtp-sink.ts";
import { sshComplaint, TORRC } from "./support/ssh-complaint.ts";
import { addMailbox, addTorrc, deliverByLmtp, makeOwner, reloadUntil } from "./support/steps.ts";
import { test } from "./support/test.ts";

test("a case leads to a line that is closed by hand, recorded, and looked at again", async ({
  page,
  dovecot,
  sink,
}) => {
  const caseUrl = await openCase(page, dovecot, sink);
  await page.getByText("Close something for a while").click();
  await expect(page.locator("#mitigation-lines")).toHaveValue("reject 203.0.113.5:22");
  await page.locator("#mitigation-days").fill("7");
  await page.getByRole("button", { name: "Keep the lines" }).click();
  await page.waitForURL("**/mitigations/*");
  await expect(page.locator("[data-fragment]")).toContainText("ExitPolicy reject 203.0.113.5:22");
  await expect(page.getByText("proposed, not in force")).toBeVisible();
  await page.getByRole("button", { name: "The lines are in the torrc" }).click();
  await expect(page.getByText("in force, by hand")).toBeVisible();
  await noSidewaysScroll(page);

  await page.goto("/mitigations");
  await expect(page.getByRole("heading", { name: "In force" })).toBeVisible();
  await expectRecord(page);
  await noSidewaysScroll(page);

  await page.goto(caseUrl);
  await expect(page.getByText("Closed by hand: reject 203.0.113.5:22")).toBeVisible();
  await expect(page.locator("[data-recipients] li").first()).toBeVisible();
  await noSidewaysScroll(page);
  await page.getByLabel("What for").fill("did the log-ins stop?");
  await page.getByRole("button", { name: "Look again then" }).click();
  await expect(page.getByText("It comes back on")).toHaveCount(0);
  await expect(page.getByText("before that day")).toBeVisible();
});

async function openCase(page: Page, dovecot: Dovecot, sink: SmtpSink): Promise<string> {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, sshComplaint("A7", "203.0.113.5"));
  await page.goto("/queue?tab=open");
  await reloadUntil(page, "203.0.113.5");
  await page.locator('a[href^="/cases/"]').first().click();
  await page.waitForURL("**/cases/*");
  return page.url();
}

async function expectRecord(page: Page): Promise<void> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("link", { name: "Record" }).click();
  const text = readFileSync(await (await waiting).path(), "utf8");
  const [above = "", hash = ""] = text.split("SHA-256 of all lines above: ");
  expect(hash.trim()).toBe(createHash("sha256").update(above).digest("hex"));
  expect(above).toContain("ExitPolicy reject 203.0.113.5:22");
}

async function noSidewaysScroll(page: Page): Promise<void> {
  for (const width of [360, 1600]) {
    await page.setViewportSize({ width, height: 900 });
    const folder = process.env["SHOTS"];
    if (folder)
      await page.screenshot({
        path: `${folder}/${new URL(page.url()).pathname.split("/")[1]}-${new URL(page.url()).pathname.split("/").length}-${width}.png`,
        fullPage: true,
      });
    const box = await page.locator("main").boundingBox();
    expect(box?.width ?? 0).toBeLessThanOrEqual(width);
  }
}
