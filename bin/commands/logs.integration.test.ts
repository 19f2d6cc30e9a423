import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDb } from "../../lib/db/client.ts";
import { migrate } from "../../lib/db/migrate.ts";

/** Names, addresses and subjects of a stranger's mail: none may stand in what the desk prints. */
const CANARIES = ["zanzibarzebra", "198.51.100.77", "quaggaquartz"];
const MAIL = [
  "From: Nora Zanzibarzebra <zanzibarzebra@shop.example>",
  "To: abuse@operator.example",
  "Subject: quaggaquartz",
  "Date: Sun, 01 Mar 2026 12:00:00 +0000",
  "",
  "2026-03-01T11:00:00Z 192.0.2.7 logged in at 198.51.100.77 port 22 as quaggaquartz",
  "",
].join("\r\n");

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "exitdesk-logs-"));
  await migrate(`file:${path.join(folder, "desk.db")}`, process.cwd());
  writeFileSync(path.join(folder, "mail.eml"), MAIL);
});
afterAll(() => rmSync(folder, { recursive: true }));

const environment = () => ({ ...process.env, DATA_DIR: folder, LOG_LEVEL: "info" });
function command(...args: string[]): string {
  const { stdout, stderr } = spawnSync(process.execPath, ["bin/commands/main.ts", ...args], {
    env: environment(),
    encoding: "utf8",
  });
  return stdout + stderr;
}

test("neither the worker nor a command prints who wrote, about what, or whose address it is", async () => {
  const printed = [command("import", path.join(folder, "mail.eml"))];
  const db = openDb(`file:${path.join(folder, "desk.db")}`);
  // Bytes that are no gzip: the worker fails at them three times and says so.
  await db.rawMail.create({
    data: {
      sha256: "0".repeat(64),
      gzip: new Uint8Array(Buffer.from(CANARIES.join(" "))),
      size: 1,
      storedAt: new Date(0),
    },
  });
  await db.sighting.create({
    data: {
      via: "import",
      outcome: "stored",
      rawSha256: "0".repeat(64),
      source: CANARIES[0] ?? "",
      seenAt: new Date(0),
    },
  });
  const worker = spawn(process.execPath, ["lib/worker/main.ts"], { env: environment() });
  worker.stdout.on("data", (bytes) => printed.push(String(bytes)));
  worker.stderr.on("data", (bytes) => printed.push(String(bytes)));
  for (
    let n = 0;
    n < 40 && (await db.sighting.count({ where: { outcome: "quarantined" } })) === 0;
    n++
  )
    await sleep(200);
  worker.kill("SIGTERM");
  await once(worker, "exit");
  expect(await db.case.count()).toBe(1);
  expect(await db.sighting.count({ where: { outcome: "quarantined" } })).toBe(1);
  await db.$disconnect();

  printed.push(command("purge", "--dry-run"), command("doctor"));
  printed.push(command("backup", path.join(folder, "copy")));
  const all = printed.join("\n").toLowerCase();
  expect(all).toContain("1 cases and 2 mails backed up");
  expect(CANARIES.filter((canary) => all.includes(canary))).toEqual([]);
}, 60_000);
