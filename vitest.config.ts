import { defineConfig } from "vitest/config";

/** What a desk does with its database, one of each kind; the rest is run by hand, see CONTRIBUTING.md. */
const ON_POSTGRESQL = [
  "lib/db/**/*.server.test.ts",
  "lib/accounts/audit.test.ts",
  "lib/cases/{open-case,seal-case,sealed,send-reply,visible}.test.ts",
  "lib/privacy/purge.test.ts",
  "lib/reports/figures.test.ts",
  "lib/search/find-texts.property.test.ts",
];
/** About the SQLite file itself. */
const OF_SQLITE = ["lib/db/{backup,libsql,sealed-file,upgrade}.test.ts"];
const onPostgresql = {
  exclude: ["**/*.integration.test.ts", ...OF_SQLITE],
  globalSetup: ["lib/testing/on-postgresql.ts"],
  testTimeout: 20_000,
  hookTimeout: 30_000,
};

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
          exclude: ["**/*.integration.test.ts", "**/*.server.test.ts"],
          // Vitest leaves one core to whoever watches, which is half of a small machine.
          maxWorkers: 2,
          testTimeout: 15_000,
        },
      },
      // The same tests of the stores, on a PostgreSQL of their own.
      { test: { name: "postgresql", include: ON_POSTGRESQL, ...onPostgresql } },
      { test: { name: "postgresql-whole", include: ["lib/**/*.test.ts"], ...onPostgresql } },
      // Against real servers on loopback: Dovecot, SMTP, tor. Two at a time: they wait for servers most of the time.
      {
        test: {
          name: "integration",
          include: ["lib/**/*.integration.test.ts", "bin/**/*.integration.test.ts"],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
