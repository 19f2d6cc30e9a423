import path from "node:path";
import { parseArgs } from "node:util";
import { resetPassword } from "../../lib/accounts/change-password.ts";
import { createOwner, createUser } from "../../lib/accounts/create-user.ts";
import type { Refusal } from "../../lib/accounts/refusal.ts";
import { countUsers, listUsers } from "../../lib/accounts/user-store.ts";
import { DESK_VIEWER } from "../../lib/accounts/viewer.ts";
import { readEnv } from "../../lib/config/env.ts";
import { type Db, openDb } from "../../lib/db/client.ts";
import { migrate } from "../../lib/db/migrate.ts";
import { askPassword } from "./ask-password.ts";

const USAGE = `usage: exitdesk user add LOGIN [--role owner|operator|counsel|read-only]
       exitdesk user list
       exitdesk user password LOGIN
The password is asked for, or read as one line from standard input.
`;
/** `exitdesk user`: accounts, also for rescue: whoever may run programs on this machine holds the desk anyway. Exit status 0 done, 1 refused, 2 wrong usage. */
export async function userCommand(args: string[]): Promise<number> {
  const given = readArgs(args);
  if (!given) {
    process.stderr.write(USAGE);
    return 2;
  }
  const url = readEnv().DATABASE_URL;
  await migrate(url, path.dirname(path.dirname(import.meta.dirname)));
  const db = openDb(url);
  try {
    if (given.verb === "list") return await list(db);
    if (given.verb === "add") return await add(db, given.login, given.role);
    return await password(db, given.login);
  } finally {
    await db.$disconnect();
  }
}

type Given =
  | { verb: "list" }
  | { verb: "password"; login: string }
  | { verb: "add"; login: string; role: string | undefined };

function readArgs(args: string[]): Given | null {
  try {
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: { role: { type: "string" } },
    });
    const [verb, login, ...rest] = positionals;
    if (rest.length > 0 || (values.role !== undefined && verb !== "add")) return null;
    if (verb === "list" && login === undefined) return { verb };
    if (verb === "password" && login !== undefined) return { verb, login };
    if (verb === "add" && login !== undefined) return { verb, login, role: values.role };
    return null;
  } catch {
    return null;
  }
}

async function list(db: Db): Promise<number> {
  const people = await listUsers(db);
  for (const { login, role, createdAt, disabledAt } of people) {
    const since = new Date(createdAt).toISOString().slice(0, 10);
    const note = disabledAt === null ? "" : "  disabled";
    process.stdout.write(`${login.padEnd(24)} ${role.padEnd(10)} since ${since}${note}\n`);
  }
  if (people.length === 0)
    process.stderr.write("There is nobody yet. 'exitdesk user add LOGIN' makes the owner.\n");
  return 0;
}

async function add(db: Db, login: string, role: string | undefined): Promise<number> {
  const first = (await countUsers(db)) === 0;
  if (first && role !== undefined && role !== "owner")
    return refused({
      text: "The first person owns the desk: leave --role out, and add others afterwards.",
    });
  const secret = await askPassword(`Password for ${login}: `);
  const now = Date.now();
  const answer = first
    ? await createOwner(db, { login, password: secret, now })
    : await createUser(db, DESK_VIEWER, {
        login,
        password: secret,
        role: role ?? "operator",
        now,
      });
  if (!answer.ok) return refused(answer);
  process.stdout.write(`${answer.person.login} may sign in as ${answer.person.role}.\n`);
  return 0;
}

async function password(db: Db, login: string): Promise<number> {
  const secret = await askPassword(`New password for ${login}: `);
  const answer = await resetPassword(db, DESK_VIEWER, { login, password: secret });
  if (!answer.ok) return refused(answer);
  process.stdout.write(`${login} has a new password; open sessions and locks have ended.\n`);
  return 0;
}

function refused({ text }: Pick<Refusal, "text">): number {
  process.stderr.write(`exitdesk user: ${text}\n`);
  return 1;
}
