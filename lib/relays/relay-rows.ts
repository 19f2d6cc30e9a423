import type { Instant, Interval } from "../time/instant.ts";
import type { Confirmed, PolicyInForce, Relay, Sourced, Tenure, Uptime } from "./history.ts";
import { spanOf } from "./tenure-span.ts";

/** What the database keeps of one interval, whatever it is about. */
type IntervalColumns = { from: Date; to: Date | null; source: string; learnedAt: Date };
type ConfirmedColumn = { confirmedAt: Date | null };

export type TenureColumns = IntervalColumns & ConfirmedColumn & { ip: string; span: number };
export type PolicyColumns = IntervalColumns & ConfirmedColumn & { lines: string[]; form: string };
export type UptimeColumns = IntervalColumns & { unsure: boolean };

/** A relay as it is read: `lines` is whatever JSON stands there. */
export type RelayRow = {
  id: string;
  nickname: string;
  fingerprint: string;
  tenures: Omit<TenureColumns, "span">[];
  policies: (Omit<PolicyColumns, "lines"> & { lines: unknown })[];
  uptimes: UptimeColumns[];
};

export function relayOf({ nickname, fingerprint, tenures, policies, uptimes }: RelayRow): Relay {
  const unsure = uptimes.filter((row) => row.unsure).map(interval);
  return {
    nickname,
    fingerprint,
    tenures: tenures.map((row) => ({ ip: row.ip, ...interval(row), ...confirmation(row) })),
    policies: policies.map((row) => ({
      lines: lines(row.lines),
      form: row.form === "descriptor" ? "descriptor" : "torrc",
      ...interval(row),
      ...confirmation(row),
    })),
    uptime: uptimes.filter((row) => !row.unsure).map(interval),
    ...(unsure.length > 0 && { unsure }),
  };
}

export function tenureColumns(tenure: Tenure): TenureColumns {
  return { ip: tenure.ip, span: spanOf(tenure), ...columns(tenure), ...confirmedColumn(tenure) };
}

export function policyColumns(policy: PolicyInForce): PolicyColumns {
  const { lines, form } = policy;
  return { lines, form, ...columns(policy), ...confirmedColumn(policy) };
}

export function uptimeColumns({ uptime, unsure = [] }: Relay): UptimeColumns[] {
  return [
    ...uptime.map((each: Uptime) => ({ unsure: false, ...columns(each) })),
    ...unsure.map((each) => ({ unsure: true, ...columns(each) })),
  ];
}

function columns({ from, to, source, learnedAt }: Interval & Sourced): IntervalColumns {
  return {
    from: new Date(from),
    to: to === null ? null : new Date(to),
    source,
    learnedAt: new Date(learnedAt),
  };
}

function confirmedColumn({ confirmedAt }: Confirmed): ConfirmedColumn {
  return { confirmedAt: confirmedAt === undefined ? null : new Date(confirmedAt) };
}

function interval({ from, to, source, learnedAt }: IntervalColumns): Interval & Sourced {
  const ended: Instant | null = to?.getTime() ?? null;
  return { from: from.getTime(), to: ended, source, learnedAt: learnedAt.getTime() };
}

function confirmation({ confirmedAt }: ConfirmedColumn): Confirmed {
  return confirmedAt === null ? {} : { confirmedAt: confirmedAt.getTime() };
}

function lines(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((line) => typeof line === "string") : [];
}
