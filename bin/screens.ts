// Pictures of the desk with the sample mailbox, for the README and for looking at. Needs a build and Chromium.
// usage: node bin/screens.ts   writes docs/screens/*.png
import { mkdirSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import { RunningDesk } from "../e2e/support/desk.ts";
import { makeOwner, reloadUntil, signLetters } from "../e2e/support/steps.ts";

const OUT = "docs/screens";
const LOOKS = [
  { name: "", width: 1600, height: 1000, colorScheme: "light" },
  { name: "-dark", width: 1600, height: 1000, colorScheme: "dark" },
  { name: "-phone", width: 360, height: 740, colorScheme: "light" },
] as const;

mkdirSync(OUT, { recursive: true });
const desk = await RunningDesk.start();
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  await takeAll(browser);
} finally {
  await browser.close();
  await desk.stop();
}

async function takeAll(from: Browser): Promise<void> {
  const first = await from.newContext({ baseURL: desk.url });
  const caseUrl = await prepare(await first.newPage());
  const storageState = await first.storageState();
  const pages = {
    queue: "/queue",
    case: caseUrl,
    relays: "/relays",
    policy: "/policy",
    rules: "/rules",
    mailboxes: "/mailboxes",
    settings: "/settings",
  };
  for (const { name, width, height, colorScheme } of LOOKS) {
    const context = await from.newContext({
      baseURL: desk.url,
      storageState,
      colorScheme,
      viewport: { width, height },
    });
    const page = await context.newPage();
    for (const [screen, url] of Object.entries(pages)) {
      await page.goto(url);
      await page.screenshot({ path: `${OUT}/${screen}${name}.png` });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      console.log(
        `${screen}${name}.png ${wide > width ? `is ${wide - width} px too wide` : "fits"}`,
      );
    }
    await context.close();
  }
}

/** An operator who has loaded the sample mailbox; returns the address of a case worth showing. */
async function prepare(page: Page): Promise<string> {
  await makeOwner(page);
  await signLetters(page);
  await page.goto("/start");
  await page.getByRole("button", { name: "Load the sample mailbox" }).click();
  await page.waitForURL("**/queue");
  await page.goto("/queue?tab=counsel");
  await reloadUntil(page, "Child abuse material");
  await page.goto("/queue");
  await reloadUntil(page, "IRC abuse about 198.51.100.20");
  await page.getByText("IRC abuse about 198.51.100.20").first().click();
  await page.waitForURL("**/cases/*");
  return page.url();
}
