import { constants, existsSync } from "node:fs";
import { access, statfs } from "node:fs/promises";
import path from "node:path";
import { contentKeysFolder, readContentKeys } from "../../lib/config/content-keys.ts";
import { readSecretKey } from "../../lib/config/secret.ts";
import type { Db } from "../../lib/db/client.ts";
import { checkBackups, checkPrivacy } from "./doctor-privacy.ts";

/** One line of the doctor. `warn`: works, but somebody should look; `wrong`: to be mended. */
export type Check = { state: "ok" | "warn" | "wrong"; text: string };

const LOW_DISK_BYTES = 500 * 1024 * 1024;
const NEEDED_NODE = [22, 22] as const;
const MINUTE = 60_000;

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [needMajor, needMinor] = NEEDED_NODE;
  return major > needMajor || (major === needMajor && minor >= needMinor)
    ? ok(`Node ${version}`)
    : wrong(
        `Node ${version} is too old: start the desk with 'npm start', which fetches a newer one.`,
      );
}

/** The folder, who may read it, its key, and room on its disk. */
export async function checkFolder(dataDir: string): Promise<Check[]> {
  try {
    await access(dataDir, constants.R_OK | constants.W_OK);
  } catch {
    return [
      wrong(`${dataDir} cannot be written. Make it, or set DATA_DIR to a folder of this user.`),
    ];
  }
  const { bavail, bsize } = await statfs(dataDir);
  const room = bavail * bsize;
  return [
    ok(`${dataDir} can be written`),
    ...(await checkPrivacy(dataDir)),
    ...(await checkBackups(dataDir)),
    checkKey(dataDir),
    room > LOW_DISK_BYTES
      ? ok(`${Math.round(room / 1_000_000)} MB free on its disk`)
      : warn(
          `Only ${Math.round(room / 1_000_000)} MB free on its disk. Free some: without room no mail can be taken.`,
        ),
  ];
}

