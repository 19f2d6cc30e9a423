import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import {
  changeExitPolicy,
  type PolicyChange,
  planPolicyChange,
} from "../relays/change-exit-policy.ts";
import { onControl } from "../relays/control.ts";
import { holds } from "../relays/policy-options.ts";
import { findSource } from "../relays/source-store.ts";
import type { Instant } from "../time/instant.ts";
import type { Mitigation } from "./mitigation.ts";
import { findMitigation, linesOfOthers, stepMitigation } from "./mitigation-store.ts";

type Input = { id: string; now: Instant };
type Done = { ok: true } | Refusal;

/** A person put the lines into the torrc and reloaded tor: from now on it is in force. */
export async function startByHand(db: Db, viewer: Viewer, { id, now }: Input): Promise<Done> {
  const found = await toStart(db, viewer, id, now);
  if ("ok" in found) return found;
  const data = {
    state: "active",
    how: "hand",
    from: new Date(now),
    lookAt: new Date(found.expiresAt),
  };
  const text = `${found.lines.join(", ")}: put into the torrc by hand`;
  const step = {
    kind: "in-force" as const,
    text,
    by: viewer,
    at: now,
    told: `Closed by hand: ${found.lines.join(", ")}`,
  };
  return (await stepMitigation(db, found, { ...data, problem: null }, step))
    ? { ok: true }
    : changed();
}

/** What would be sent to the tor behind this relay source; asks it, changes nothing. */
export async function planMitigation(
  db: Db,
  viewer: Viewer,
  { id, sourceId, now }: Input & { sourceId: string },
  secretKey: Uint8Array,
): Promise<({ ok: true } & PolicyChange) | Refusal> {
  const found = await toStart(db, viewer, id, now);
  if ("ok" in found) return found;
  const place = await controlPlace(db, sourceId, secretKey);
  if ("ok" in place) return place;
  const change = await onControl(place.where, place.password, (line) =>
    planPolicyChange(line, { put: found.lines }),
  );
  if ("flaw" in change) return refuse("control", change.flaw);
  return (await ownAlready(db, found, sourceId, change)) ?? { ok: true, ...change };
}

/** A line that is the operator's own is not the desk's to take out again. */
async function ownAlready(
  db: Db,
  { id, lines }: Mitigation,
  sourceId: string,
  { before }: PolicyChange,
): Promise<Refusal | null> {
  const ours = await linesOfOthers(db, { id, sourceId });
  const own = lines.find((line) => holds(before, line) && !holds(ours, line));
  if (own === undefined) return null;
  return refuse("own-line", `tor has "${own}" already, as a line of your own: leave it out here.`);
}

/** When the desk stops between telling tor and writing it down, the worker looks soon whether tor has the lines. */
const LOOK_SOON = 2 * 60_000;
const LOOK_EVERY = 3_600_000;

/**
 * Puts the lines into a running tor through its control port. `command`: what the person saw and agreed to; nothing else is
 * ever sent.
 */
export async function startByControl(
  db: Db,
  viewer: Viewer,
  { id, sourceId, command, now }: Input & { sourceId: string; command: string },
  secretKey: Uint8Array,
): Promise<Done> {
  const found = await toStart(db, viewer, id, now);
  if ("ok" in found) return found;
  const place = await controlPlace(db, sourceId, secretKey);
  if ("ok" in place) return place;
  const planned = await planMitigation(db, viewer, { id, sourceId, now }, secretKey);
  if (!planned.ok) return planned;
  const by = { by: viewer, at: now };
  const begun = {
    state: "active",
    how: "control",
    sourceId,
    lookAt: new Date(now + LOOK_SOON),
    problem: null,
  };
  const asked = { ...by, kind: "proposed" as const, text: `Sent to tor: ${command}`, told: null };
  if (!(await stepMitigation(db, found, begun, asked))) return changed();
  const active = { ...found, state: "active" as const };
  const change = await onControl(place.where, place.password, (line) =>
    changeExitPolicy(line, { put: found.lines }, command),
  );
  if ("flaw" in change) {
    const back = {
      state: "proposed",
      how: null,
      sourceId: null,
      lookAt: null,
      problem: change.flaw,
    };
    await stepMitigation(db, active, back, {
      ...by,
      kind: "failed",
      text: change.flaw,
      told: null,
    });
    return refuse("control", change.flaw);
  }
  const lines = found.lines.join(", ");
  await stepMitigation(
    db,
    active,
    { from: new Date(now), lookAt: new Date(Math.min(now + LOOK_EVERY, found.expiresAt)) },
    {
      ...by,
      kind: "in-force",
      text: `${lines}: tor shows them in front of its own lines`,
      told: `Closed through the control port of ${place.name}: ${lines}`,
    },
  );
  return { ok: true };
}

/** The control port behind a relay source, with its password. */
export async function controlPlace(db: Db, sourceId: string | null, secretKey: Uint8Array) {
  const source = sourceId === null ? null : await findSource(db, sourceId, secretKey);
  if (source === null || source.settings.kind !== "control") return notFound("control port");
  if (source.hasSecret && source.password === null)
    return refuse(
      "password",
      "The password cannot be opened with this desk's key: type it again under Settings.",
    );
  return { where: source.settings.where, password: source.password, name: source.name };
}

async function toStart(
  db: Db,
  viewer: Viewer,
  id: string,
  now: Instant,
): Promise<Mitigation | Refusal> {
  if (!canManageRelays(viewer)) return forbidden("change exit policies");
  const found = await findMitigation(db, viewer, id);
  if (found === null) return notFound("mitigation");
  if (found.state !== "proposed") return changed();
  if (found.expiresAt <= now)
    return refuse("over", "Its time is over already: propose the lines again.");
  return found;
}

function changed(): Refusal {
  return refuse("changed", "Somebody changed this mitigation meanwhile. Reload the page and look.");
}
