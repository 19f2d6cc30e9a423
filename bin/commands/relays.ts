import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { DESK_VIEWER } from "../../lib/accounts/viewer.ts";
import { learnRelayFiles } from "../../lib/cases/learn-relay-files.ts";
import { learnRunningRelay } from "../../lib/cases/learn-running-relay.ts";
import { readEnv } from "../../lib/config/env.ts";
import { type Db, openDb } from "../../lib/db/client.ts";
import { migrate } from "../../lib/db/migrate.ts";
import { askControl } from "../../lib/relays/control.ts";
import { parseFingerprint } from "../../lib/relays/fingerprint.ts";
import type { DatedFile } from "../../lib/relays/read-tor-files.ts";
import { openingProblem, readFiles } from "./read-documents.ts";
import { terminalText } from "./terminal-text.ts";

const USAGE = `usage: exitdesk relays import [--fingerprint FP]... [--mine] [--zone ZONE] PATH...
       exitdesk relays import --control HOST:PORT|SOCKET [--password-file FILE]
PATH is a relay's DataDirectory, its torrc or log, or files of CollecTor's or Onionoo's, unpacked. Of a whole network's
documents only the relays the desk knows, or you name with --fingerprint, are learnt; --mine takes every descriptor.
`;

type Options = {
  paths: string[];
  control: string | undefined;
  passwordFile: string | undefined;
  ours: string[];
  mine: boolean;
  zone: string;
};

/** `exitdesk relays import`: exit status 0 when something was learnt or known already, 1 when not, 2 for wrong usage. */
export async function relaysCommand(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === "string") {
    process.stderr.write(`${options === "" ? "" : `${options}\n`}${USAGE}`);
    return 2;
  }
  const url = readEnv().DATABASE_URL;
  await migrate(url, path.dirname(path.dirname(import.meta.dirname)));
  const db = openDb(url);
  try {
    return options.control === undefined
      ? await importFiles(db, options)
      : await importRunning(db, options.control, options.passwordFile);
  } finally {
    await db.$disconnect();
  }
}

/** The options, or what is wrong with them ("" when the usage says it all). */
function readOptions(args: string[]): Options | string {
  try {
    const { values, positionals } = parse(args);
    const [verb, ...paths] = positionals;
    if (verb !== "import") return verb === undefined ? "" : `there is no "relays ${verb}"`;
    const given = values.fingerprint ?? [];
    const wrong = given.find((text) => parseFingerprint(text) === null);
    if (wrong !== undefined) return `--fingerprint "${wrong}" is not 40 hexadecimal digits`;
    if ((values.control === undefined) === (paths.length === 0)) {
      return "give either PATH or --control";
    }
    return {
      paths,
      control: values.control,
      passwordFile: values["password-file"],
      ours: given.flatMap((text) => parseFingerprint(text) ?? []),
      mine: values.mine === true,
      zone: values.zone ?? "",
    };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function parse(args: string[]) {
  const options = {
    fingerprint: { type: "string", multiple: true },
    mine: { type: "boolean" },
    zone: { type: "string" },
    control: { type: "string" },
    "password-file": { type: "string" },
  } as const;
  return parseArgs({ args, allowPositionals: true, options });
}

/** All paths are learnt together, so that it does not matter in which order they are given. */
async function importFiles(db: Db, { paths, ours, mine, zone }: Options): Promise<number> {
  const now = Date.now();
  const read = paths.map(opened);
  const answer = await learnRelayFiles(db, DESK_VIEWER, {
    files: read.flat(),
    ours,
    allOurs: mine,
    torrc: { from: torrcDate(read.flat(), now), addresses: [] },
    zone,
    now,
  });
  if (!answer.ok) {
    process.stderr.write(`${answer.text}\n`);
    return 1;
  }
  for (const { name, text, problems } of answer.files) {
    process.stdout.write(terminalText(`${name}: ${text}\n`));
    for (const problem of problems) process.stderr.write(terminalText(`${name}: ${problem}\n`));
  }
  if (answer.network !== null)
    process.stdout.write(`Lists of exits are made from the ${answer.network} now.\n`);
  const changed = answer.relays.join(", ") || "nothing new";
  process.stdout.write(`Learnt about: ${changed}.\n`);
  const isAllBad = answer.files.every(({ problems }) => problems.length > 0);
  return isAllBad || read.some((files) => files.length === 0) ? 1 : 0;
}

/** The files at the path; none, with a line that says why, when it cannot be read. */
function opened(target: string): DatedFile[] {
  try {
    return readFiles(target);
  } catch (error) {
    process.stderr.write(`${target}: ${openingProblem(error)}\n`);
    return [];
  }
}

/** A torrc is taken to be in force since it was last written. */
function torrcDate(files: readonly DatedFile[], now: number): number {
  const dates = files.flatMap(({ name, modifiedAt }) =>
    /torrc[^/]{0,200}$/.test(name) ? (modifiedAt ?? []) : [],
  );
  return Math.min(now, ...dates);
}

async function importRunning(
  db: Db,
  where: string,
  passwordFile: string | undefined,
): Promise<number> {
  const password = passwordFile === undefined ? null : firstLine(passwordFile);
  const facts = await askControl(where, password);
  const answer =
    "flaw" in facts ? facts : await learnRunningRelay(db, DESK_VIEWER, facts, { now: Date.now() });
  if ("flaw" in answer || !answer.ok) {
    process.stderr.write(`${"flaw" in answer ? answer.flaw : answer.text}\n`);
    return 1;
  }
  process.stdout.write(`The desk knows what ${answer.nickname} says of itself.\n`);
  return 0;
}

function firstLine(file: string): string {
  return readFileSync(file, "utf8").split(/\r?\n/)[0] ?? "";
}
