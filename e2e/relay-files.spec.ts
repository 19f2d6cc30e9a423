import { expect } from "@playwright/test";
import { aDescriptor, fingerprintOf, relayKeys } from "../lib/testing/a-descriptor.ts";
import { makeOwner } from "./support/steps.ts";
import { test } from "./support/test.ts";

const KEYS = relayKeys();
const LOG =
  "Feb 01 10:00:00.000 [notice] Tor 0.4.9.11 opening new log file.\nFeb 02 10:00:00.000 [notice] Clean shutdown finished. Exiting.\n";

test("files of a relay, one of them large, are taken together, and the gaps in what is known are shown", async ({
  page,
}) => {
  await makeOwner(page);
  await page.goto("/relays");
  const file = (name: string, text: string) => ({
    name,
    mimeType: "application/octet-stream",
    buffer: Buffer.from(text),
  });
  const strangers = `network-status-version 3\nvalid-after 2026-02-01 10:00:00\n${"w Bandwidth=1\n".repeat(300_000)}`;
  await page
    .getByLabel("Or files")
    .setInputFiles([
      file("cached-descriptors", aDescriptor({}, KEYS) + aDescriptor({ nickname: "stranger" })),
      file("fingerprint", `relay7 ${fingerprintOf(KEYS)}\n`),
      file("notices.log", LOG),
      file("cached-consensus", strangers),
      file("old.tar.xz", "no tar"),
    ]);
  await page.getByLabel("Time zone of the log").fill("+01:00");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.waitForURL("**/relays/told/*");
  await expect(page.getByText("1 other passed over")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "old.tar.xz" })).toContainText(
    "This is no file of tor's",
  );
  await page.getByRole("link", { name: "relay7" }).click();
  await expect(page.getByText("stranger", { exact: true })).toHaveCount(0);
  await page.getByRole("link", { name: "relay7" }).click();
  await expect(page.getByText("02-01 09:00 UTC to")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: /^Not running/ })).toBeVisible();
  await expect(page.getByText("Not known before").first()).toBeVisible();
});
