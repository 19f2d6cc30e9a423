// Loaded into processes that are measured: when one ends, its CPU seconds and greatest memory become a line of the file
// USAGE_FILE.
import { appendFileSync } from "node:fs";
import { isMainThread } from "node:worker_threads";

const file = process.env["USAGE_FILE"];
if (file && isMainThread)
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    const usage = {
      program: process.argv[1] ?? "",
      cpuMs: (userCPUTime + systemCPUTime) / 1000,
      peakMb: maxRSS / 1024,
    };
    appendFileSync(file, `${JSON.stringify(usage)}\n`);
  });
