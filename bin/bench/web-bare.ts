import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const FOLDER = path.join(import.meta.dirname, "bare-next");
const NEXT = path.join(import.meta.dirname, "../../node_modules/next");

/** The folder of the bare application, built by the same Next as the desk. */
export function ensureBareBuilt(): string {
  const stamp = path.join(FOLDER, ".next", "exitdesk-built");
  const wanted = digest();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return FOLDER;
  const built = spawnSync(process.execPath, [path.join(NEXT, "dist/bin/next"), "build"], {
    cwd: FOLDER,
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (built.status !== 0) throw new Error(`the bare application was not built: ${built.stderr}`);
  writeFileSync(stamp, wanted);
  return FOLDER;
}

function digest(): string {
  const hash = createHash("sha256").update(readFileSync(path.join(NEXT, "package.json")));
  for (const entry of readdirSync(path.join(FOLDER, "app"), {
    recursive: true,
    withFileTypes: true,
  }))
    if (entry.isFile()) hash.update(readFileSync(path.join(entry.parentPath, entry.name)));
  return hash.digest("hex");
}
