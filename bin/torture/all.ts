// npm run torture [-- intake] [--mails N] [--kills N] [--rounds N] [--short] [--full] [--seed N]: mails taken in while
// processes die and servers, disks and clocks misbehave; without "intake" the letters going out as well. Exit status 0 when
// nothing was lost, doubled or sent twice, and everything on the server is in the ledger.
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { tortureIntake } from "./torture-intake.ts";
import { tortureOutbox } from "./torture-outbox.ts";

const SIZES = {
  short: {
    mails: 24,
    kills: 4,
    rounds: 0,
    powerMails: 5,
    cuts: 20,
    letterKills: 4,
    letterFaults: 10,
  },
  usual: {
    mails: 300,
    kills: 30,
    rounds: 1,
    powerMails: 20,
    cuts: 100,
    letterKills: 20,
    letterFaults: 40,
  },
  full: {
    mails: 1_000,
    kills: 100,
    rounds: 5,
    powerMails: 40,
    cuts: 500,
    letterKills: 200,
    letterFaults: 202,
  },
} as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: "boolean" },
    full: { type: "boolean" },
    mails: { type: "string" },
    kills: { type: "string" },
    rounds: { type: "string" },
    seed: { type: "string" },
  },
});
const named = sizeNamed();
const size = {
  ...named,
  mails: Number(values.mails ?? named.mails),
  kills: Number(values.kills ?? named.kills),
  rounds: Number(values.rounds ?? named.rounds),
  seed: Number(values.seed ?? randomInt(2 ** 31)),
};
const tell = (text: string) => console.log(text);
tell(
  `seed ${size.seed}: ${size.mails} mails, ${size.kills} kills, ${size.rounds} rounds of faults`,
);
const intake = await tortureIntake(size, tell);
const letters = positionals.includes("intake")
  ? { lost: 0, doubled: 0, unknown: 0, shown: 0, wrong: [], kills: 0, faults: 0 }
  : await sendLetters();
for (const line of [...intake.wrong, ...letters.wrong]) tell(line);
tell(`${intake.kills + letters.kills} kills, ${intake.faults + letters.faults} faults`);
const sums = {
  mails: intake.mails,
  lost: intake.lost + letters.lost + (letters.unknown - letters.shown),
  doubled: intake.doubled,
  sent_twice: letters.doubled,
  unledgered: intake.unledgered,
};
tell(
  `torture: ${Object.entries(sums)
    .map(([name, count]) => `${name}=${count}`)
    .join(" ")}`,
);
const faultless = Object.entries(sums).every(([name, count]) => name === "mails" || count === 0);
process.exitCode = faultless && intake.wrong.length === 0 ? 0 : 1;

function sizeNamed() {
  if (values.short) return SIZES.short;
  return values.full ? SIZES.full : SIZES.usual;
}

async function sendLetters() {
  const { letterKills: kills, letterFaults: faults, seed } = size;
  return { ...(await tortureOutbox({ kills, faults, seed }, tell)), kills, faults };
}
