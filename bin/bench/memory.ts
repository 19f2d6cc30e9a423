// npm run bench -- memory [--short]: what web and worker hold in memory after some seconds of rest (PSS: a page shared by two
// processes counts half for each), and after requests.
import { setTimeout as sleep } from "node:timers/promises";
import { ensureBuilt } from "../prepare.mjs";
import { makeDesk } from "./bench-desk.ts";
import { isShort, runBench } from "./bench-report.ts";
import { pssMb } from "./process-cpu.ts";
import { type Running, runDesk, signedIn } from "./running-desk.ts";

const REST_MS = isShort ? 3_000 : 30_000;
const REQUESTS = isShort ? 100 : 10_000;
const AT_ONCE = 4;

await runBench("memory", async ({ measured, tell }) => {
  ensureBuilt(process.execPath);
  const desk = await makeDesk();
  let running: Running | null = null;
  try {
    const cookie = await signedIn(desk);
    running = await runDesk(desk, { path: "/queue", cookie });
    await sleep(REST_MS);
    const idle = held(running, tell);
    measured("idle_pss", idle);
    const { url } = running;
    for (let done = 0; done < REQUESTS; done += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, () => ask(url, cookie)));
    await sleep(REST_MS);
    tell(`after ${REQUESTS} requests:`);
    measured("used_pss", held(running, tell) / idle);
  } finally {
    await running?.stop();
    await desk.close();
  }
});

/** Web and worker together; their parent is told, for it only waits. */
function held(running: Running, tell: (line: string) => void): number {
  const each = running.children().map(({ pid, program }) => ({ program, mb: pssMb(pid) }));
  for (const { program, mb } of [{ program: "their parent", mb: pssMb(running.pid) }, ...each])
    tell(`${program.split("/").slice(-2).join("/")}: ${mb.toFixed(1)} MB`);
  if (each.length < 2) throw new Error("web or worker is not there");
  return each.reduce((sum, { mb }) => sum + mb, 0);
}

async function ask(url: string, cookie: string): Promise<void> {
  const answer = await fetch(`${url}/queue`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`the queue answered ${answer.status}`);
  await answer.arrayBuffer();
}
