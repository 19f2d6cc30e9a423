import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { openDb } from "../../lib/db/client.ts";
import { loadHistory } from "../../lib/relays/store.ts";
import { aControlTor } from "../../lib/testing/a-control-tor.ts";

const SHARED = path.join(import.meta.dirname, "../../../shared");
const folder = mkdtempSync(path.join(tmpdir(), "relays-test-"));
const url = `file:${path.join(folder, "desk.db")}`;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function relays(...args: string[]) {
  const main = path.join(import.meta.dirname, "main.ts");
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: url };
  return spawnSync(process.execPath, [main, "relays", ...args], { encoding: "utf8", env });
}

async function known() {
  const db = openDb(url);
  try {
    return (await loadHistory(db)).relays;
  } finally {
    await db.$disconnect();
  }
}

test("a relay's DataDirectory teaches its policies, addresses and running times, and no other relay", async () => {
  const { status, stdout, stderr } = relays("import", path.join(SHARED, "tor-datadir/relay"));
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/11 others passed over/);
  const [relay, ...others] = await known();
  expect(others).toEqual([]);
  expect(relay).toMatchObject({
    nickname: "sampleexit",
    fingerprint: "935579A292114F0B6AE2920C821AC66E2B3C03E2",
  });
  expect(relay?.policies.length).toBeGreaterThan(2);
  expect(relay?.uptime.at(-1)?.to).not.toBeNull();
  expect(new Set(relay?.tenures.map(({ ip }) => ip))).toEqual(
    new Set(["203.0.113.9", "2001:db8:113::9"]),
  );
});

test("a whole network adds nobody; a path that is not there is one line", async () => {
  const consensus = path.join(SHARED, "tor-data/zoossh-2017-04-15-00-00-00-consensus");
  const { status, stdout, stderr } = relays("import", consensus, "/nowhere");
  expect(stdout).toMatch(/7347 others passed over.*\n/);
  expect(stdout).toMatch(/^Lists of exits are made from the consensus of 2017-04-15.* now\.$/m);
  expect(stdout).toMatch(/^Learnt about: nothing new\.$/m);
  expect([status, stderr]).toEqual([
    1,
    "/nowhere: there is no such file or folder; check the path\n",
  ]);
  expect(await known()).toHaveLength(1);
});

test("a running relay is asked over its control socket", async () => {
  const tor = await aControlTor(["Nickname running", "CookieAuthentication 1", "ExitRelay 0"]);
  try {
    const { status, stdout } = relays("import", "--control", tor.socket);
    expect([status, stdout]).toEqual([0, "The desk knows what running says of itself.\n"]);
  } finally {
    await tor.close();
  }
  expect((await known()).map(({ nickname }) => nickname)).toContain("running");
});

test("wrong usage says what is wrong", () => {
  expect(relays("import")).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("either PATH"),
  });
  expect(relays("import", "--fingerprint", "AB", "x").status).toBe(2);
});
