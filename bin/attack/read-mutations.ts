// Child of attack.ts: a process of its own, since memory can only be measured for a whole one. Prints JSON.
// usage: node --max-old-space-size=512 read-mutations.ts FOLDER COUNT SEED
import { readTemplates } from "../../lib/drafting/files.ts";
import { seeded } from "../../lib/testing/random-policy.ts";
import { triageMail } from "../../lib/triage/triage-mail.ts";
import { hostileMails } from "./mime.ts";
import { mutations } from "./mutate.ts";

const [folder = "", count = "0", seed = "1"] = process.argv.slice(2);
const { templates } = await readTemplates("templates");
const context = {
  history: { relays: [] },
  templates,
  operator: {
    name: "The relay operator",
    signature: "The relay operator",
    jurisdiction: "",
    noticeUrl: null,
    logStatement: null,
    counsel: null,
  },
  receivedAt: Date.parse("2026-11-22T10:00:00Z"),
};

let slowestMs = 0;
let thrown = 0;
for (const raw of mutations(hostileMails(folder), Number(count), seeded(Number(seed)).next)) {
  const start = performance.now();
  try {
    await triageMail(raw, context);
  } catch (error) {
    thrown += 1;
    process.stderr.write(`a mutation of seed ${seed} was not read: ${String(error)}\n`);
  }
  slowestMs = Math.max(slowestMs, performance.now() - start);
}
const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(JSON.stringify({ slowestMs: Math.round(slowestMs), thrown, peakMb }));
