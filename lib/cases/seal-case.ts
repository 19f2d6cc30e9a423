import { canGag, canManageSeal, canSeal } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { changeCase, onCase } from "./case-store.ts";
import { nameCounsel } from "./open-case-store.ts";
import { addReader } from "./reader-store.ts";
import { keepEventsAgain, readsAsAuthority } from "./seal-store.ts";

type Input = { caseId: string; reason: string; now: Instant };
type Done = { ok: true } | Refusal;
const MAX_REASON = 300;

/**
 * What others may read so far becomes a matter of owners, counsel and whoever sealed it. Its words leave the lists, the search
 * and the database file (decision 024).
 */
export async function sealCase(db: Db, viewer: Viewer, input: Input): Promise<Done> {
  if (!canSeal(viewer)) return forbidden("seal cases");
  const { now } = input;
  const reason = input.reason.trim().slice(0, MAX_REASON);
  if (reason === "") return refuse("no-reason", "Say in a few words why this case is sealed.");
  return await onCase(db, viewer, input.caseId, async (tx, row): Promise<Done> => {
    if (row.sealed) return refuse("sealed-already", "This case is sealed already.");
    await nameCounsel(tx, row.id, now);
    if (viewer.role === "operator" && !row.readerIds.includes(viewer.userId))
      await addReader(tx, row.id, viewer.userId, { by: viewer.userId, at: now });
    const entry = { kind: "sealed" as const, actor: viewer.userId, at: now, data: { reason } };
    await changeCase(tx, row.id, { sealed: true, decision: "counsel" }, entry);
    return { ok: true };
  });
}

/** Everybody who sees cases of its relays sees it again. Not while a mail of it is read as one of an authority. */
export async function liftSeal(db: Db, viewer: Viewer, input: Input): Promise<Done> {
  if (!canManageSeal(viewer)) return forbidden("lift seals");
  const { now } = input;
  const reason = input.reason.trim().slice(0, MAX_REASON);
  if (reason === "") return refuse("no-reason", "Say in a few words why the seal is lifted.");
  return await onCase(db, viewer, input.caseId, async (tx, row): Promise<Done> => {
    if (!row.sealed) return refuse("not-sealed", "This case is not sealed: everybody may read it.");
    if (row.gagged)
      return refuse("gagged", "An order forbids to tell of this case: take that back first.");
    if (await readsAsAuthority(tx, row))
      return refuse(
        "of-authority",
        "A mail of this case is read as one of an authority and would seal it again. Correct its type first.",
      );
    const entry = { kind: "unsealed" as const, actor: viewer.userId, at: now, data: { reason } };
    await changeCase(tx, row.id, { sealed: false }, entry);
    await keepEventsAgain(tx, row.id);
    return { ok: true };
  });
}

/** An order forbids to tell anybody of the case, or does no longer. Only of a sealed one. */
export async function setGag(
  db: Db,
  viewer: Viewer,
  input: { caseId: string; gagged: boolean; reason: string; now: Instant },
): Promise<Done> {
  if (!canGag(viewer)) return forbidden("note gag orders");
  const { gagged, now } = input;
  const reason = input.reason.trim().slice(0, MAX_REASON);
  if (reason === "")
    return refuse("no-reason", "Name the order: who made it, of which day, until when.");
  return await onCase(db, viewer, input.caseId, async (tx, row): Promise<Done> => {
    if (!row.sealed) return refuse("not-sealed", "This case is not sealed: everybody may read it.");
    if (row.gagged === gagged) return { ok: true };
    const kind = gagged ? ("gagged" as const) : ("gag_over" as const);
    await changeCase(
      tx,
      row.id,
      { gagged },
      { kind, actor: viewer.userId, at: now, data: { reason } },
    );
    return { ok: true };
  });
}
