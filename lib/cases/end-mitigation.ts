import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { changeExitPolicy } from "../relays/change-exit-policy.ts";
import { onControl } from "../relays/control.ts";
import { holds } from "../relays/policy-options.ts";
import type { Instant } from "../time/instant.ts";
import type { Mitigation } from "./mitigation.ts";
import { findMitigation, linesOfOthers, type Step, stepMitigation } from "./mitigation-store.ts";
import { controlPlace } from "./start-mitigation.ts";

type Input = { id: string; now: Instant };

/**
 * A person ends it: one nobody put in is dropped, one by hand was taken out of the torrc, one in a running tor is taken out
 * through its control port.
 */
export async function endMitigation(
  db: Db,
  viewer: Viewer,
  { id, now }: Input,
  secretKey: Uint8Array,
): Promise<{ ok: true } | Refusal> {
  if (!canManageRelays(viewer)) return forbidden("change exit policies");
  const found = await findMitigation(db, viewer, id);
  if (found === null) return notFound("mitigation");
  if (found.state !== "proposed" && found.state !== "active" && !found.mustComeOut)
    return refuse("ended", "It has ended already.");
  const by = { by: viewer, at: now };
  const taken =
    found.how === "control"
      ? await takeOut(db, found, secretKey)
      : { ok: true as const, text: handText(found) };
  if (!taken.ok) return refuse("control", taken.text);
  const isOver = found.state === "expired";
  const step: Step = {
    ...by,
    kind: isOver ? "out" : "removed",
    text: taken.text,
    told: found.state === "proposed" ? null : `Opened again: ${found.lines.join(", ")}`,
  };
  const ended = new Date(now);
  const data = {
    state: isOver ? "expired" : "removed",
    ...(isOver ? {} : { endedAt: ended }),
    outAt: ended,
    lookAt: null,
    problem: null,
  };
  return (await stepMitigation(db, found, data, step))
    ? { ok: true }
    : refuse("changed", "Somebody changed this mitigation meanwhile. Reload the page and look.");
}

/** Takes the lines out of the running tor, save those another mitigation still needs. */
export async function takeOut(
  db: Db,
  found: Mitigation,
  secretKey: Uint8Array,
): Promise<{ ok: boolean; text: string }> {
  const place = await controlPlace(db, found.sourceId, secretKey);
  if ("ok" in place) return { ok: false, text: place.text };
  const needed = await linesOfOthers(db, found);
  const take = found.lines.filter((line) => !holds(needed, line));
  const change = await onControl(place.where, place.password, (line) =>
    changeExitPolicy(line, { take }, null),
  );
  if ("flaw" in change) return { ok: false, text: change.flaw };
  const sent =
    change.command === null ? "tor did not have them any more" : `sent to tor: ${change.command}`;
  const kept = take.length < found.lines.length ? "; what another mitigation needs stays" : "";
  return { ok: true, text: `${found.lines.join(", ")}: ${sent}${kept}` };
}

function handText({ state, lines }: Mitigation): string {
  return state === "proposed"
    ? "Dropped before anybody put it in"
    : `${lines.join(", ")}: taken out of the torrc by hand`;
}
