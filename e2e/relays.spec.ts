import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, type Page } from "@playwright/test";
import { aDescriptor, relayKeys } from "../lib/testing/a-descriptor.ts";
import { makeOwner } from "./support/steps.ts";
import { test } from "./support/test.ts";

const KEYS = relayKeys();
const OPEN = ["accept *:22", "accept *:443", "reject *:*"];
const CLOSED = ["accept *:443", "reject *:*"];
const FIRST = aDescriptor(
  { nickname: "hyssop", published: "2026-02-01 00:00:00", policy: OPEN },
  KEYS,
);
const SECOND = aDescriptor(
  { nickname: "hyssop", address: "192.0.2.8", published: "2026-03-01 00:00:00", policy: CLOSED },
  KEYS,
);

async function tell(page: Page, text: string, mine = false): Promise<void> {
  await page.goto("/relays");
  await page.getByLabel("torrc or server descriptor").fill(text);
  if (mine) await page.getByLabel("is mine").check();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.waitForURL("**/relays/told/*");
}

async function openRelay(page: Page, name: string): Promise<void> {
  await page.goto(`/relays?q=${name}`);
  await page.getByRole("link", { name, exact: true }).click();
  await page.waitForURL(/\/relays\/[0-9a-f-]{36}$/);
}

async function fits(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  const { width } = await page.locator("html").evaluate((html) => ({ width: html.scrollWidth }));
  expect(width).toBeLessThanOrEqual(360);
  await page.setViewportSize({ width: 1280, height: 720 });
}

test("a relay's page shows its addresses, policies and gaps on one axis, and what each policy changed", async ({
  page,
}) => {
  await makeOwner(page);
  await tell(page, FIRST + SECOND);
  await openRelay(page, "hyssop");

  const bar = page.getByRole("img", { name: "192.0.2.7: held" });
  await expect(bar).toHaveAttribute("aria-label", /^192\.0\.2\.7: held \d+ % of the time shown\.$/);
  await expect(page.getByRole("img", { name: "Running: not known 100 %" })).toBeVisible();
  await expect(page.getByRole("img", { name: "Exit policy: known 100 %" })).toContainText("v2");

  const second = page.locator("#v2");
  await expect(second).toContainText("newly closed (IPv4): 22");
  await expect(second.getByText("removed: accept *:22")).toHaveCount(1);
  await expect(page.locator("#v1")).toContainText("The first policy known");
  await expect(page.getByText("Not known before 2026-02-01 00:00 UTC").first()).toBeVisible();
  await fits(page);

  await page.getByLabel("From").fill("2026-01-01");
  await page.getByLabel("to", { exact: true }).fill("2026-02-14");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await page.waitForURL("**from=2026-01-01&to=2026-02-14");
  await expect(page.getByRole("img", { name: "Exit policy: known" })).toHaveAttribute(
    "aria-label",
    /Not known: 2026-01-01 00:00 UTC to 2026-02-01 00:00 UTC/,
  );
  await expect(page.locator("#v2")).toHaveCount(0);
  await expect(page.getByRole("img", { name: /^192\.0\.2\.8/ })).toHaveCount(0);

  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: "Descriptor of 2026-02-01" }).click();
  const bytes = readFileSync(await (await downloading).path());
  expect(bytes.toString("latin1")).toBe(FIRST);
  await page.getByText("Its sums, and where CollecTor has it").click();
  await expect(page.getByText(createHash("sha256").update(bytes).digest("hex"))).toBeVisible();
  await expect(page.getByText("server-descriptors-2026-02.tar.xz")).toBeVisible();
});

test("what is wrong is struck out and comes back; a relay that never was ours is forgotten by its name only", async ({
  page,
}) => {
  await makeOwner(page);
  await tell(page, FIRST);
  await openRelay(page, "hyssop");
  const address = page.getByRole("listitem").filter({ hasText: /^192\.0\.2\.7/ });
  await address.getByText("Wrong?").click();
  await address.getByRole("button", { name: "Strike it out" }).click();
  await expect(page.getByRole("heading", { name: "Struck out" })).toBeVisible();
  await expect(page.getByText("No address known now")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { name: "Struck out" })).toHaveCount(0);
  await expect(address.first()).toBeVisible();

  await page.getByLabel("Type hyssop to be sure").fill("hysop");
  await page.getByRole("button", { name: "Forget this relay" }).click();
  await expect(page.getByText("Type hyssop, as it is written")).toBeVisible();
  await page.getByLabel("Type hyssop to be sure").fill("hyssop");
  await page.getByRole("button", { name: "Forget this relay" }).click();
  await page.waitForURL("**/relays");
  await expect(page.getByText("No relay yet.")).toBeVisible();
});

test("hundreds of relays: searched, paged, and no page too wide", async ({ page }) => {
  await makeOwner(page);
  const fleet = Array.from({ length: 55 }, (_, index) =>
    aDescriptor({
      nickname: `tansy${String(index).padStart(2, "0")}`,
      address: `198.51.100.${index + 1}`,
      published: "2026-02-01 00:00:00",
    }),
  );
  await tell(page, fleet.join(""), true);
  await page.goto("/relays");
  await expect(page.getByText("55 relays")).toBeVisible();
  await expect(page.getByRole("row")).toHaveCount(51);
  await page.getByRole("link", { name: "Next" }).click();
  await expect(page.getByRole("row")).toHaveCount(6);
  await expect(page.getByRole("link", { name: "tansy54" })).toBeVisible();
  await page.getByRole("searchbox").fill("198.51.100.33");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("1 of 55 relays")).toBeVisible();
  await expect(page.getByRole("row").last()).toContainText("tansy32");
  await page.getByRole("searchbox").fill("% or '1'='1");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("No relay is called that")).toBeVisible();
  await page.goto("/relays");
  await fits(page);
});

test("no link makes the desk say what is not so", async ({ page }) => {
  await makeOwner(page);
  await page.goto("/relays?added=evil&note=Send+your+password&q=");
  await expect(page.getByText("No relay yet.")).toBeVisible();
  await expect(page.getByText("evil")).toHaveCount(0);
  await expect(page.getByText("Send your password")).toHaveCount(0);
  await tell(page, FIRST);
  const told = page.url();
  await page.reload();
  await expect(page.getByText("The desk knows more about hyssop now.")).toBeVisible();
  await page.goto(`${told}?note=Send+your+password`);
  await expect(page.getByText("Send your password")).toHaveCount(0);
});
