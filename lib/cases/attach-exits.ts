import { type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { ExitListForm } from "../relays/exit-list-forms.ts";
import { type AttachTo, attachFile } from "./attach-file.ts";
import { exitList } from "./exits-list.ts";

/** Attaches the list of the exits that reach a target, made now from the network the desk keeps. */
export async function attachExits(
  db: Db,
  viewer: Viewer,
  to: AttachTo,
  asked: { target: string; form: ExitListForm },
): Promise<{ ok: true } | Refusal> {
  const list = await exitList(db, asked);
  if (!list.ok) return list;
  if (list.exits.length === 0)
    return refuse("no-exits", "No exit's policy allows {target}: there is nothing to attach.", {
      target: asked.target,
    });
  const { name, mediaType, about, text } = list;
  return await attachFile(db, viewer, to, { name, mediaType, about, bytes: Buffer.from(text) });
}
