import { chromium } from "@playwright/test";
import type { Visit } from "./web-visit.ts";

const TIMES = 5;

/** Largest Contentful Paint in ms, the median of some loads, and the greatest Cumulative Layout Shift (W3C drafts). */
export async function paint({
  server,
  path,
  cookie,
}: Visit): Promise<{ lcp: number; cls: number }> {
  const browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
  const [name = "", value = ""] = cookie.split("=");
  const context = await browser.newContext();
  await context.addCookies([{ name, value, url: server.url }]);
  const lcps: number[] = [];
  let cls = 0;
  for (let n = 0; n < TIMES; n++) {
    const page = await context.newPage();
    await page.goto(`${server.url}${path}`, { waitUntil: "load" });
    const seen = await page.evaluate(observe);
    lcps.push(seen.lcp);
    cls = Math.max(cls, seen.cls);
    await page.close();
  }
  await browser.close();
  return { lcp: lcps.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? 0, cls };
}

/** Runs in the page. */
async function observe(): Promise<{ lcp: number; cls: number }> {
  const seen = { lcp: 0, cls: 0 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcp = Math.max(seen.lcp, entry.startTime);
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      seen.cls += (entry as unknown as { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
  await new Promise((resolve) => setTimeout(resolve, 500));
  return seen;
}
