import { writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { DESK_VIEWER } from "../../lib/accounts/viewer.ts";
import { readEnv } from "../../lib/config/env.ts";
import { type Db, openDb } from "../../lib/db/client.ts";
import { migrate } from "../../lib/db/migrate.ts";
import { exportPerson } from "../../lib/privacy/export-person.ts";
import { findPerson } from "../../lib/privacy/find-person.ts";
import { redactPerson } from "../../lib/privacy/redact-person.ts";

const USAGE = `usage: exitdesk person find ADDRESS
       exitdesk person export ADDRESS FILE.zip   all that may be handed to them
       exitdesk person redact ADDRESS            inks them out of every closed case
ADDRESS is a mail address or an IP address; --word "Their Name" (again and again) looks for that too. Sealed cases are left out.
`;

/** `exitdesk person`: what the desk knows about somebody. Exit status 0 done, 1 refused, 2 wrong usage. */
export async function personCommand(args: string[]): Promise<number> {
  const given = readArgs(args);
  if (!given) {
    process.stderr.write(USAGE);
    return 2;
  }
  const url = readEnv().DATABASE_URL;
  await migrate(url, path.dirname(path.dirname(import.meta.dirname)));
  const db = openDb(url);
  try {
    if (given.verb === "find") return await find(db, given);
    if (given.verb === "export") return await hand(db, given);
    return await redact(db, given);
  } finally {
    await db.$disconnect();
  }
}

type Given = { verb: string; who: string; words: string[]; file: string };

function readArgs(args: string[]): Given | null {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { word: { type: "string", multiple: true } },
    });
    const [verb = "", who, file = "", ...rest] = positionals;
    if (!["find", "export", "redact"].includes(verb) || who === undefined) return null;
    if (rest.length > 0 || (verb === "export") !== (file !== "")) return null;
    return { verb, who, words: values.word ?? [], file };
  } catch {
    return null;
  }
}

async function find(db: Db, given: Given): Promise<number> {
  const found = await findPerson(db, DESK_VIEWER, given);
  if (!found.ok) return refused(found.text);
  for (const { ref, type, openedAt, fromThem, left } of found.cases) {
    const day = new Date(openedAt).toISOString().slice(0, 10);
    const note = left === null ? "" : `  would be left: ${left}`;
    process.stdout.write(`${ref}  ${day}  ${type.padEnd(20)} ${fromThem} from them${note}\n`);
  }
  process.stdout.write(`${found.cases.length} cases name them.\n`);
  return 0;
}

async function hand(db: Db, given: Given): Promise<number> {
  const made = await exportPerson(db, DESK_VIEWER, { ...given, now: Date.now() });
  if (!made.ok) return refused(made.text);
  writeFileSync(given.file, made.bytes, { mode: 0o600, flag: "wx" });
  process.stdout.write(`Written to ${given.file}. Read it before you hand it out.\n`);
  return 0;
}

async function redact(db: Db, given: Given): Promise<number> {
  const done = await redactPerson(db, DESK_VIEWER, { ...given, now: Date.now() });
  if (!done.ok) return refused(done.text);
  process.stdout.write(
    `Inked out of ${done.records} cases and ${done.mails} mails; ${done.left} cases are left as they are.\n`,
  );
  return done.left === 0 ? 0 : 1;
}

function refused(text: string): number {
  process.stderr.write(`exitdesk person: ${text}\n`);
  return 1;
}
