import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { simpleParser } from "mailparser";
import { aConsensus } from "../lib/testing/a-consensus.ts";
import type { SmtpSink } from "../lib/testing/smtp-sink.ts";
import { sshComplaint, TORRC } from "./support/ssh-complaint.ts";
import { addMailbox, addTorrc, deliverByLmtp, makeOwner, reloadUntil } from "./support/steps.ts";
import { test } from "./support/test.ts";

const CONSENSUS = aConsensus("2026-09-10 08:00:00", [
  { nickname: "seven", ip: "192.0.2.7", p: "accept 22,443" },
  { nickname: "eight", ip: "192.0.2.8", p: "accept 443" },
]);

test("a relay's policy of then is asked by an address, a pasted one by a form", async ({
  page,
}) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await page.goto("/policy");
  await page.getByLabel("At (UTC)").fill("2026-09-10 08:15");
  await page.locator("#relay-ip").fill("203.0.113.5");
  await page.locator("#relay-port").fill("22");
  await page.locator("#relay-targets").fill("203.0.113.5:25\n10.1.2.3:22\n203.0.113.5:53 udp");
  await page.getByRole("button", { name: "Ask" }).click();
  await page.waitForURL("**/policy?*ip=203.0.113.5*");
  const verdicts = page.locator("[data-verdict]");
  await expect(verdicts).toHaveCount(4);
  await expect(verdicts.nth(0)).toContainText("let out");
  await expect(verdicts.nth(0)).toContainText("accept *:22, from ExitPolicy (line 2)");
  await expect(verdicts.nth(1)).toContainText("refused");
  await expect(verdicts.nth(3)).toContainText("Tor carries only TCP");
  await expect(page.locator("[data-deciding]")).toHaveCount(3);
  await expect(page.locator("mark", { hasText: "accept *:22" })).toBeVisible();

  await page.goto("/policy?at=2026-01-01");
  await expect(page.getByText("is known for that moment")).toBeVisible();
  await page.goto("/policy?at=soon");
  await expect(page.getByText('"soon" is not a date')).toBeVisible();

  const pasted = page.getByLabel("torrc, descriptor, policy lines or a p line");
  await pasted.fill("ExitRelay 1\nExitPolicy accept *:80, reject *:80\nExitPolicy reject *:*");
  await page.locator("#paste-port").fill("80");
  await page.getByRole("button", { name: "Try this policy" }).click();
  await expect(page.getByText("No effect: line 3 decides all of it before.")).toBeVisible();
  await expect(page.locator("[data-verdict]")).toContainText("probably let out");
  await expect(pasted).toHaveValue(/accept \*:80, reject/);

  await pasted.fill("ExitRelay 1\nExitPolicy acept *:80");
  await page.getByRole("button", { name: "Try this policy" }).click();
  await expect(page.getByText('line 2: ExitPolicy "acept *:80"')).toBeVisible();
});

test("a complaint leads to a line, what it would close, and exits that go with the answer", async ({
  page,
  desk,
  dovecot,
  sink,
}) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, sshComplaint("C0FFEE", "203.0.113.5"));
  await page.goto("/queue");
  await reloadUntil(page, /about 192\.0\.2\.10/);

  await page.goto("/policy/exits");
  await page
    .getByLabel("Files, several at once")
    .setInputFiles([
      { name: "cached-consensus", mimeType: "text/plain", buffer: Buffer.from(CONSENSUS) },
    ]);
  await page.getByRole("button", { name: "Read the network from them" }).click();
  await page.waitForURL("**/policy/exits?added=2");
  await expect(page.getByText("Exits change within hours")).toBeVisible();
  await page.getByLabel("Target").fill("203.0.113.5:22");
  await page.getByRole("button", { name: "List the exits" }).click();
  await expect(page.getByText("1 exit whose policy allows 203.0.113.5:22")).toBeVisible();
  expect(await downloaded(page, "nftables sets")).toContain("192.0.2.7,");

  await page.goto("/queue");
  await page.locator("[data-row]").click();
  await page.waitForURL("**/cases/*");
  await page.getByRole("link", { name: "What would a line of policy have prevented?" }).click();
  await page.getByRole("link", { name: "reject 203.0.113.5:22" }).click();
  await expect(page.locator("[data-covered='1']")).toBeVisible();
  await expect(page.locator("[data-fragment]")).toContainText("ExitPolicy reject 203.0.113.5:22");
  await expect(page.getByText("%include /etc/tor/exitdesk-policy.torrc")).toBeVisible();
  await page.getByLabel("Proposed lines", { exact: true }).fill("reject *:25");
  await page.getByRole("button", { name: "Show what it would close" }).click();
  await expect(page.getByText("changes nothing:")).toBeVisible();
  await expect(page.locator("[data-covered='0']")).toBeVisible();

  await page.goto("/queue");
  await page.locator("[data-row]").click();
  await page.waitForURL("**/cases/*");
  await attach(page, "Attach the list", "tor-exits-203.0.113.5-22.csv");
  await attach(page, "Attach the list", "tor-exits-203.0.113.5-22.nft", "nftables sets");
  await attach(page, "Attach the evidence pack", /^evidence-.*\.zip$/);
  await page.getByRole("button", { name: "Remove tor-exits-203.0.113.5-22.nft" }).click();
  await expect(page.locator("[data-attached]")).toHaveCount(2);
  const shown = await page.locator("[data-attached]").allTextContents();

  for (const gap of await page.locator("[data-gap]").all())
    await gap.fill("Marga of Marigold Relays");
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForURL("**/queue?sent=*");
  expect(await arrived(sink)).toEqual(
    shown.map((text) => [/^\S+/.exec(text)?.[0], /SHA-256 (\w+)/.exec(text)?.[1]]),
  );
  await page.goto("/queue?tab=done");
  await reloadUntil(page, /about 192\.0\.2\.10/);
  await page.locator("[data-row]").click();
  await expect(page.getByText("approved with the letter, unchangeable")).toBeVisible();
  await expect(
    page.getByText(/Approved for .* with tor-exits-203\.0\.113\.5-22\.csv/),
  ).toBeVisible();
  expect(desk.output).not.toMatch(/"failed"/);
});

async function attach(
  page: Page,
  button: string,
  name: string | RegExp,
  form?: string,
): Promise<void> {
  await page.getByText("Attach something").click();
  if (form !== undefined)
    await page.getByLabel("As", { exact: true }).selectOption({ label: form });
  await page.getByRole("button", { name: button }).click();
  await expect(page.getByRole("link", { name })).toBeVisible();
}

async function downloaded(page: Page, link: string): Promise<string> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  return readFileSync(await (await downloading).path(), "utf8");
}

/** Names and hashes of what the mail server was given with the one letter. */
async function arrived(sink: SmtpSink): Promise<(string | undefined)[][]> {
  await expect.poll(() => sink.mails.length, { timeout: 40_000 }).toBe(1);
  const { attachments } = await simpleParser(Buffer.from(sink.mails[0]?.raw ?? "", "latin1"));
  return attachments.map(({ filename, content }) => [
    filename,
    createHash("sha256").update(content).digest("hex"),
  ]);
}
