import { canSeeDesk } from "../accounts/permissions.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { FileLesson } from "../relays/learn-from-documents.ts";
import type { Instant } from "../time/instant.ts";

/** What came of one form or one set of files. `by` is the login of who handed them in. */
export type RelayImport = { relays: string[]; files: FileLesson[]; at: Instant; by: string };

/** It answers the one who has just pressed the button; after this time it is of no use. */
const KEPT_MS = 30 * 86_400_000;
const MOST = { relays: 1000, files: 200, problems: 50, text: 1000 };

/** Keeps what came of it, so that the next page can show it without believing its own address. Returns its id. */
export async function keepRelayImport(
  db: Db,
  viewer: Viewer,
  { relays, files, at }: Omit<RelayImport, "by">,
): Promise<string> {
  const cut = (text: string) => text.slice(0, MOST.text);
  return await db.$transaction(async (tx) => {
    await tx.relayImport.deleteMany({ where: { at: { lt: new Date(at - KEPT_MS) } } });
    const made = await tx.relayImport.create({
      data: {
        at: new Date(at),
        by: viewer.userId,
        relays: relays.slice(0, MOST.relays).map(cut),
        files: files.slice(0, MOST.files).map(({ name, text, problems }) => ({
          name: cut(name),
          text: cut(text),
          problems: problems.slice(0, MOST.problems).map(cut),
        })),
      },
    });
    return made.id;
  });
}

/** What came of it, or null when there is no such record (any more). */
export async function readRelayImport(
  db: Db,
  viewer: Viewer,
  id: string,
): Promise<RelayImport | null> {
  const row = canSeeDesk(viewer) ? await db.relayImport.findUnique({ where: { id } }) : null;
  if (row === null) return null;
  const person = await db.user.findUnique({ where: { id: row.by }, select: { login: true } });
  return {
    relays: row.relays as string[],
    files: row.files as FileLesson[],
    at: row.at.getTime(),
    by: person?.login ?? "somebody who has left",
  };
}
