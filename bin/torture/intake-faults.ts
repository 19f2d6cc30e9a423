import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import { mailboxLedger } from "../../lib/intake/mailbox-store.ts";
import { type WatchOptions, watchMailbox } from "../../lib/intake/watch-mailbox.ts";
import { PASSWORD, USER } from "../../lib/testing/dovecot.ts";
import { type IntakeDesk, intakeDesk, tortureMail } from "./intake-desk.ts";
import { killed, startWorker } from "./intake-kills.ts";
import { type IntakeTally, sha256, tallyIntake } from "./intake-tally.ts";

const PATIENCE_MS = 60_000;
const HOLDER = new URL("hold-database.ts", import.meta.url);
const EIO = 5;
const ENOSPC = 28;
/** Writes and syncs that fail before the disk is well again. */
const FAILING_CALLS = 25;
/** Far away and back, and to the last second of a leap day. */
const CLOCKS = [2 * 86_400_000, -400 * 86_400_000, Date.UTC(2028, 1, 29, 23, 59, 59) - Date.now()];

type Sweep = {
  desk: IntakeDesk;
  chance: () => number;
  /** Puts so many more into the folder. */
  deliver: (count: number) => string[];
  /** Watches the mailbox in this process while `work` runs. */
  watching: (work: () => Promise<unknown>, given?: Partial<WatchOptions>) => Promise<void>;
  /** Until the desk has everything that was put in. */
  all: () => Promise<void>;
};
type Fault = { name: string; run: (sweep: Sweep) => Promise<unknown> };

/** One after the other on one desk, so that each also finds what the one before left behind. */
const FAULTS: readonly Fault[] = [
  { name: "the line cut after k bytes", run: cutLine },
  { name: "another program deletes while we fetch", run: expungeInFetch },
  { name: "the server lies about EXISTS", run: lyingExists },
  { name: "IDLE dies without a word", run: silentIdle },
  { name: "the password stops working", run: wrongPassword },
  { name: "UIDVALIDITY is reset", run: newUidValidity },
  { name: "the clock jumps", run: jumpingClock },
  { name: "the database is locked", run: lockedDatabase },
  { name: "two workers on one mailbox", run: twoWorkers },
  { name: "the disk answers with EIO", run: (sweep) => failingDisk(sweep, EIO) },
  { name: "the disk is full: ENOSPC", run: (sweep) => failingDisk(sweep, ENOSPC) },
];

/** Goes through all faults `rounds` times. `told` hears of each that is over. */
export async function intakeFaults(
  rounds: number,
  chance: () => number,
  told: (name: string) => void,
): Promise<IntakeTally & { faults: number }> {
  const desk = await intakeDesk();
  const put: string[] = [];
  const deliver = (count: number) => {
    const fresh = Array.from({ length: count }, (_, at) => tortureMail(put.length + at));
    put.push(...fresh);
    desk.server.deliver(...fresh);
    return fresh;
  };
  const all = async () =>
    await until(desk, async () => (await desk.db.rawMail.count()) >= put.length);
  const watching: Sweep["watching"] = (work, given = {}) => watchWhile(desk, work, given);
  const sweep: Sweep = { desk, chance, deliver, all, watching };
  let faults = 0;
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const { name, run } of FAULTS) {
        const made = Number((await run(sweep)) ?? 1);
        faults += made;
        told(`${name} (${made})`);
      }
    await watching(() => settled(desk), { reconcileMs: 300 });
    const counts = { mails: put, onServer: desk.onServer(), acknowledged: [] };
    return { ...(await tallyIntake(desk.db, counts)), faults };
  } finally {
    await desk.close();
  }
}

async function cutLine({ desk, chance, deliver, watching, all }: Sweep): Promise<number> {
  const before = desk.line.cuts;
  await watching(async () => {
    for (let cut = 0; cut < 12; cut += 1) {
      desk.line.cutAfter = Math.floor(chance() * 9_000);
      deliver(3);
      desk.server.kick();
      const over = Date.now() + 1_500;
      for (const cuts = desk.line.cuts; desk.line.cuts === cuts && Date.now() < over; )
        await sleep(10);
      desk.line.cutAfter = null;
      // A message that breaks five lines in a row is put in quarantine, as it should be: then it is not here.
      if (cut % 4 === 3) await all();
    }
    desk.line.cutAfter = null;
    desk.server.kick();
    await all();
  });
  return desk.line.cuts - before;
}

/** Only what the desk has already is deleted: what nobody can have seen is not lost by us. */
async function expungeInFetch({ desk, deliver, watching, all }: Sweep): Promise<void> {
  const old = desk.onServer();
  deliver(60);
  const phone = await otherProgram(desk);
  await watching(async () => {
    if (old > 3) await phone.messageDelete("1:3");
    await all();
  });
  phone.close();
}