function checkKey(dataDir: string): Check {
  if (!existsSync(path.join(dataDir, "secret.key")))
    return warn(
      "secret.key is not there. Put it back from a backup; a new one is made at the next start, and the mailbox passwords are typed again.",
    );
  try {
    readSecretKey(dataDir);
    return ok("secret.key is there");
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

/** The keys of the mails in this database. To be asked before it is opened, which makes them. */
export function checkContentKeys(databaseUrl: string): Check {
  const folder = contentKeysFolder(databaseUrl);
  const file = path.join(folder, "content.keys");
  if (!existsSync(file))
    return wrong(
      `${file} is not there: without it no mail can be read. Put it back from a backup.`,
    );
  try {
    const { byId } = readContentKeys(folder);
    return ok(`content.keys is there (${byId.size}): keep a copy apart from the database`);
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

/** Schema, durability and integrity of an open database. `wanted`: the migrations of this version. */
export async function checkDatabase(db: Db, wanted: readonly string[]): Promise<Check[]> {
  const applied = await db.$queryRaw<{ migration_name: string }[]>`
    SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL`;
  const names = applied.map((row) => row.migration_name);
  const missing = wanted.filter((name) => !names.includes(name));
  const newer = names.filter((name) => !wanted.includes(name));
  return [
    missing.length === 0
      ? ok(`${names.length} migrations applied`)
      : wrong(`Migrations are missing (${missing.join(", ")}): 'npm start' applies them.`),
    ...(newer.length === 0
      ? []
      : [wrong(`The database is of a newer version (${newer.join(", ")}): update this program.`)]),
    ...(db.$dialect === "sqlite"
      ? [await checkDurability(db), await checkIntegrity(db)]
      : await checkServerSettings(db)),
  ];
}

/** What the server was told to risk (https://www.postgresql.org/docs/15/runtime-config-wal.html). */
async function checkServerSettings(db: Db): Promise<Check[]> {
  const [is] = await db.$queryRaw<Record<"fsync" | "commit" | "pages" | "checksums", string>[]>`
    SELECT current_setting('fsync') AS "fsync", current_setting('synchronous_commit') AS "commit",
      current_setting('full_page_writes') AS "pages", current_setting('data_checksums') AS "checksums"`;
  const isDurable = is?.fsync === "on" && is.pages === "on" && is.commit !== "off";
  return [
    isDurable
      ? ok("every commit is on the server's disk")
      : wrong(
          "Commits may be lost in a power cut: set fsync, full_page_writes and synchronous_commit on.",
        ),
    is?.checksums === "on"
      ? ok("the server checks what it reads from its disk (data_checksums)")
      : warn("The server does not check what it reads from its disk: see pg_checksums."),
  ];
}

async function checkDurability(db: Db): Promise<Check> {
  const [journal] = await db.$queryRaw<{ journal_mode: string }[]>`PRAGMA journal_mode`;
  const [sync] = await db.$queryRaw<{ synchronous: number | bigint }[]>`PRAGMA synchronous`;
  return journal?.journal_mode === "wal" && Number(sync?.synchronous) === 2
    ? ok("every commit is on the disk (WAL, synchronous=FULL)")
    : wrong(
        "Commits may be lost in a power cut: the database is not in WAL with synchronous=FULL.",
      );
}

async function checkIntegrity(db: Db): Promise<Check> {
  const rows = await db.$queryRaw<{ integrity_check: string }[]>`PRAGMA integrity_check`;
  const broken = rows.map((row) => row.integrity_check).filter((line) => line !== "ok");
  return broken.length === 0
    ? ok("the database file is whole")
    : wrong(`The database file is damaged (${broken[0]}). Stop the desk and restore a backup.`);
}

/** Each mailbox's last look. */
export async function checkMailboxes(db: Db, now: number): Promise<Check[]> {
  const mailboxes = await db.mailbox.findMany({ where: { enabled: true }, orderBy: { id: "asc" } });
  if (mailboxes.length === 0) return [warn("No mailbox yet: add one under Mailboxes.")];
  return mailboxes.map(({ name, lastError, checkedAt }) => {
    if (lastError !== null) return wrong(`mailbox ${name}: ${lastError}`);
    if (checkedAt === null) return warn(`mailbox ${name}: never looked at; is the desk running?`);
    const minutes = Math.round((now - checkedAt.getTime()) / MINUTE);
    return minutes > 30
      ? warn(`mailbox ${name}: last looked at ${minutes} minutes ago; is the desk running?`)
      : ok(`mailbox ${name}: looked at ${minutes} minutes ago`);
  });
}

/** What waits, and what waits for a person. */
export async function checkQueues(db: Db, now: number): Promise<Check[]> {
  const since = new Date(now - 10 * MINUTE);
  const unopened = await db.sighting.count({
    where: { outcome: "stored", triagedAt: null, seenAt: { lt: since } },
  });
  const quarantined = await db.sighting.count({ where: { outcome: "quarantined" } });
  const overdue = await db.outboxMail.count({
    where: { state: { in: ["queued", "sending"] }, notBefore: { lt: since } },
  });
  const unknown = await db.outboxMail.count({ where: { state: "unknown" } });
  return [
    unopened === 0
      ? ok("no mail waits to be opened")
      : warn(`${unopened} mails are stored and not opened as cases yet; is the desk running?`),
    quarantined === 0
      ? ok("no mail in quarantine")
      : warn(`${quarantined} mails are in quarantine: look at them in the queue under Quarantine.`),
    overdue === 0
      ? ok("no letter is overdue")
      : warn(`${overdue} approved letters have waited more than ten minutes; is the desk running?`),
    unknown === 0
      ? ok("no letter in doubt")
      : warn(`${unknown} letters may or may not have arrived: their cases say so.`),
  ];
}

function ok(text: string): Check {
  return { state: "ok", text };
}
function warn(text: string): Check {
  return { state: "warn", text };
}
function wrong(text: string): Check {
  return { state: "wrong", text };
}
