import { seeded } from "./chance.ts";
import { outboxFaults } from "./outbox-faults.ts";
import { outboxKills } from "./outbox-kills.ts";
import type { Tally } from "./outbox-tally.ts";

/** Both halves of the torture; the same `seed` gives the same faults (kills also depend on the machine's speed). */
export async function tortureOutbox(
  { kills, faults, seed }: { kills: number; faults: number; seed: number },
  tell: (text: string) => void = () => undefined,
): Promise<Tally> {
  const chance = seeded(seed);
  const sums = await outboxFaults(faults, chance);
  tell(`${faults} server faults are over`);
  const killed = await outboxKills(kills, chance, (done) => {
    if (done % 20 === 0) tell(`${done} of ${kills} kills`);
  });
  return [...sums, killed].reduce((a, b) => ({
    lost: a.lost + b.lost,
    doubled: a.doubled + b.doubled,
    unknown: a.unknown + b.unknown,
    shown: a.shown + b.shown,
    wrong: [...a.wrong, ...b.wrong],
  }));
}