async function lyingExists({ desk, deliver, watching, all }: Sweep): Promise<void> {
  for (const lie of ["0", "1", "4000000000"]) {
    desk.line.rewrite = (answer) => answer.replace(/^\* \d+ EXISTS/gm, `* ${lie} EXISTS`);
    deliver(4);
    await watching(async () => {
      await sleep(300);
      desk.line.rewrite = null;
      desk.server.kick();
      await all();
    });
  }
}

async function silentIdle({ desk, deliver, watching, all }: Sweep): Promise<void> {
  await watching(
    async () => {
      deliver(2);
      await all();
      desk.line.silent = true;
      deliver(2);
      await sleep(1_500);
      desk.line.silent = false;
      await all();
    },
    { patienceMs: 700 },
  );
}

async function wrongPassword({ desk, deliver, watching, all }: Sweep): Promise<void> {
  await watching(async () => {
    deliver(2);
    await all();
    desk.server.setPassword("changed");
    // Dovecot looks at the file once a second.
    await sleep(1_100);
    desk.server.kick();
    deliver(2);
    await until(desk, async () => (await mailboxOf(desk)).lastError !== null);
    desk.server.setPassword(PASSWORD);
    await all();
  });
}

async function newUidValidity({ desk, deliver, watching, all }: Sweep): Promise<void> {
  await desk.server.resetUidValidity();
  deliver(2);
  await watching(all);
}

async function jumpingClock({ desk, deliver, watching, all }: Sweep): Promise<number> {
  let shift = 0;
  await watching(
    async () => {
      for (const jump of CLOCKS) {
        shift = jump;
        deliver(2);
        desk.server.kick();
        await all();
      }
    },
    { now: () => Date.now() + shift },
  );
  return CLOCKS.length;
}

/** By a process of its own, as a backup program would. */
async function lockedDatabase({ desk, deliver, watching, all }: Sweep): Promise<void> {
  const holder = fork(HOLDER, [desk.url, "1500"]);
  await once(holder, "message");
  await watching(async () => {
    deliver(3);
    await all();
  });
  await killed(holder);
}

async function twoWorkers({ deliver, watching, all }: Sweep): Promise<void> {
  deliver(60);
  await watching(() => watching(all));
}

/** The real worker, whose disk fails for some calls at a random place; then one whose disk is well. */
async function failingDisk({ desk, chance, deliver, all }: Sweep, errno: number): Promise<number> {
  const shim = path.join(desk.folder, "failing-disk.so");
  const source = path.join(import.meta.dirname, "failing-disk.c");
  execFileSync("cc", ["-shared", "-fPIC", "-o", shim, source, "-ldl"]);
  const log = path.join(desk.folder, `failed-calls-${errno}-${desk.onServer()}`);
  const from = 1 + Math.floor(chance() * 10);
  const fresh = deliver(20);
  const failing = startWorker(desk, {
    LD_PRELOAD: shim,
    FAIL_WITH: String(errno),
    FAIL_FROM: String(from),
    FAIL_COUNT: String(FAILING_CALLS),
    FAIL_LOG: log,
  });
  const hashes = { sha256: { in: fresh.map(sha256) } };
  const over = Date.now() + 5_000;
  while (Date.now() < over && (await desk.db.rawMail.count({ where: hashes })) < fresh.length)
    await sleep(50);
  await killed(failing);
  const well = startWorker(desk);
  await all();
  await killed(well);
  return existsSync(log) ? readFileSync(log, "utf8").trim().split("\n").length : 0;
}

async function watchWhile(
  desk: IntakeDesk,
  work: () => Promise<unknown>,
  given: Partial<WatchOptions>,
): Promise<void> {
  const stop = new AbortController();
  const ended = watchMailbox(desk.db, desk.mailbox, {
    secretKey: desk.secretKey,
    reconcileMs: 1_000,
    now: Date.now,
    signal: stop.signal,
    onStored: () => undefined,
    firstWaitMs: 30,
    longestWaitMs: 300,
    ...given,
  });
  try {
    await work();
  } finally {
    stop.abort();
    await ended;
  }
}

async function settled(desk: IntakeDesk): Promise<void> {
  await until(desk, async () => {
    const mailbox = await mailboxOf(desk);
    const { onServer, difference } = await mailboxLedger(desk.db, mailbox);
    return onServer === desk.onServer() && difference === 0 && mailbox.lastError === null;
  });
}

async function mailboxOf({ db, mailbox }: IntakeDesk) {
  return await db.mailbox.findUniqueOrThrow({ where: { id: mailbox.id } });
}

/** Gives up after a while: the tally then says what is missing. */
async function until(desk: IntakeDesk, isSo: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) {
      process.stderr.write(`not within ${PATIENCE_MS} ms: ${(await mailboxOf(desk)).lastError}\n`);
      return;
    }
    await sleep(30);
  }
}

async function otherProgram({ server }: IntakeDesk): Promise<ImapFlow> {
  const auth = { user: USER, pass: PASSWORD };
  const to = { host: "127.0.0.1", port: server.imapPort, secure: false, doSTARTTLS: false };
  const client = new ImapFlow({ ...to, auth, logger: false });
  await client.connect();
  await client.mailboxOpen("INBOX");
  return client;
}
