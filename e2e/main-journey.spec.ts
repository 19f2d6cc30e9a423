import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { headerOf } from "../lib/testing/smtp-sink.ts";
import { addMailbox, addTorrc, deliverByLmtp, makeOwner, reloadUntil } from "./support/steps.ts";
import { test } from "./support/test.ts";

const TORRC_BEFORE = `Nickname marigold
ORPort 192.0.2.10:9001
ExitRelay 1
ExitPolicy reject *:25
ExitPolicy accept *:22
ExitPolicy reject *:*
`;
const TORRC_AFTER = TORRC_BEFORE.replace("accept *:22", "reject *:22");

/** A provider's ticket about SSH log-ins, at a time when the relay still allowed port 22. */
const COMPLAINT = [
  "From: Hetzner Abuse <abuse@hetzner.example>",
  "To: abuse@relays.example",
  "Subject: [AbuseID:C0FFEE:1B]: Abuse report about 192.0.2.10",
  "Date: Thu, 10 Sep 2026 12:00:00 +0000",
  "Message-ID: <ticket-1@hetzner.example>",
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=utf-8",
  "",
  "Dear customer,",
  "",
  "a complaint about your server reached us. Please send us a statement within 24 hours.",
  "",
  "The log of the attacked host 203.0.113.5, all times in UTC:",
  "2026-09-10T08:15:02Z gate sshd[377]: Failed password for root from 192.0.2.10 port 41006 ssh2",
  "2026-09-10T08:15:09Z gate sshd[377]: Failed password for root from 192.0.2.10 port 41006 ssh2",
  "",
].join("\r\n");

test("a complaint comes in, is proven, answered once, and the case is closed", async ({
  page,
  desk,
  dovecot,
  sink,
  javaScriptEnabled,
}) => {
  await makeOwner(page);
  await addTorrc(page, TORRC_BEFORE, "2026-03-01");
  await addTorrc(page, TORRC_AFTER, "2026-09-15");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, COMPLAINT);

  await page.goto("/queue");
  await reloadUntil(page, /about 192\.0\.2\.10/);
  const row = page.locator("[data-row]");
  await expect(row).toHaveCount(1);

  if (javaScriptEnabled) await page.keyboard.press("Enter");
  else await row.click();
  await page.waitForURL("**/cases/*");
  await expect(page.getByText("Our relay, port allowed").first()).toBeVisible();
  await expect(page.getByText("accept *:22", { exact: true }).first()).toBeVisible();
  await expect(page.locator("mark", { hasText: "192.0.2.10" }).first()).toBeVisible();

  await fillGaps(page);
  if (javaScriptEnabled) await page.keyboard.press("Control+Enter");
  else await page.getByRole("button", { name: "Send" }).click();
  await page.waitForURL("**/queue?sent=*");
  await expect(page.getByText("goes out in a few seconds")).toBeVisible();

  await expect.poll(() => sink.mails.length, { timeout: 40_000 }).toBe(1);
  const [mail] = sink.mails;
  expect(mail?.to).toEqual(["abuse@hetzner.example"]);
  expect(mail?.from).toBe("abuse@relays.example");
  const header = (name: string) => headerOf(mail?.raw ?? "", name);
  expect(header("subject")).toBe("Re: [AbuseID:C0FFEE:1B]: Abuse report about 192.0.2.10");
  expect(header("in-reply-to")).toBe("<ticket-1@hetzner.example>");
  expect(header("references")).toBe("<ticket-1@hetzner.example>");
  expect(mail?.raw).toContain("accept *:22");

  await page.goto("/queue?tab=done");
  await reloadUntil(page, /about 192\.0\.2\.10/);
  await page.locator("[data-row]").click();
  await expect(page.getByText("Sent", { exact: true }).first()).toBeVisible();
  await checkEvidencePack(page);
  // Whatever else was to be done has been done: there is still one mail only.
  await page.waitForTimeout(3_000);
  expect(sink.mails).toHaveLength(1);
  expect(desk.output).not.toMatch(/"failed"/);
});

async function fillGaps(page: Page): Promise<void> {
  for (const gap of await page.locator("[data-gap]").all())
    await gap.fill("Marga of Marigold Relays");
}

/** What the operator would hand to the provider holds together, and names what decided. */
async function checkEvidencePack(page: Page): Promise<void> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the evidence pack" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toMatch(/^evidence-[0-9A-Z]{8}\.zip$/);
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-evidence-"));
  execFileSync("unzip", ["-q", "-d", folder, await download.path()]);
  const unzipped = path.join(folder, download.suggestedFilename().replace(".zip", ""));
  const checked = execFileSync("sh", [path.join(unzipped, "verify.sh")], { encoding: "utf8" });
  expect(checked).toContain("Everything fits.");
  expect(readFileSync(path.join(unzipped, "findings.json"), "utf8")).toContain("accept *:22");
  expect(readFileSync(path.join(unzipped, "complaint.eml"), "utf8")).toContain("sshd[377]");
  rmSync(folder, { recursive: true });
}
