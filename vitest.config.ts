import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      // Fast, pure or on a scratch database.
      {
        // The pages import `@/lib/...`, as tsconfig.json says.
        resolve: { tsconfigPaths: true },
        test: {
          name: "unit",
          include: ["{lib,app,bin,components}/**/*.test.ts"],
          exclude: ["**/*.integration.test.ts"],
        },
      },
      // Against real servers on loopback: Dovecot, SMTP, tor. One at a time: they share two cores.
      {
        test: {
          name: "integration",
          include: ["lib/**/*.integration.test.ts", "bin/**/*.integration.test.ts"],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
