import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DESK_VIEWER } from "../../lib/accounts/viewer.ts";
import { loadSampleMailbox } from "../../lib/cases/load-sample-mailbox.ts";
import { openCase } from "../../lib/cases/open-case.ts";
import { templateShelf } from "../../lib/cases/own-template-store.ts";
import { type Db, openDb } from "../../lib/db/client.ts";
import { migrate } from "../../lib/db/migrate.ts";
import { readTemplates } from "../../lib/drafting/files.ts";
import { readMails } from "../../lib/intake/files.ts";
import { openPending } from "../../lib/worker/open-pending.ts";
import { copyCases } from "./web-copies.ts";

const ROOT = path.join(import.meta.dirname, "../..");

/**
 * The folder of a desk with so many cases, made once (a million take some minutes) and kept in the temporary folder of the
 * system: the sample mailbox through the real intake, and then copies of its cases with times, words and states of their
 * own. One that was made by an older version is migrated, as any desk is.
 */
export async function benchDesk(cases: number): Promise<string> {
  const all = path.join(tmpdir(), "exitdesk-bench");
  const folder = path.join(all, `${makingDigest()}-${cases}`);
  if (existsSync(folder)) {
    await migrate(`file:${folder}/desk.db`, ROOT);
    return folder;
  }
  mkdirSync(all, { recursive: true, mode: 0o700 });
  const other = new RegExp(`-${cases}(-making)?$`);
  for (const old of readdirSync(all).filter((name) => other.test(name)))
    rmSync(path.join(all, old), { recursive: true });
  mustHaveRoom(all, cases);
  console.log(`making a desk of ${cases} cases in ${folder} ...`);
  const making = `${folder}-making`;
  const file = path.join(making, "desk.db");
  await migrate(`file:${file}`, ROOT);
  const db = openDb(`file:${file}`);
  await fill(db);
  await db.$disconnect();
  copyCases(file, cases);
  renameSync(making, folder);
  return folder;
}

/** A copy of a case takes 11 KB with its letter, its history and its words in the index. */
function mustHaveRoom(folder: string, cases: number): void {
  const { bavail, bsize } = statfsSync(folder);
  const [wanted, free] = [
    Math.ceil((cases * 13) / 2 ** 20),
    Math.floor((bavail * bsize) / 2 ** 30),
  ];
  if (free < wanted)
    throw new Error(
      `a desk of ${cases} cases takes ${wanted} GB in ${folder}, where ${free} GB are free: make room, or name fewer with --cases`,
    );
}

async function fill(db: Db): Promise<void> {
  const folder = path.join(ROOT, "bin/sample-mailbox");
  const relays = readFileSync(path.join(folder, "relays.json"), "utf8");
  const now = Date.now();
  const loaded = await loadSampleMailbox(db, DESK_VIEWER, {
    mails: readMails(folder),
    relays,
    now,
  });
  if (!loaded.ok) throw new Error(loaded.text);
  const shelf = templateShelf(await readTemplates(path.join(ROOT, "templates")));
  const templates = await shelf.serving(db);
  const deps = { templates, threadKey: "bench", random: (size: number) => randomBytes(size), now };
  await openPending(db, {
    open: async (_, sighting) => await openCase(db, sighting, deps),
    stopped: () => false,
  });
  const unread = await db.case.count({ where: { title: "Unreadable mail" } });
  if (unread > 0) throw new Error(`${unread} mails of the sample mailbox could not be read`);
}

/** Of what the copies are made by. */
function makingDigest(): string {
  const hash = createHash("sha256");
  for (const file of ["web-copies.ts", "web-copy.ts", "web-words.ts"])
    hash.update(readFileSync(path.join(import.meta.dirname, file)));
  return hash.digest("hex").slice(0, 12);
}
