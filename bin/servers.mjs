// The real programs the tests run against. On Debian and as root they are installed; otherwise we say what is missing.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { say, stop } from "./runtime.mjs";

const NEEDED = [
  { program: "/usr/sbin/dovecot", package: "dovecot-imapd" },
  { program: "/usr/lib/dovecot/lmtp", package: "dovecot-lmtpd" },
  { program: "/usr/bin/tor", package: "tor" },
  { program: "/usr/bin/microsocks", package: "microsocks" },
  { program: "/usr/bin/chromium", package: "chromium" },
  { program: "/usr/lib/postgresql", package: "postgresql" },
  { program: "/usr/bin/openssl", package: "openssl" },
  { program: "/usr/bin/unzip", package: "unzip" },
  { program: "/usr/bin/python3", package: "python3" },
];

export function ensureServers() {
  const missing = absent();
  if (missing.length === 0) return;
  const packages = missing.map((entry) => entry.package);
  const canInstall = existsSync("/etc/debian_version") && process.getuid?.() === 0;
  if (!canInstall)
    stop(
      `The tests need these programs: ${missing.map((entry) => entry.program).join(", ")}. On Debian: apt-get install ${packages.join(" ")}`,
    );
  say(`Installing for the tests: ${packages.join(" ")} ...`);
  apt(["update"]);
  apt(["install", "-y", "--no-install-recommends", ...packages]);
  if (absent().length > 0)
    stop(
      `apt-get did not install: ${absent()
        .map((entry) => entry.package)
        .join(" ")}`,
    );
}

function absent() {
  return NEEDED.filter((entry) => !existsSync(entry.program));
}

function apt(args) {
  const result = spawnSync("apt-get", ["-qq", ...args], {
    encoding: "utf8",
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  if (result.status !== 0) stop(`apt-get ${args[0]} failed:\n${result.stderr}`);
}
