import { readdirSync, readFileSync } from "node:fs";

/** The kernel tells these in hundredths of a second whatever it counts in (proc_pid_stat(5), USER_HZ on Linux). */
const TICK_MS = 10;

/** CPU milliseconds of a process so far, its ended threads too. */
export function processCpuMs(pid: number): number {
  const [user = 0, system = 0] = statOf(pid).slice(11, 13);
  return (user + system) * TICK_MS;
}

/** CPU milliseconds of a PostgreSQL server: its first process, those it has, and those that ended. */
export function serverCpuMs(postmaster: number): number {
  const [user = 0, system = 0, endedUser = 0, endedSystem = 0] = statOf(postmaster).slice(11, 15);
  const children = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && parentOf(Number(name)) === postmaster)
    .map((name) => processCpuMs(Number(name)));
  return (
    (user + system + endedUser + endedSystem) * TICK_MS +
    children.reduce((sum, one) => sum + one, 0)
  );
}

/** The greatest resident memory of a process so far, in MB; not a number when it is gone. */
export function peakMb(pid: number): number {
  const status = read(`/proc/${pid}/status`);
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** Memory of a process in MB, each page it shares divided among those who share it; 0 when it is gone. */
export function pssMb(pid: number): number {
  const rollup = read(`/proc/${pid}/smaps_rollup`);
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0) / 1024;
}

export function parentOf(pid: number): number {
  return statOf(pid)[1] ?? 0;
}

/** The fields from the state on; the name before it may hold anything. */
function statOf(pid: number): number[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .map(Number);
}

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
