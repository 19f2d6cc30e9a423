import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";

const INSTALLED = "/usr/lib/postgresql";
/** A migrated desk with nothing in it, which every test copies. */
export const TEMPLATE = "desk_template";

/** The server this run of the tests uses; none: each desk is a SQLite file. */
export function testServer(): string | undefined {
  // biome-ignore lint/style/noProcessEnv: said to whole runs of tests, never to a desk.
  return process.env["EXITDESK_TEST_DATABASE"];
}

/** One statement on the server the tests run on, outside every desk. */
export async function onServer(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * A server of its own on a free port of loopback, its data in a folder that goes with it. It does not wait for the disk
 * unless it is to be `durable`: what it holds is worth nothing. PostgreSQL refuses to run as root, so as root it runs as the user `postgres`.
 */
export async function startPostgresql({ durable = false } = {}): Promise<{
  url: string;
  stop: () => void;
}> {
  const programs = newestPrograms();
  const user = process.getuid?.() === 0 ? runAs("postgres") : null;
  const folder = mkdtempSync(path.join(tmpdir(), "exitdesk-pg-"));
  if (user) chownSync(folder, user.uid, user.gid);
  const data = path.join(folder, "data");
  const port = await freePort();
  const run = (program: string, ...args: string[]) =>
    execFileSync(path.join(programs, program), args, { ...user, cwd: folder, stdio: "pipe" });
  run("initdb", "-D", data, "-U", "desk", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8", "-N");
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=${durable ? "on" : "off"} -c max_connections=200`;
  run("pg_ctl", "-D", data, "-w", "-l", path.join(folder, "log"), "-o", settings, "start");
  return {
    url: `postgresql://desk@127.0.0.1:${port}/postgres`,
    stop: () => {
      run("pg_ctl", "-D", data, "-m", "immediate", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function newestPrograms(): string {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED) : [];
  const newest = versions.sort((a, b) => Number(b) - Number(a)).at(0);
  if (newest === undefined)
    throw new Error(`No PostgreSQL in ${INSTALLED}. On Debian: apt-get install postgresql`);
  return path.join(INSTALLED, newest, "bin");
}

function runAs(name: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync("id", [flag, name], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
