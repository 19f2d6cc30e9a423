import { readFileSync } from "node:fs";
import { expect } from "@playwright/test";
import { sshComplaint, TORRC } from "./support/ssh-complaint.ts";
import { addMailbox, addTorrc, deliverByLmtp, makeOwner, reloadUntil } from "./support/steps.ts";
import { test } from "./support/test.ts";

const KEY = "bruteforce/isp.en";

test("a template is changed, tried on a case, compared, taken away, exported and imported", async ({
  page,
  dovecot,
  sink,
}) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, sshComplaint("A1B2C3", "203.0.113.5"));
  await page.goto("/queue");
  await reloadUntil(page, /about 192\.0\.2\.10/);

  await page.goto("/settings");
  await page.getByRole("link", { name: "Templates" }).click();
  await page.locator(`[data-template="${KEY}"] a`).click();
  await page.waitForURL(`**/templates/${KEY}`);
  const box = page.getByLabel("Template", { exact: true });
  const shipped = await box.inputValue();

  await box.fill(shipped.replace("\n---\n", "\n---\n{{#each x}}\n"));
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Nothing was saved: the template has errors.")).toBeVisible();
  await expect(page.locator("[data-problem]").first()).toContainText(/line \d+, column \d+/);

  const untrue = "The exit policy then refused the port.";
  await box.fill(`${shipped}\n${untrue}\n`);
  await page.getByRole("button", { name: "Preview the letter" }).click();
  await expect(page.getByText("Refused: the letter would say what is not proven.")).toBeVisible();
  await expect(page.locator("q", { hasText: "The exit policy then refused" })).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(/Nothing was saved: in case/)).toBeVisible();

  await box.fill(`${shipped}\nKind greetings from the relay.\n`);
  await page.getByRole("button", { name: "Preview the letter" }).click();
  await expect(page.locator("[data-preview]")).toContainText("Kind greetings from the relay.");
  await expect(page.getByText("Refused:")).toHaveCount(0);
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**?saved=yes");
  await expect(page.getByText("added: Kind greetings")).toBeVisible();
  await expect(page.locator('[data-version="1"]')).toContainText("saved by marga");

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.goto("/templates").then(() => page.getByRole("link", { name: "Export yours" }).click()),
  ]);
  const library = readFileSync(await file.path());

  await page.goto(`/templates/${KEY}`);
  await page.getByRole("button", { name: "Back to the shipped one" }).click();
  await page.waitForURL("**/templates?done=removed");
  await expect(page.locator(`[data-template="${KEY}"]`)).toContainText("shipped");

  const upload = (name: string, buffer: Buffer) =>
    page.getByLabel("Library").setInputFiles({ name, mimeType: "application/json", buffer });
  await upload("bad.json", Buffer.from('{"__proto__": {"templates": []}}'));
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByText("This is no library of templates.")).toBeVisible();
  await upload("library.json", library);
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByText("serves in the place of the shipped one")).toBeVisible();
  await page.getByRole("button", { name: "Import them" }).click();
  await page.waitForURL("**/templates?done=imported");
  await expect(page.locator(`[data-template="${KEY}"]`)).toContainText("yours");

  await page.goto(`/templates/${KEY}`);
  await page.getByRole("button", { name: "Restore v1" }).click();
  await page.waitForURL("**?saved=yes");
  await expect(page.locator('[data-version="4"]')).toContainText("restored from v1");
});
