import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { sshComplaint, TORRC } from "./support/ssh-complaint.ts";
import { addMailbox, addTorrc, deliverByLmtp, makeOwner, reloadUntil } from "./support/steps.ts";
import { test } from "./support/test.ts";

/** The case is opened when Dovecot takes its mail. */
const [FROM, TO] = [-10, 1].map((days) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
) as [string, string];

test("a period is chosen, read and taken along, and a report is made to publish", async ({
  page,
  dovecot,
  sink,
}) => {
  await makeOwner(page);
  await addTorrc(page, TORRC, "2026-03-01");
  await addMailbox(page, dovecot, sink);
  await deliverByLmtp(dovecot, sshComplaint("C0FFEE", "203.0.113.5"));
  await page.goto("/queue");
  await reloadUntil(page, /about 192\.0\.2\.10/);

  await page.getByRole("link", { name: "Reports" }).click();
  await page.getByLabel("Period", { exact: true }).selectOption({ label: "From and to as given" });
  await page.getByLabel("From", { exact: true }).fill(FROM);
  await page.getByLabel("To", { exact: true }).fill(TO);
  await page.getByLabel("Relay", { exact: true }).selectOption({ index: 1 });
  await page.getByRole("button", { name: "Count" }).click();
  await expect(page.locator("[data-span]")).toContainText(`${FROM} to ${TO}`);
  await expect(page.locator("[data-span]")).toContainText("Cases about marigold");
  const ports = page.getByRole("table", { name: "By attacked port" });
  await expect(ports.getByRole("row", { name: /^22 / })).toContainText("100%");
  await expect(page.getByRole("img", { name: /The most are 1/ })).toBeVisible();
  await page.getByText("The same as a table").click();
  await expect(page.getByRole("row", { name: /^[0-9-]{10} [0-9-]{10} 1 1$/ })).toBeVisible();
  await expect(page.getByText("Lines: reject *:22")).toBeVisible();

  const figures = await downloaded(page, "Figures as CSV");
  expect(figures).toContain(`"port",22,"${FROM}","${TO}",1,1,""`);
  const excel = await downloaded(page, "Figures as CSV for Excel");
  expect(excel).toBe(`\uFEFF${figures}`);

  await ports.getByRole("link", { name: "1" }).click();
  await expect(page.locator("[data-case]")).toHaveCount(1);
  await expect(page.getByText("Port: 22")).toBeVisible();
  const cases = JSON.parse(await downloaded(page, "Cases behind them as JSON"));
  expect(cases).toMatchObject([{ port: 22, relays: ["marigold"], outcome: "open", mails: 1 }]);
  await page.locator("[data-case]").getByRole("link").click();
  await page.waitForURL("**/cases/*");

  await page.goto(`/reports/transparency?period=own&from=${FROM}&to=${TO}&language=de`);
  const published = page.locator("[data-published]");
  await expect(published).toContainText("weniger als 5");
  await expect(published).toContainText("zwischen 0 und 24");
  await page.getByLabel("How they are counted").selectOption({ label: "Not mentioned" });
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL("**/reports/transparency?saved=rule");
  await page.goto(`/reports/transparency?period=own&from=${FROM}&to=${TO}&language=de`);
  await expect(published).not.toContainText("Anfragen von Behörden");
  const html = await downloaded(page, "Download the page");
  expect(html).toContain("Mitteilungen unserer Anbieter");
  expect(html).not.toMatch(/hetzner|C0FFEE|192\.0\.2\.10|203\.0\.113\.5/i);
});

async function downloaded(page: Page, link: string): Promise<string> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: link, exact: true }).click();
  return readFileSync(await (await downloading).path(), "utf8");
}
