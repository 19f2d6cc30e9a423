import path from "node:path";
import { parseArgs } from "node:util";
import { resetPassword } from "../../lib/accounts/change-password.ts";
import { createOwner, createUser } from "../../lib/accounts/create-user.ts";
import { normalizeLogin } from "../../lib/accounts/login.ts";
import { makeOwner, signOutPerson } from "../../lib/accounts/manage-person.ts";
import { takeCodesAway } from "../../lib/accounts/one-time-codes.ts";
import type { Refusal } from "../../lib/accounts/refusal.ts";
import { countUsers, listPeople } from "../../lib/accounts/user-store.ts";
import { DESK_VIEWER, ROLES } from "../../lib/accounts/viewer.ts";
import { readEnv } from "../../lib/config/env.ts";
import { type Db, openDb } from "../../lib/db/client.ts";
import { migrate } from "../../lib/db/migrate.ts";
import { askPassword } from "./ask-password.ts";

const USAGE = `usage: exitdesk user list
       exitdesk user add LOGIN [--role ${ROLES.join("|")}]
       exitdesk user password LOGIN     a new password; signs them out and lifts every lock
       exitdesk user codes-off LOGIN    takes one-time codes away, for who lost telephone and recovery codes
       exitdesk user owner LOGIN        makes them an owner who may sign in
       exitdesk user sign-out LOGIN     ends their sessions
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
    if (given.verb === "password") return await password(db, given.login);
    return await rescue(db, given);
  } finally {
    await db.$disconnect();
  }
}

type Given =
  | { verb: "list" }
  | { verb: "password"; login: string }
  | { verb: Rescue; login: string }
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
    if ((verb === "password" || isRescue(verb)) && login !== undefined) return { verb, login };
    if (verb === "add" && login !== undefined) return { verb, login, role: values.role };
    return null;
  } catch {
    return null;
  }
}

const RESCUES = ["codes-off", "owner", "sign-out"] as const;
type Rescue = (typeof RESCUES)[number];

function isRescue(verb: string | undefined): verb is Rescue {
  return RESCUES.some((one) => one === verb);
}

/** What an owner could do in the pages, for when no owner can sign in. */
async function rescue(db: Db, { verb, login }: { verb: Rescue; login: string }): Promise<number> {
  const person = normalizeLogin(login);
  const { answer, done } = await rescued(db, verb, person);
  if (!answer.ok) return refused(answer);
  process.stdout.write(`${person} ${done}\n`);
  return 0;
}

async function rescued(
  db: Db,
  verb: Rescue,
  login: string,
): Promise<{ answer: { ok: true } | Refusal; done: string }> {
  if (verb === "codes-off") {
    const answer = await takeCodesAway(db, DESK_VIEWER, login);
    return { answer, done: "signs in with the password alone; open sessions have ended." };
  }
  if (verb === "sign-out") {
    const answer = await signOutPerson(db, DESK_VIEWER, login);
    return { answer, done: "is signed out everywhere." };
  }
  const answer = await makeOwner(db, DESK_VIEWER, login);
  return { answer, done: "is an owner of this desk." };
}

async function list(db: Db): Promise<number> {
  const people = await listPeople(db, Date.now());
  for (const { login, role, createdAt, disabledAt, hasCodes, sessions } of people) {
    const since = new Date(createdAt).toISOString().slice(0, 10);
    const note = disabledAt === null ? "" : "  disabled";
    const how = `${hasCodes ? "codes" : "password"}, ${sessions} open`;
    process.stdout.write(`${login.padEnd(24)} ${role.padEnd(10)} since ${since}  ${how}${note}\n`);
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
