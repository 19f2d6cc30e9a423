import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { undoSend } from "../../lib/cases/undo-send.ts";
import { approveLetter } from "../../lib/testing/approve-letter.ts";
import { type Fault, faultySmtp } from "../../lib/testing/faulty-smtp.ts";
import { outboxDesk } from "./outbox-desk.ts";
import { type Tally, tallyLetters } from "./outbox-tally.ts";

const WORKER = new URL("../../lib/worker/main.ts", import.meta.url);
const APPROVER = new URL("../../lib/testing/approve-process.ts", import.meta.url);
const FAULTS: readonly Fault[] = [
  { step: "rcpt", act: "temp" },
  { step: "dot", act: "close" },
  { step: "dot", act: "slow" },
  { step: "mail", act: "reset" },
];
const LAST_CHANCE_MS = 60_000;

type Desk = Awaited<ReturnType<typeof outboxDesk>>;

/**
 * The real worker killed `kills` times while it sends and, every fourth time, the person's process while it approves.
 * Some letters are taken back, some connections fail. At the end one worker runs in peace until nothing is queued.
 */
export async function outboxKills(
  kills: number,
  chance: () => number,
  told: (done: number) => void,
): Promise<Tally> {
  let calm = false;
  const fault = () =>
    !calm && chance() < 0.2 ? (FAULTS[Math.floor(chance() * FAULTS.length)] ?? null) : null;
  const server = await faultySmtp({ tls: false, fault, pause: () => chance() * 12 });
  const desk = await outboxDesk({ port: server.port, tls: false });
  const approved: string[] = [];
  try {
    for (let kill = 0; kill < kills; kill += 1) {
      told(kill);
      if (kill % 4 === 3) approved.push(...(await approveUntilKilled(desk, chance)));
      else {
        approved.push(...(await approveSome(desk, 3)));
        await sendUntilKilled(desk, { chance, connections: () => server.arrivals.length });
      }
    }
    calm = true;
    await sendInPeace(desk);
    return await tallyLetters(desk, server.arrivals, approved);
  } finally {
    await desk.close();
    await server.close();
  }
}

/** The last one is taken back at once. */
async function approveSome(desk: Desk, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let letter = 0; letter < count; letter += 1)
    ids.push(await approveLetter(desk.db, await desk.openCase()));
  const caseId = await desk.openCase();
  const outboxId = await approveLetter(desk.db, caseId, 5_000);
  const undone = await undoSend(desk.db, desk.people.owner, { caseId, outboxId, now: Date.now() });
  if (!undone.ok) throw new Error(undone.text);
  return ids;
}

async function approveUntilKilled(desk: Desk, chance: () => number): Promise<string[]> {
  const cases = await Promise.all(Array.from({ length: 12 }, () => desk.openCase()));
  const acknowledged: string[] = [];
  const child = fork(APPROVER, [desk.url, ...cases], { stdio: "inherit" });
  child.on("message", (id) => acknowledged.push(String(id)));
  const ended = once(child, "exit");
  await Promise.race([once(child, "message"), ended]);
  await sleep(chance() * 60);
  child.kill("SIGKILL");
  await ended;
  return acknowledged;
}

async function sendUntilKilled(
  desk: Desk,
  { chance, connections }: { chance: () => number; connections: () => number },
): Promise<void> {
  const before = connections();
  const worker = startWorker(desk);
  const ended = once(worker, "exit");
  for (let waited = 0; connections() === before && waited < 3_000; waited += 5) await sleep(5);
  await sleep(chance() * 80);
  worker.kill("SIGKILL");
  await ended;
}

async function sendInPeace(desk: Desk): Promise<void> {
  const until = Date.now() + LAST_CHANCE_MS;
  const worker = startWorker(desk);
  const ended = once(worker, "exit");
  const open = { state: { in: ["queued", "sending"] } };
  while (Date.now() < until && (await desk.db.outboxMail.count({ where: open })) > 0) {
    // Their waits are those of real servers, minutes and more; here they are over at once.
    const data = { notBefore: new Date(Date.now() - 1) };
    await desk.db.outboxMail.updateMany({ where: { state: "queued" }, data });
    await sleep(200);
  }
  worker.kill("SIGTERM");
  await ended;
}

function startWorker(desk: Desk): ChildProcess {
  const env: NodeJS.ProcessEnv = { DATA_DIR: desk.folder, NODE_ENV: "production" };
  return fork(WORKER, [], { stdio: ["ignore", "inherit", "inherit", "ipc"], env });
}
