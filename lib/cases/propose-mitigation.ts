import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { mitigationLines } from "./mitigation-lines.ts";
import { addStep, createMitigation, tellCase } from "./mitigation-store.ts";
import { visibleTo } from "./visible.ts";

type Input = {
  caseId: string | null;
  lines: string;
  /** Nicknames; none: every relay. */
  relays: string[];
  days: number;
  reason: string;
  now: Instant;
};

const DAY = 24 * 3_600_000;
const MAX_DAYS = 365;

/** Keeps lines as a mitigation nobody put into force yet, with the day it ends. */
export async function proposeMitigation(
  db: Db,
  viewer: Viewer,
  input: Input,
): Promise<{ ok: true; id: string } | Refusal> {
  if (!canManageRelays(viewer)) return forbidden("change exit policies");
  const { caseId, days, now } = input;
  if (!Number.isInteger(days) || days < 1 || days > MAX_DAYS)
    return refuse("bad-days", "Say for how many days, from 1 to {max}.", { max: MAX_DAYS });
  const read = mitigationLines(input.lines);
  if (!read.ok) return read;
  const text = `${read.lines.join(", ")}, for ${days === 1 ? "one day" : `${days} days`}`;
  return await db.$transaction(async (tx) => {
    const of = caseId === null ? null : await seenCase(tx, viewer, caseId);
    if (caseId !== null && of === null) return notFound("case");
    const reason = reasonOf(input.reason, of);
    if (reason === "") return refuse("no-reason", "Say in a few words why it is closed.");
    const id = await createMitigation(tx, {
      caseId,
      relays: input.relays.slice(0, 100),
      lines: read.lines,
      reason,
      expiresAt: now + days * DAY,
      createdAt: now,
      by: viewer,
    });
    const by = { by: viewer, at: now };
    await addStep(tx, id, { ...by, kind: "proposed", text, told: null });
    if (of !== null) await tellCase(tx, of.id, by, { text: `Proposed to close: ${text}` });
    return { ok: true as const, id };
  });
}

function reasonOf(typed: string, of: { ref: string } | null): string {
  return typed.trim().slice(0, 300) || (of ? `because of case ${of.ref}` : "");
}

async function seenCase(tx: Parameters<typeof addStep>[0], viewer: Viewer, caseId: string) {
  return await tx.case.findFirst({ where: { AND: [{ id: caseId }, visibleTo(viewer)] } });
}
