import { seeded } from "./chance.ts";
import { intakeFaults } from "./intake-faults.ts";
import { intakeKills } from "./intake-kills.ts";
import type { IntakeTally } from "./intake-tally.ts";
import { powerCuts } from "./power-cut.ts";

export type IntakeSize = {
  mails: number;
  kills: number;
  /** How often all fault sweeps are gone through. */
  rounds: number;
  /** Mails acknowledged before the power is cut, at each frame and at as many other bytes of the log as `cuts`. */
  powerMails: number;
  cuts: number;
  seed: number;
};
export type IntakeTorture = IntakeTally & { kills: number; faults: number };

/** Kills, then fault sweeps, then power cuts; the same `seed` gives the same places (kills also depend on the machine). */
export async function tortureIntake(
  size: IntakeSize,
  tell: (text: string) => void = () => undefined,
): Promise<IntakeTorture> {
  const chance = seeded(size.seed);
  const killed =
    size.kills === 0
      ? NOTHING
      : await intakeKills(size, chance, (done) => {
          if (done % 10 === 0) tell(`${done} of ${size.kills} kills`);
        });
  const swept =
    size.rounds === 0
      ? { ...NOTHING, faults: 0 }
      : await intakeFaults(size.rounds, chance, (name) => tell(`over: ${name}`));
  const cut = await powerCuts(size.powerMails, size.cuts, chance);
  tell(`over: ${cut.cuts} power cuts`);
  return {
    mails: killed.mails + swept.mails + cut.mails,
    lost: killed.lost + swept.lost + cut.lost,
    doubled: killed.doubled + swept.doubled,
    unledgered: killed.unledgered + swept.unledgered,
    wrong: [...killed.wrong, ...swept.wrong, ...cut.wrong],
    kills: size.kills,
    faults: swept.faults + cut.cuts,
  };
}

const NOTHING: IntakeTally = { mails: 0, lost: 0, doubled: 0, unledgered: 0, wrong: [] };
