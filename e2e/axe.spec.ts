import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { fillDesk, unlistedPages } from "./support/filled-desk.ts";
import { test } from "./support/test.ts";

// axe runs in the page; our content policy lets no such script in.
test.use({ bypassCSP: true });

const LOOKS = [
  { name: "light", media: { colorScheme: "light", contrast: null } },
  { name: "dark", media: { colorScheme: "dark", contrast: null } },
  { name: "high contrast", media: { colorScheme: "light", contrast: "more" } },
] as const;
const GRAVE = ["serious", "critical"];

test("every page of the app has its place in the list of pages that are looked at", {
  tag: "@scripts",
}, () => {
  expect(unlistedPages()).toEqual([]);
});

test("axe finds nothing serious or critical on any page, light, dark or in high contrast", {
  tag: "@scripts",
}, async ({ page, browser, baseURL }) => {
  test.setTimeout(400_000);
  const pages = await fillDesk(page);
  const stranger = await browser.newPage({ bypassCSP: true, baseURL: baseURL ?? "" });
  const found: string[] = [];
  for (const { name, href, signedOut } of pages) {
    const on = signedOut ? stranger : page;
    await on.goto(href);
    // What a reader may fold out is looked at too.
    await on.evaluate(() => {
      for (const part of document.querySelectorAll("details")) part.open = true;
    });
    found.push(...(await problems(on, name)));
  }
  await stranger.close();
  expect(found).toEqual([]);
});

/** Everything in the first look; in the others only the colours are different. */
async function problems(page: Page, name: string): Promise<string[]> {
  const found: string[] = [];
  for (const look of LOOKS) {
    await page.emulateMedia(look.media);
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
    const { violations } = await (look === LOOKS[0]
      ? axe
      : axe.withRules("color-contrast")
    ).analyze();
    for (const { id, impact, nodes } of violations)
      if (GRAVE.includes(impact ?? ""))
        found.push(
          `${name}, ${look.name}: ${id}: ${nodes
            .slice(0, 3)
            .map(({ html }) => html.slice(0, 160))
            .join(" | ")}`,
        );
  }
  return found;
}
