import path from "node:path";
import { parseArgs } from "node:util";
import { readEnv } from "../../lib/config/env.ts";
import { type Db, openDb } from "../../lib/db/client.ts";
import { migrate } from "../../lib/db/migrate.ts";
import { type PurgePreview, previewPurge } from "../../lib/privacy/preview-purge.ts";
import { purgeDue } from "../../lib/privacy/purge-due.ts";
import { DEFAULT_RETENTION, RETENTION_CLASSES } from "../../lib/privacy/retention.ts";
import { readRetention } from "../../lib/privacy/retention-store.ts";

const USAGE = `usage: exitdesk purge [--dry-run]
Takes away what is older than an owner decided under Settings, Retention. --dry-run only says how much that is.
`;

/** `exitdesk purge`: what the worker does every hour, now. Exit status 0 done, 1 nobody decided yet, 2 wrong usage. */
export async function purgeCommand(args: string[]): Promise<number> {
  const dryRun = readArgs(args);
  if (dryRun === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const url = readEnv().DATABASE_URL;
  await migrate(url, path.dirname(path.dirname(import.meta.dirname)));
  const db = openDb(url);
  try {
    return dryRun ? await tell(db) : await purge(db);
  } finally {
    await db.$disconnect();
  }
}

function readArgs(args: string[]): boolean | null {
  try {
    const { values } = parseArgs({ args, options: { "dry-run": { type: "boolean" } } });
    return values["dry-run"] ?? false;
  } catch {
    return null;
  }
}

async function tell(db: Db): Promise<number> {
  const decided = await readRetention(db);
  const preview = await previewPurge(db, decided ?? DEFAULT_RETENTION, Date.now());
  const note = decided
    ? ""
    : "Nobody has decided yet, so nothing is purged; with the proposed periods it would be:\n";
  process.stdout.write(`${note}${table(preview)}`);
  return 0;
}

function table({ classes, quarantine, held }: PurgePreview): string {
  const rows = RETENTION_CLASSES.map(
    (one) =>
      `${one.padEnd(12)} mails of ${classes[one].mail} cases, records of ${classes[one].record} cases\n`,
  );
  return `${rows.join("")}${"quarantine".padEnd(12)} ${quarantine} mails\n${"held".padEnd(12)} ${held} cases, kept\n`;
}

async function purge(db: Db): Promise<number> {
  if ((await readRetention(db)) === null) {
    process.stderr.write(
      "exitdesk purge: nobody has decided how long things are kept. An owner does that under Settings, Retention.\n",
    );
    return 1;
  }
  let [mails, records] = [0, 0];
  for (let isMore = true; isMore; ) {
    const done = await purgeDue(db, { now: Date.now() });
    mails += done.mails;
    records += done.records;
    isMore = done.isMore;
  }
  process.stdout.write(`Purged ${mails} mails and the records of ${records} cases.\n`);
  return 0;
}
