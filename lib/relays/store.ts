import type { Db, Tx } from "../db/client.ts";
import type { Instant, Interval } from "../time/instant.ts";
import { parseFingerprint, placeholderFingerprint } from "./fingerprint.ts";
import type { Confirmed, PolicyInForce, Relay, RelayHistory } from "./history.ts";
import { spanOf } from "./tenure-span.ts";

/** Who asks. Relays belong to the desk as a whole: every role of a signed-in person may see them. */
export type RelayViewer = { userId: string; role: string };

const MAY_SEE = new Set(["owner", "operator", "counsel", "read-only"]);

/** All relays with everything known about them, for the desk itself (triage has no viewer). */
export async function loadHistory(db: Db | Tx): Promise<RelayHistory> {
  return { relays: (await readRelays(db)).map(({ relay }) => relay) };
}

/** The relays a person sees, by nickname; none for a role that does not exist. */
export async function listRelays(
  db: Db | Tx,
  viewer: RelayViewer,
): Promise<{ id: string; relay: Relay }[]> {
  return MAY_SEE.has(viewer.role) ? readRelays(db) : [];
}

/** One relay by its id, or null when there is none for this viewer. */
export async function readRelay(
  db: Db | Tx,
  viewer: RelayViewer,
  id: string,
): Promise<{ id: string; relay: Relay } | null> {
  if (!MAY_SEE.has(viewer.role)) return null;
  const [found] = await readRelays(db, { id });
  return found ?? null;
}

/**
 * Stores the relay whole: what is in the database about it becomes what `relay` says. A relay that was kept under a
 * placeholder and now has its fingerprint keeps its row.
 */
export async function saveRelay(db: Db, relay: Relay): Promise<void> {
  await db.$transaction(async (tx) => {
    const { id } = await claimRow(tx, relay);
    const relayId = { relayId: id };
    await tx.tenure.deleteMany({ where: relayId });
    await tx.policyVersion.deleteMany({ where: relayId });
    await tx.uptime.deleteMany({ where: relayId });
    await tx.tenure.createMany({
      data: relay.tenures.map((tenure) => ({
        ...relayId,
        ip: tenure.ip,
        span: spanOf(tenure),
        ...columns(tenure),
        ...confirmedColumn(tenure),
      })),
    });
    await tx.policyVersion.createMany({
      data: relay.policies.map((policy) => ({
        ...relayId,
        lines: policy.lines,
        form: policy.form,
        ...columns(policy),
        ...confirmedColumn(policy),
      })),
    });
    await tx.uptime.createMany({
      data: relay.uptime.map((uptime) => ({ ...relayId, ...columns(uptime) })),
    });
  });
}

type Sourced = Interval & { source: string; learnedAt: Instant };

function columns({ from, to, source, learnedAt }: Sourced) {
  return {
    from: new Date(from),
    to: to === null ? null : new Date(to),
    source,
    learnedAt: new Date(learnedAt),
  };
}

function confirmedColumn({ confirmedAt }: Confirmed): { confirmedAt: Date | null } {
  return { confirmedAt: confirmedAt === undefined ? null : new Date(confirmedAt) };
}

/** The relay's row: by fingerprint, else the one under a placeholder that stands for it, else a new one. */
async function claimRow(tx: Tx, relay: Relay): Promise<{ id: string }> {
  const { nickname, fingerprint } = relay;
  const rows = await tx.relay.findMany({
    where: { fingerprint: { in: [fingerprint, ...placeholdersFor(relay)] } },
  });
  const row = rows.find((each) => each.fingerprint === fingerprint) ?? rows[0];
  if (row === undefined) {
    return tx.relay.create({ data: { nickname, fingerprint, createdAt: firstLearned(relay) } });
  }
  const others = rows.filter((each) => each !== row).map(({ id }) => id);
  await tx.relay.deleteMany({ where: { id: { in: others } } });
  return tx.relay.update({ where: { id: row.id }, data: { nickname, fingerprint } });
}

function placeholdersFor({ nickname, fingerprint, tenures }: Relay): string[] {
  if (parseFingerprint(fingerprint) === null) return [];
  return tenures.map(({ ip }) => placeholderFingerprint(nickname, ip));
}

/** When the desk first learnt of it, so that no clock is needed. */
function firstLearned({ tenures, policies, uptime }: Relay): Date {
  const times = [...tenures, ...policies, ...uptime].map(({ learnedAt }) => learnedAt);
  return new Date(times.length === 0 ? 0 : Math.min(...times));
}

async function readRelays(
  db: Db | Tx,
  where: { id?: string } = {},
): Promise<{ id: string; relay: Relay }[]> {
  const byFrom = { orderBy: { from: "asc" as const } };
  const rows = await db.relay.findMany({
    where,
    orderBy: [{ nickname: "asc" }, { id: "asc" }],
    include: { tenures: byFrom, policies: byFrom, uptimes: byFrom },
  });
  return rows.map(({ id, nickname, fingerprint, tenures, policies, uptimes }) => ({
    id,
    relay: {
      nickname,
      fingerprint,
      tenures: tenures.map((row) => ({ ip: row.ip, ...sourced(row), ...confirmation(row) })),
      policies: policies.map((row) => ({
        lines: lines(row.lines),
        form: form(row.form),
        ...sourced(row),
        ...confirmation(row),
      })),
      uptime: uptimes.map((row) => sourced(row)),
    },
  }));
}

type Row = { from: Date; to: Date | null; source: string; learnedAt: Date };

function sourced({ from, to, source, learnedAt }: Row): Sourced {
  return {
    from: from.getTime(),
    to: to?.getTime() ?? null,
    source,
    learnedAt: learnedAt.getTime(),
  };
}

function confirmation({ confirmedAt }: { confirmedAt: Date | null }): Confirmed {
  return confirmedAt === null ? {} : { confirmedAt: confirmedAt.getTime() };
}

function lines(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((line) => typeof line === "string") : [];
}

function form(value: string): PolicyInForce["form"] {
  return value === "descriptor" ? "descriptor" : "torrc";
}
