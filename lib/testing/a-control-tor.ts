import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A real relay of tor's that never touches the network, with its control socket; other control ports it opened stand in
 * the file `control-port` of its folder. `close` ends it and removes the folder.
 */
export async function aControlTor(
  torrc: readonly string[],
): Promise<{ folder: string; socket: string; close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "control-tor-"));
  const socket = join(folder, "control");
  const lines = [
    `DataDirectory ${folder}`,
    "DisableNetwork 1",
    "SocksPort 0",
    `ControlPort unix:${socket}`,
    `ControlPortWriteToFile ${join(folder, "control-port")}`,
    "ORPort 9001 IPv4Only",
    "Address 203.0.113.9",
    "AssumeReachable 1",
    "PublishServerDescriptor 0",
    "GeoIPFile /dev/null",
    "GeoIPv6File /dev/null",
    ...torrc,
  ];
  await writeFile(join(folder, "torrc"), `${lines.join("\n")}\n`);
  const args = ["--defaults-torrc", "/dev/null", "-f", join(folder, "torrc"), "--quiet"];
  const tor = spawn("tor", args, { stdio: "ignore" });
  const gone = new Promise((resolve) => tor.once("exit", resolve));
  for (let tries = 0; !existsSync(socket) && tries < 500; tries++) {
    if (tor.exitCode !== null)
      throw new Error("tor did not start; is the Debian package tor installed?");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return {
    folder,
    socket,
    close: async () => {
      tor.kill("SIGKILL");
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What `HashedControlPassword` wants. */
export function hashedPassword(password: string): string {
  const { stdout } = spawnSync("tor", ["--hash-password", password, "--quiet"], {
    encoding: "utf8",
  });
  return stdout.trim().split("\n").at(-1) ?? "";
}
