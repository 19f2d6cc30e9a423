// Brings a checkout from "just cloned" to "can run": packages, database client, web build. Each step only when stale.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { npm, root, stop, tell } from "./runtime.mjs";

/** The desk for SQLite, and what is derived from it for PostgreSQL. */
const SCHEMAS = ["prisma/schema.prisma", "prisma/postgresql/schema.prisma"];

/**
 * Installs the versions package-lock.json names, unless they are there. Not `npm ci`: it refuses a lock that lacks the
 * native parts of other platforms, and npm writes such a lock where a registry does not offer them all.
 */
export function ensureInstalled() {
  step("node_modules/.exitdesk-installed", ["package-lock.json"], "Installing packages", () =>
    npm(["install", "--no-save", "--no-audit", "--no-fund"]),
  );
}

/**
 * Generates the database client. Prisma wants a schema engine binary at hand and would download one; generating needs
 * none, so any program that exists will do.
 */
export function ensureGenerated(node) {
  step(
    "lib/db/generated/.exitdesk-generated",
    [...SCHEMAS, "package-lock.json"],
    "Generating the database client",
    () => {
      for (const schema of SCHEMAS)
        runNode(node, ["node_modules/prisma/build/index.js", "generate", "--schema", schema], {
          PRISMA_SCHEMA_ENGINE_BINARY: node,
          CHECKPOINT_DISABLE: "1",
        });
    },
  );
}

/** Builds the web part when a source it is made of has changed. */
export function ensureBuilt(node) {
  const sources = [
    "app",
    "components",
    "lib",
    "next.config.js",
    "postcss.config.mjs",
    "tsconfig.json",
    "package-lock.json",
    ...SCHEMAS,
  ];
  step(".next/.exitdesk-built", sources, "Building the pages (about half a minute)", () =>
    runNode(node, ["node_modules/next/dist/bin/next", "build"], {
      NEXT_TELEMETRY_DISABLED: "1",
      NODE_ENV: "production",
    }),
  );
}

function step(stamp, sources, words, work) {
  const file = path.join(root, stamp);
  const wanted = digest(sources);
  if (existsSync(file) && readFileSync(file, "utf8") === wanted) return;
  tell(`${words} ...`);
  work();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, wanted);
}

function runNode(node, args, env) {
  const result = spawnSync(node, args, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ""}${result.stderr ?? ""}`);
  stop(
    `${args[0]} failed, see above. A fresh clone of the same version should work; if not, please report it.`,
  );
}

function digest(sources) {
  const hash = createHash("sha256");
  for (const source of sources)
    for (const file of filesIn(source))
      hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest("hex");
}

function filesIn(source) {
  const full = path.join(root, source);
  if (!existsSync(full)) return [];
  const listing = readdirSyncOrNull(full);
  if (!listing) return [source];
  return listing
    .filter((entry) => !entry.name.startsWith("generated") && !/\.test\.tsx?$/.test(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesIn(path.join(source, entry.name)));
}

function readdirSyncOrNull(full) {
  try {
    return readdirSync(full, { withFileTypes: true });
  } catch {
    return null;
  }
}
