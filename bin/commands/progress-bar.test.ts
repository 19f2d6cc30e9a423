import { expect, test } from "vitest";
import { progressBar } from "./progress-bar.ts";

function screen(isTTY: boolean) {
  let text = "";
  return { isTTY, write: (more: string) => (text += more), text: () => text };
}

test("on a terminal the bar redraws itself and a message stands above it", () => {
  const out = screen(true);
  const bar = progressBar(200, out);
  bar.show(100, "10 mails");
  bar.say("a.json: left out");
  bar.end();
  expect(out.text()).toContain("[###############---------------]  50 %  10 mails");
  expect(out.text()).toMatch(/\ra\.json: left out\n\[#{15}-{15}\]/);
  expect(out.text().endsWith("\n")).toBe(true);
});

test("elsewhere a plain line comes every five seconds", () => {
  const out = screen(false);
  let now = 0;
  const bar = progressBar(200, out, () => now);
  for (now = 0; now <= 12_000; now += 1000) bar.show(now / 100, `${now} mails`);
  bar.end();
  expect(out.text()).toBe("25 %  5000 mails\n50 %  10000 mails\n");
});

test("an empty input is done at once", () => {
  const out = screen(true);
  progressBar(0, out).show(0, "0 mails");
  expect(out.text()).toContain("100 %");
});
