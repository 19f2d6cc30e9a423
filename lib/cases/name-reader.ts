import { canManageSeal } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { addToTimeline, onCase } from "./case-store.ts";
import { addReader, findReader } from "./reader-store.ts";

/** An owner names one more person who may read a sealed case. */
export async function nameReader(
  db: Db,
  viewer: Viewer,
  input: { caseId: string; login: string; now: Instant },
): Promise<{ ok: true } | Refusal> {
  if (!canManageSeal(viewer)) return forbidden("name readers of sealed cases");
  return await onCase(db, viewer, input.caseId, async (tx, row) => {
    if (!row.sealed) return refuse("not-sealed", "This case is not sealed: everybody may read it.");
    const person = await findReader(tx, input.login);
    if (!person) return notFound(`person "${input.login.slice(0, 40)}"`);
    if (row.readerIds.includes(person.id)) return { ok: true as const };
    await addReader(tx, row.id, person.id, { by: viewer.userId, at: input.now });
    await addToTimeline(tx, row.id, {
      kind: "reader_added",
      actor: viewer.userId,
      at: input.now,
      data: { login: person.login },
    });
    return { ok: true as const };
  });
}
