import { spawnSync } from "node:child_process";
import path from "node:path";
import { parseArgs } from "node:util";
import { readEnv } from "../../lib/config/env.ts";
import { openDb } from "../../lib/db/client.ts";
import { inputSize, readMails } from "../../lib/intake/files.ts";
import {
  type ImportFigures,
  type ImportShell,
  importMails,
} from "../../lib/intake/import-mails.ts";
import { quarantineImport } from "../../lib/intake/import-store.ts";
import { storeArrivals } from "../../lib/intake/store.ts";
import { progressBar } from "./progress-bar.ts";
import { terminalText } from "./terminal-text.ts";

const USAGE = `usage: exitdesk import [--archive] PATH...
PATH is an .eml, an mbox, a Maildir, or a folder of those. What the desk has already is not taken twice.
--archive: old mail becomes closed history; nothing of it is answered.
`;
const SKIPS_SHOWN = 10;

/** `exitdesk import`: exit status 0 done, 1 something could not be read or taken, 2 wrong usage. */
export async function importCommand(args: string[]): Promise<number> {
  const given = readArgs(args);
  if (given === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  const url = readEnv().DATABASE_URL;
  if (!migrated()) return 1;
  const db = openDb(url);
  try {
    const shell = {
      store: (arrivals: Parameters<ImportShell["store"]>[0]) =>
        storeArrivals(db, arrivals, Date.now()),
      quarantine: (mail: Parameters<ImportShell["quarantine"]>[0]) =>
        quarantineImport(db, mail, Date.now()),
    };
    return await importAll(given.paths, given.archive, shell);
  } finally {
    await db.$disconnect();
  }
}

/** In a process of its own: the migration engine's memory is given back before the mails come. */
function migrated(): boolean {
  const program = path.join(path.dirname(import.meta.dirname), "migrate.ts");
  return spawnSync(process.execPath, [program], { stdio: ["ignore", 2, 2] }).status === 0;
}

function readArgs(args: string[]): { paths: string[]; archive: boolean } | null {
  try {
    const options = { archive: { type: "boolean" } } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    return positionals.length === 0
      ? null
      : { paths: positionals, archive: values.archive === true };
  } catch {
    return null;
  }
}

async function importAll(
  paths: string[],
  archive: boolean,
  shell: Omit<ImportShell, "onBatch">,
): Promise<number> {
  const started = Date.now();
  const total = { read: 0, added: 0, known: 0, notTaken: 0 };
  let status = 0;
  for (const target of paths) {
    try {
      add(total, await importOne(path.resolve(target), archive, shell));
    } catch (error) {
      process.stderr.write(terminalText(`${target}: ${reason(error)}\n`));
      status = 1;
    }
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `${total.read} mails read, ${total.added} new, ${total.known} known before, ${total.notTaken} not taken, ${seconds} s\n`,
  );
  if (total.added > 0) process.stdout.write("The desk opens their cases while it runs.\n");
  return total.notTaken > 0 ? 1 : status;
}

async function importOne(
  target: string,
  archive: boolean,
  shell: Omit<ImportShell, "onBatch">,
): Promise<ImportFigures> {
  const bar = progressBar(await inputSize(target), process.stderr);
  let bytes = 0;
  let skipped = 0;
  const mails = readMails(target, {
    onBytes: (read) => {
      bytes = read;
    },
    onSkip: (name, why) => {
      skipped += 1;
      if (skipped <= SKIPS_SHOWN) bar.say(terminalText(`${name} ${why}: left out`));
    },
  });
  try {
    return await importMails(
      mails,
      {
        ...shell,
        quarantine: async (mail) => {
          bar.say(terminalText(`${mail.source}: ${mail.problem}`));
          await shell.quarantine(mail);
        },
        onBatch: ({ read }) => bar.show(bytes, `${read} mails`),
      },
      archive,
    );
  } finally {
    if (skipped > SKIPS_SHOWN) bar.say(`${skipped} files in all were left out`);
    bar.end();
  }
}

function add(total: ImportFigures, more: ImportFigures): void {
  total.read += more.read;
  total.added += more.added;
  total.known += more.known;
  total.notTaken += more.notTaken;
}

function reason(error: unknown): string {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (code === "ENOENT") return "there is no such file or folder; check the path";
  if (code === "EACCES") return "may not be read; check its permissions";
  if (/disk is full|SQLITE_FULL|ENOSPC/.test(`${code} ${message}`))
    return "the disk of the desk is full. What was taken so far is kept; free some space and run this again";
  return message ?? String(error);
}
