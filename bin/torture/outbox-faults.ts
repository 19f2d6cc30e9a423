import { recordSent } from "../../lib/cases/record-sent.ts";
import { deliverDue } from "../../lib/outbox/deliver.ts";
import { approveLetter } from "../../lib/testing/approve-letter.ts";
import { ACTS, type Fault, faultySmtp, STEPS } from "../../lib/testing/faulty-smtp.ts";
import { outboxDesk } from "./outbox-desk.ts";
import { type Tally, tallyLetters } from "./outbox-tally.ts";

const WAITS = { connect: 300, greeting: 300, socket: 300 };
const HOUR = 3_600_000;
/** Longer than the desk tries: what is still queued then would stay so. */
const ROUNDS = 60;

/**
 * One letter for each of `count` faults: at the first connection the server misbehaves so, later ones go well. Every
 * step of the dialogue with every fault, with and without TLS, and lines cut inside the text at random bytes.
 */
export async function outboxFaults(count: number, chance: () => number): Promise<Tally[]> {
  const faults = listFaults(count, chance);
  const plain = faults.filter((_, index) => index % 2 === 0);
  const wrapped = faults.filter((_, index) => index % 2 === 1);
  return [await sweep(plain, false), await sweep(wrapped, true)];
}

/** A fixed list spread over all kinds, then cuts inside the text. */
function listFaults(count: number, chance: () => number): Fault[] {
  const steps = STEPS.filter((step) => step !== "text");
  const kinds: Fault[] = ACTS.flatMap((act) => steps.map((step) => ({ step, act })));
  const losing: Fault[] = (["close", "reset", "half", "hang", "garbage"] as const).map((act) => ({
    step: "dot",
    act,
    loses: true,
  }));
  const both = [...kinds, ...losing].flatMap((fault) => [fault, fault]);
  const cuts = Array.from({ length: Math.max(count - both.length, 0) }, (_, index): Fault => {
    const act = (["close", "reset", "hang", "close"] as const)[index % 4] ?? "close";
    return { step: "text", act, afterBytes: Math.floor(chance() * 900) };
  });
  if (count >= both.length) return [...both, ...cuts];
  const start = Math.floor(chance() * both.length);
  const stride = 7;
  return Array.from(
    { length: count },
    (_, index) => both[(start + index * stride) % both.length],
  ).flatMap((fault) => fault ?? []);
}

async function sweep(faults: readonly Fault[], tls: boolean): Promise<Tally> {
  let next: Fault | null = null;
  const takeFault = (): Fault | null => {
    const fault = next;
    next = null;
    return fault;
  };
  const server = await faultySmtp({ tls, fault: takeFault });
  const desk = await outboxDesk({ port: server.port, tls });
  const approved: string[] = [];
  try {
    for (const fault of faults) {
      next = fault;
      approved.push(await approveLetter(desk.db, await desk.openCase()));
      await deliverAll(desk);
    }
    return await tallyLetters(desk, server.arrivals, approved);
  } finally {
    await desk.close();
    await server.close();
  }
}

/** As the worker does it, its clock an hour on at each round. */
async function deliverAll({ db, secretKey }: Awaited<ReturnType<typeof outboxDesk>>) {
  for (let round = 0; round < ROUNDS; round += 1) {
    const now = () => Date.now() + round * HOUR;
    await deliverDue(db, { secretKey, settle: recordSent, now, waits: WAITS });
    if ((await db.outboxMail.count({ where: { state: "queued" } })) === 0) return;
  }
}
