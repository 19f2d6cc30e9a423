// Pictures of every page of a desk with the sample mailbox, for the README and for looking at. Needs a build and Chromium.
// usage: node bin/screens.ts [PAGE...]   writes docs/screens/PAGE-WIDTH-THEME.png; without a page all, and removes stale ones
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { type Browser, chromium, type Page } from "@playwright/test";
import { RunningDesk } from "../e2e/support/desk.ts";
import { fillDesk, type SeenPage } from "../e2e/support/filled-desk.ts";
import { palettePng } from "./screens/palette-png.ts";

const OUT = "docs/screens";
const SIZES = [
  { width: 360, height: 740 },
  { width: 1024, height: 768 },
  { width: 1600, height: 1000 },
];
const THEMES = ["light", "dark"] as const;

const only = process.argv.slice(2);
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
  const pages = (await fillDesk(await first.newPage())).filter(
    ({ name }) => only.length === 0 || only.includes(name),
  );
  const storageState = await first.storageState();
  const written = new Set<string>();
  for (const colorScheme of THEMES) {
    const own = await from.newContext({ baseURL: desk.url, colorScheme, storageState });
    const none = await from.newContext({ baseURL: desk.url, colorScheme });
    const [signedIn, stranger] = [await own.newPage(), await none.newPage()];
    for (const seen of pages) {
      const page = seen.signedOut ? stranger : signedIn;
      await page.goto(seen.href);
      for (const file of await shoot(page, `${seen.name}-{width}-${colorScheme}.png`))
        written.add(file);
    }
    await own.close();
    await none.close();
  }
  if (only.length === 0) removeStale(written);
  report(pages);
}

async function shoot(page: Page, pattern: string): Promise<string[]> {
  const written: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    // Where a fact is missing the page goes to it; a picture begins at the top.
    await page.evaluate(() => window.scrollTo(0, 0));
    const file = pattern.replace("{width}", String(size.width));
    writeFileSync(`${OUT}/${file}`, palettePng(await page.screenshot({ animations: "disabled" })));
    written.push(file);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    if (wide > size.width) console.log(`${file} is ${wide - size.width} px too wide`);
  }
  return written;
}

function removeStale(written: ReadonlySet<string>): void {
  for (const file of readdirSync(OUT)) if (!written.has(file)) rmSync(`${OUT}/${file}`);
}

function report(pages: SeenPage[]): void {
  console.log(`${pages.length} pages, ${SIZES.length} widths, ${THEMES.length} themes in ${OUT}`);
}
