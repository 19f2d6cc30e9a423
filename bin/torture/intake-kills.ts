import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { mailboxLedger } from "../../lib/intake/mailbox-store.ts";
import { type IntakeDesk, intakeDesk, tortureMail } from "./intake-desk.ts";
import { type IntakeTally, tallyIntake } from "./intake-tally.ts";

const WORKER = new URL("../../lib/worker/main.ts", import.meta.url);
const POSTER = new URL("../../lib/testing/post-process.ts", import.meta.url);
const COMMANDS = new URL("../commands/main.ts", import.meta.url);
const LAST_CHANCE_MS = 180_000;

type Run = {
  desk: IntakeDesk;
  chance: () => number;
  mails: Map<number, string>;
  /** Files of what is posted and imported; repeated at the end, as a sender without an answer does. */
  posted: string[];
  imported: string[];
  acknowledged: string[];
};
type Size = { mails: number; kills: number };

/**
 * `mails` complaints come in three ways while `kills` processes are killed with -9: the worker while Dovecot receives (6 of
 * 8), the part of the web process that takes posts, the import. Lines break as well, and Dovecot itself is killed at times.
 * Then all runs in peace until the desk says it is done.
 */
export async function intakeKills(
  { mails, kills }: Size,
  chance: () => number,
  told: (done: number) => void,
): Promise<IntakeTally> {
  const desk = await intakeDesk();
  const run: Run = { desk, chance, mails: new Map(), posted: [], imported: [], acknowledged: [] };
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      told(kill);
      const until = Math.round(((kill + 1) * mails) / kills);
      const fresh = newMails(run, until);
      if (kill % 8 === 6) await postUntilKilled(run, fresh);
      else if (kill % 8 === 7) await importUntilKilled(run, fresh);
      else await receiveUntilKilled(run, fresh, kill);
    }
    await finishInPeace(run);
    const put = { mails: run.mails.values(), onServer: desk.onServer() };
    return await tallyIntake(desk.db, { ...put, acknowledged: run.acknowledged });
  } finally {
    await desk.close();
  }
}

function newMails({ mails }: Run, until: number): string[] {
  const fresh: string[] = [];
  for (let number = mails.size; number < until; number += 1) {
    const mail = tortureMail(number);
    mails.set(number, mail);
    fresh.push(mail);
  }
  return fresh;
}

/** Half of the mails wait already, the rest come while it reads. */
async function receiveUntilKilled(run: Run, fresh: string[], kill: number): Promise<void> {
  const { desk, chance } = run;
  const half = Math.ceil(fresh.length / 2);
  desk.server.deliver(...fresh.slice(0, half));
  desk.line.cutAfter = kill % 3 === 2 ? Math.floor(chance() * 20_000) : null;
  const before = desk.line.connections;
  const worker = startWorker(desk);
  const ended = once(worker, "exit");
  for (let waited = 0; desk.line.connections === before && waited < 6_000; waited += 5)
    await sleep(5);
  await sleep(chance() * 60);
  desk.server.deliver(...fresh.slice(half));
  if (kill % 12 === 10) {
    await desk.server.crash();
    await desk.server.launch();
  }
  await sleep(chance() * 240);
  worker.kill("SIGKILL");
  await ended;
  desk.line.cutAfter = null;
}

async function postUntilKilled(run: Run, fresh: string[]): Promise<void> {
  const files = write(run, "posted", fresh);
  run.posted.push(...files);
  const poster = post(run, files);
  await Promise.race([once(poster, "message"), once(poster, "exit")]);
  await sleep(run.chance() * 30);
  await killed(poster);
}

async function importUntilKilled(run: Run, fresh: string[]): Promise<void> {
  const files = write(run, "imported", fresh);
  run.imported.push(...files);
  const before = await run.desk.db.rawMail.count();
  const importer = startImport(run, files);
  const over = once(importer, "exit").then(() => true);
  const limit = Math.floor(run.chance() * 4);
  for (let looked = 0; (await run.desk.db.rawMail.count()) <= before; looked += 1)
    if ((await Promise.race([over, sleep(10, false)])) || looked > 400) break;
  await sleep(limit);
  importer.kill("SIGKILL");
  await over;
}

async function finishInPeace(run: Run): Promise<void> {
  const poster = post(run, run.posted);
  if (run.posted.length > 0) await once(poster, "exit");
  else await killed(poster);
  if (run.imported.length > 0) await once(startImport(run, run.imported), "exit");
  const until = Date.now() + LAST_CHANCE_MS;
  const worker = startWorker(run.desk);
  const ended = once(worker, "exit");
  while (Date.now() < until && !(await isDone(run))) await sleep(250);
  worker.kill("SIGTERM");
  await ended;
}

async function isDone({ desk, mails }: Run): Promise<boolean> {
  const { db } = desk;
  if ((await db.rawMail.count()) < mails.size) return false;
  if ((await db.sighting.count({ where: { triagedAt: null, outcome: "stored" } })) > 0)
    return false;
  const mailbox = await db.mailbox.findUniqueOrThrow({ where: { id: desk.mailbox.id } });
  const { onServer, difference } = await mailboxLedger(db, mailbox);
  return onServer === desk.onServer() && difference === 0;
}

function write({ desk, mails }: Run, kind: string, fresh: string[]): string[] {
  const folder = path.join(desk.folder, kind, String(mails.size));
  mkdirSync(folder, { recursive: true });
  return fresh.map((mail, index) => {
    const file = path.join(folder, `${index}.eml`);
    writeFileSync(file, mail);
    return file;
  });
}

function post(run: Run, files: string[]): ChildProcess {
  const poster = fork(POSTER, [run.desk.url, ...files], { stdio: "inherit" });
  poster.on("message", (hash) => run.acknowledged.push(String(hash)));
  return poster;
}

function startImport({ desk }: Run, files: string[]): ChildProcess {
  const stdio = ["ignore", "ignore", "ignore", "ipc"] as const;
  return fork(COMMANDS, ["import", ...files], { stdio: [...stdio], env: environment(desk) });
}

export function startWorker(desk: IntakeDesk, more: Record<string, string> = {}): ChildProcess {
  const env = { ...environment(desk), ...more };
  return fork(WORKER, [], { stdio: ["ignore", "ignore", "ignore", "ipc"], env });
}

function environment(desk: IntakeDesk): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  const env = {
    DATA_DIR: desk.folder,
    NODE_ENV: "production",
    RECONCILE_SECONDS: "2",
    // A start is most of a kill's time.
    NODE_COMPILE_CACHE: path.join(desk.folder, "compiled"),
  } as const;
  return {
    ...env,
    ...(PATH && { PATH }),
    ...(desk.url.startsWith("file:") ? {} : { DATABASE_URL: desk.url }),
  };
}

export async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
