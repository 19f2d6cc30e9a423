import { existsSync } from "node:fs";
import path from "node:path";
import { addAudit } from "../../lib/accounts/audit-store.ts";
import { type Rotated, rotateSecrets } from "../../lib/accounts/rotate-secrets.ts";
import {
  addContentKey,
  type ContentKeys,
  contentKeysFolder,
  readContentKeys,
} from "../../lib/config/content-keys.ts";
import { readEnv } from "../../lib/config/env.ts";
import { addSecretKey, readSecretKey } from "../../lib/config/secret.ts";
import { type Db, openDb } from "../../lib/db/client.ts";
import { dialectOf } from "../../lib/db/dialect.ts";

/** Who did it, in the audit log: whoever may run programs on this machine. */
const BY = "command line";
const USAGE = `usage: exitdesk keys list      the keys mails are encrypted with, the one in use first
       exitdesk keys new       puts a new one in front; the desk encrypts everything anew after its next start
       exitdesk keys rotate    the same, and a new key for passwords and the secrets of one-time codes, which are sealed
                               anew at once; the desk may run. Cut off, it is finished by the next call or the next start.
                               --stopped: of a desk on PostgreSQL, that no machine of it runs
`;

/** `exitdesk keys`: ids only, never a key. Exit status 0 when done, 1 when refused, 2 for wrong usage. */
export async function keysCommand(args: string[]): Promise<number> {
  const [verb, ...rest] = args;
  const stopped = verb === "rotate" && rest.length === 1 && rest[0] === "--stopped";
  if ((rest.length > 0 && !stopped) || !["list", "new", "rotate"].includes(verb ?? "")) {
    process.stderr.write(USAGE);
    return 2;
  }
  const { DATABASE_URL, DATA_DIR } = readEnv();
  if (verb === "list") return list(readContentKeys(contentKeysFolder(DATABASE_URL)));
  if (!isThere(DATABASE_URL)) throw new Error(`There is no desk in ${DATA_DIR}. Set DATA_DIR.`);
  const db = openDb(DATABASE_URL);
  try {
    return verb === "new"
      ? await putContentKey(db, DATABASE_URL)
      : await rotate(db, DATABASE_URL, { dataDir: DATA_DIR, stopped });
  } finally {
    await db.$disconnect();
  }
}

function list(keys: ContentKeys): number {
  for (const id of keys.byId.keys())
    process.stdout.write(`${id}${id === keys.current ? "  in use" : ""}\n`);
  return 0;
}

function isThere(url: string): boolean {
  return dialectOf(url) === "postgresql" || existsSync(url.replace(/^file:/, ""));
}

async function putContentKey(db: Db, url: string): Promise<number> {
  list(await newContentKey(db, url));
  process.stdout.write(
    "Start the desk anew now. Keep the older keys: backups made before are opened with them.\n",
  );
  return 0;
}

/** Written down in the transaction that lets nobody else put one in meanwhile. */
async function newContentKey(db: Db, url: string): Promise<ContentKeys> {
  return await db.$transaction(async (tx) => {
    const keys = addContentKey(contentKeysFolder(url));
    await addAudit(tx, BY, { kind: "keys", what: `content key: ${keys.current}` });
    return keys;
  });
}

async function rotate(
  db: Db,
  url: string,
  { dataDir, stopped }: { dataDir: string; stopped: boolean },
): Promise<number> {
  if (dialectOf(url) === "postgresql" && !stopped)
    return refused(
      "Other machines may share this database, each with its own copy of secret.key. Stop the desk on all of them, call 'exitdesk keys rotate --stopped' on one, copy secret.key and content.keys to the others, and start.",
    );
  if (!existsSync(path.join(dataDir, "secret.key")))
    return refused(
      `secret.key is not in ${dataDir}. Put it back from a backup before keys are rotated.`,
    );
  const file = { read: () => readSecretKey(dataDir), add: () => addSecretKey(dataDir) };
  const done = await rotateSecrets(db, BY, file);
  if (!done.ok) return refused(done.text);
  tell(done);
  if (done.resumed) return 0;
  list(await newContentKey(db, url));
  process.stdout.write(
    "Start the desk anew when you can: from then on mails are encrypted with the new key, old ones too. Keep the older keys: backups made before are opened with them.\n",
  );
  return 0;
}

function tell({ id, done, unreadable, resumed }: Rotated): void {
  const first = resumed
    ? "A rotation that was cut off is finished now; call it again for new keys."
    : `The new secret key is ${id}.`;
  process.stdout.write(`${first} ${done} secrets sealed anew.\n`);
  if (unreadable > 0)
    process.stdout.write(
      `${unreadable} secrets open with no key and were left as they are: type those passwords again.\n`,
    );
}

function refused(text: string): number {
  process.stderr.write(`exitdesk keys: ${text}\n`);
  return 1;
}
