import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { addAudit } from "../../lib/accounts/audit-store.ts";
import { contentKeysFolder } from "../../lib/config/content-keys.ts";
import { readEnv } from "../../lib/config/env.ts";
import { backUp, restore } from "../../lib/db/backup.ts";
import { openDb } from "../../lib/db/client.ts";
import { dialectOf } from "../../lib/db/dialect.ts";

const USAGE = `usage: exitdesk backup NEW_FOLDER [--with-keys]
       exitdesk restore FOLDER
A backup is made while the desk runs and holds everything in its database: mails, attachments, letters. Without --with-keys
the key files stay out of it: keep them in another place, without them mails and passwords in the backup cannot be read.
A restore wants an empty DATA_DIR.
`;
const KEY_FILES = ["secret.key", "content.keys"];

/** `exitdesk backup`: exit status 0 done, 1 failed, 2 wrong usage. */
export async function backupCommand(args: string[]): Promise<number> {
  const given = readArgs(args);
  if (!given) return usage();
  const { DATABASE_URL, DATA_DIR } = readEnv();
  if (dialectOf(DATABASE_URL) === "sqlite" && !existsSync(DATABASE_URL.replace(/^file:/, "")))
    throw new Error(`There is no desk in ${DATA_DIR}. Set DATA_DIR to where yours is.`);
  const places = new Set([DATA_DIR, contentKeysFolder(DATABASE_URL)]);
  const there = [...places].flatMap((place) => KEY_FILES.map((name) => path.join(place, name)));
  const keys = given.withKeys ? there.filter((file) => existsSync(file)) : [];
  await writeDown(
    DATABASE_URL,
    given.withKeys ? "backup with the keys" : "backup without the keys",
  );
  const made = await backUp(DATABASE_URL, given.folder, { keys, now: Date.now() });
  const note = given.withKeys
    ? `With the keys ${made.keys.join(", ")}: whoever has this folder reads everything.`
    : "Without the keys: keep secret.key and content.keys of DATA_DIR in another place.";
  process.stdout.write(`${counted(made.rows)} backed up to ${given.folder}. ${note}\n`);
  return 0;
}

/**
 * Written down before the copy is made, so that the copy holds it too. A desk too damaged to write in can still be backed up;
 * one without its keys is not opened, for that would make new ones.
 */
async function writeDown(url: string, what: string): Promise<void> {
  if (!existsSync(path.join(contentKeysFolder(url), "content.keys"))) return;
  const db = openDb(url);
  try {
    await db.$transaction((tx) => addAudit(tx, "command line", { kind: "backup", what }));
  } catch {
    process.stderr.write("The backup could not be written down in the audit log.\n");
  } finally {
    await db.$disconnect();
  }
}

/** `exitdesk restore`: exit status 0 done, 1 refused, 2 wrong usage. */
export async function restoreCommand(args: string[]): Promise<number> {
  const given = readArgs(args);
  if (!given || given.withKeys) return usage();
  const { DATABASE_URL } = readEnv();
  if (dialectOf(DATABASE_URL) === "postgresql")
    throw new Error(
      "A backup is a SQLite file. Restore it with DATABASE_URL=file:/path/desk.db, then 'exitdesk move postgresql://...'.",
    );
  const file = DATABASE_URL.replace(/^file:/, "");
  const made = await restore(given.folder, file);
  const note =
    made.keys.length > 0
      ? "Its keys are there too."
      : `Put secret.key and content.keys of the old desk beside ${file} before you start it.`;
  process.stdout.write(`${counted(made.rows)} of ${made.madeAt} restored. ${note}\n`);
  return 0;
}

function readArgs(args: string[]): { folder: string; withKeys: boolean } | null {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { "with-keys": { type: "boolean" } },
    });
    const [folder, ...rest] = positionals;
    if (folder === undefined || rest.length > 0) return null;
    return { folder, withKeys: values["with-keys"] ?? false };
  } catch {
    return null;
  }
}

function counted(rows: Record<string, number>): string {
  return `${rows["Case"] ?? 0} cases and ${rows["RawMail"] ?? 0} mails`;
}

function usage(): number {
  process.stderr.write(USAGE);
  return 2;
}
