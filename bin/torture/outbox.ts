// npm run torture -- outbox [--kills N] [--faults N] [--seed N]: letters approved while processes die and servers
// misbehave. Exit status 0 when nothing was lost or doubled and every doubt is shown to the operator.
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { tortureOutbox } from "./torture-outbox.ts";

const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "200" },
    faults: { type: "string", default: "202" },
    seed: { type: "string" },
  },
});
const seed = Number(values.seed ?? randomInt(2 ** 31));
const size = { kills: Number(values.kills), faults: Number(values.faults), seed };
console.log(`${size.kills} kills, ${size.faults} server faults, seed ${seed}`);
const { lost, doubled, unknown, shown, wrong } = await tortureOutbox(size, (text) =>
  console.log(text),
);
for (const line of wrong) console.log(line);
console.log(`torture outbox: lost=${lost} doubled=${doubled} unknown=${unknown} shown=${shown}`);
process.exitCode = lost === 0 && doubled === 0 && shown === unknown ? 0 : 1;
