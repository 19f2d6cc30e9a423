import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import type { Payload } from "./payloads.ts";
import { RAW_HOST, recordingProxy } from "./recording-proxy.ts";
import { type Effects, watchContext, watchPage } from "./watch-page.ts";

/** A payload and the page of the desk that shows it. */
export type Shown = { payload: Payload; path: string };
export type Rendered = {
  payloads: number;
  executed: number;
  requests: number;
  /** How many of the control's raw pages executed; the run is worth nothing when next to none did. */
  control: number;
  wrong: string[];
};

const PAGES = 2;
const RAW_PAGES = 6;
const SETTLE_MS = 60;
/** A busy machine draws late. */
const DRAWN_MS = 15_000;
/** What was not drawn is shown again after all others; what is never drawn fails the run. What once executed stays counted. */
const TRIES = 3;
const NOT_DRAWN = "could not be looked at";
const RAW_SETTLE_MS = 250;
/** The control has shown enough: the trap sees what works. */
const ENOUGH = 40;
/** What Chromium itself asks for, whatever is shown; a payload that names such a host is counted all the same. */
const OF_THE_BROWSER = ["accounts.google.com:443", "content-autofill.googleapis.com:443"];

/**
 * Each payload in the desk's own case page, in Chromium: loaded, its frame opened, hovered, focused and clicked. Before
 * that some of them raw, where they must be seen to work.
 */
export async function render(
  shown: readonly Shown[],
  { desk, cookie, control, tell }: Rig,
): Promise<Rendered> {
  const raw = new Map(control.map((payload, index) => [`/${index}`, payload.text]));
  const proxy = await recordingProxy(desk, (path) => raw.get(path) ?? null);
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--disable-features=AutofillServerCommunication,OptimizationHints,Translate,MediaRouter",
      `--proxy-server=http://127.0.0.1:${proxy.port}`,
      "--proxy-bypass-list=<-loopback>",
    ],
  });
  try {
    const worked = await showRaw(browser, raw.size);
    proxy.asked.length = 0;
    const wrong = await showAll(browser, shown, { desk, cookie, tell });
    const named = shown.map(({ payload }) => payload.text).join("\n");
    const own = OF_THE_BROWSER.filter((host) => !named.includes(host.split(":")[0] ?? host));
    const requests = proxy.asked.filter((url) => !own.some((host) => url === `connect ${host}`));
    return {
      payloads: shown.length,
      executed: wrong.length,
      requests: requests.length,
      control: worked,
      wrong: [...wrong, ...requests.map((url) => `asked for ${url}`)],
    };
  } finally {
    await browser.close();
    await proxy.close();
  }
}

type Rig = {
  desk: URL;
  cookie: { name: string; value: string };
  control: readonly Payload[];
  tell: (text: string) => void;
};

async function showAll(
  browser: Browser,
  shown: readonly Shown[],
  { desk, cookie, tell }: Omit<Rig, "control">,
): Promise<string[]> {
  const context = await browser.newContext({ baseURL: desk.href });
  await context.addCookies([{ ...cookie, url: desk.href }]);
  await watchContext(context);
  const wrong: string[] = [];
  const queue = shown.map((one) => ({ one, tries: 1 }));
  let done = 0;
  const walk = async (page: Page) => {
    for (let turn = queue.shift(); turn; turn = queue.shift()) {
      const { one, tries } = turn;
      const effects = await showOne(page, one, desk);
      if (isOnlyLate(effects) && tries < TRIES) {
        tell(`${one.payload.set} ${one.payload.id} was not drawn, is shown again`);
        queue.push({ one, tries: tries + 1 });
        continue;
      }
      if (effects.length > 0)
        wrong.push(`${one.payload.set} ${one.payload.id}: ${effects.join(", ")}`);
      done += 1;
      if (done % 100 === 0) tell(`${done} of ${shown.length} payloads`);
    }
  };
  await Promise.all(Array.from({ length: PAGES }, async () => walk(await context.newPage())));
  await context.close();
  return wrong;
}

function isOnlyLate(effects: Effects): boolean {
  return effects.length > 0 && effects.every((effect) => effect.startsWith(NOT_DRAWN));
}

async function showOne(page: Page, { path }: Shown, desk: URL): Promise<Effects> {
  const watch = watchPage(page);
  const problems: Effects = [];
  try {
    await page.goto(path, { waitUntil: "load" });
    await page.locator("[data-html] summary").click();
    const frame = page.frameLocator("[data-html] iframe");
    await frame.getByText("drawn").first().waitFor({ timeout: DRAWN_MS });
    await touch(page);
    if (new URL(page.url()).origin !== desk.origin) problems.push(`left for ${page.url()}`);
  } catch (error) {
    problems.push(`${NOT_DRAWN}: ${String(error).split("\n")[0]}`);
  }
  return [...watch.stop(), ...problems];
}

/** Over the frame and the words beside it, as a person would: pointer, key, button. */
async function touch(page: Page): Promise<void> {
  const box = await page.locator("[data-html] iframe").boundingBox();
  if (!box) throw new Error("the frame has no place on the page");
  for (const down of [24, 60, 100]) {
    await page.mouse.move(box.x + 30, box.y + down);
    await page.mouse.click(box.x + 30, box.y + down);
  }
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.waitForTimeout(SETTLE_MS);
}

async function showRaw(browser: Browser, count: number): Promise<number> {
  let worked = 0;
  let next = 0;
  const walk = async () => {
    while (next < count && worked < ENOUGH) {
      const context = await browser.newContext();
      if (await worksRaw(context, next++)) worked += 1;
      await context.close();
    }
  };
  await Promise.all(Array.from({ length: RAW_PAGES }, walk));
  return worked;
}

async function worksRaw(context: BrowserContext, index: number): Promise<boolean> {
  await watchContext(context);
  const page = await context.newPage();
  const watch = watchPage(page);
  const url = `http://${RAW_HOST}/${index}`;
  await page.goto(url, { waitUntil: "commit", timeout: 3_000 }).catch(() => undefined);
  await page.mouse.move(30, 24).catch(() => undefined);
  await page.mouse.click(30, 24).catch(() => undefined);
  await page.waitForTimeout(RAW_SETTLE_MS);
  return watch.stop().length > 0;
}
