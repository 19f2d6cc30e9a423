import { defineConfig } from "@playwright/test";

/**
 * Debian's Chromium, headless. As root it needs --no-sandbox; without the background flags it tries to call home.
 * Every journey runs twice: with scripts, and without, as in Tor Browser's "Safest".
 */
export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  timeout: 120_000,
  fullyParallel: false,
  // Each test has a desk and servers of its own, and waits for mail most of the time.
  workers: 2,
  expect: { timeout: 15_000 },
  forbidOnly: true,
  reporter: "list",
  use: {
    launchOptions: {
      executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
    // Without a film of every page, which takes a core of its own.
    trace: { mode: "retain-on-failure", screenshots: false },
  },
  projects: [
    { name: "scripts on", use: { javaScriptEnabled: true } },
    // What only scripts add has nothing to show here.
    { name: "scripts off", grepInvert: /@scripts/, use: { javaScriptEnabled: false } },
  ],
});
