import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const SHARED = path.join(import.meta.dirname, "../../../shared");
const CHILD = path.join(import.meta.dirname, "../testing/parse-folder.ts");
const PER_MAIL_MS = 2_000;
const MEMORY_MB = 256;

type Cost = {
  mails: number;
  slowest: { file: string; ms: number };
  empty: string[];
  maxRssMb: number;
};

// A process of its own, as memory can only be measured for a whole one: the peak is over every mail of the folder together.
test.each([
  ["mime-torture", 370],
  ["attack/mime-mimekit", 1],
  ["attack/mime-stalwart-malformed", 1],
])(
  "%s: every mail is read to its facts within 2 s and 256 MB",
  async (folder, least) => {
    const mails = path.join(SHARED, folder);
    expect(existsSync(mails), `needs the mails in ${mails}`).toBe(true);
    const args = [`--max-old-space-size=${MEMORY_MB}`, CHILD, mails];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const cost: Cost = JSON.parse(stdout);
    process.stdout.write(
      `${folder}: ${cost.mails} mails, slowest ${Math.round(cost.slowest.ms)} ms (${cost.slowest.file}), peak ${cost.maxRssMb} MB\n`,
    );
    expect(cost.mails).toBeGreaterThanOrEqual(least);
    expect(cost.empty).toEqual([]);
    expect(cost.slowest.ms, cost.slowest.file).toBeLessThan(PER_MAIL_MS);
    expect(cost.maxRssMb).toBeLessThan(MEMORY_MB);
  },
  60_000,
);
