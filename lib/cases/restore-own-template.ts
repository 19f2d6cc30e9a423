import { canManageTemplates } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { readOwnTemplate } from "../drafting/own-templates.ts";
import type { Instant } from "../time/instant.ts";
import { versionsOf } from "./own-template-store.ts";
import { keepVersion, WHAT } from "./save-own-template.ts";

type Input = { key: string; seen: number; now: Instant };

/** Makes an older version the newest again; nothing between is lost. */
export async function restoreOwnTemplate(
  db: Db,
  viewer: Viewer,
  { key, seen, now, version }: Input & { version: number },
): Promise<{ ok: true } | Refusal> {
  if (!canManageTemplates(viewer)) return forbidden(WHAT);
  const old = (await versionsOf(db, key)).find((one) => one.version === version);
  if (!old || old.text === null) return notFound("version");
  if (!readOwnTemplate(key, old.text).template)
    return refuse("bad-template", "This desk no longer reads that version; edit its text instead.");
  const { text, shipped } = old;
  const made = { key, text, shipped, how: `restored:${version}`, by: viewer.userId, now };
  return (await keepVersion(db, made, seen)) ?? { ok: true };
}

/** Takes the operator's own away: the shipped one serves again, or none. Its versions are kept. */
export async function removeOwnTemplate(
  db: Db,
  viewer: Viewer,
  { key, seen, now }: Input,
): Promise<{ ok: true } | Refusal> {
  if (!canManageTemplates(viewer)) return forbidden(WHAT);
  const [newest] = await versionsOf(db, key);
  if (!newest || newest.text === null) return notFound("template of your own");
  const made = { key, text: null, shipped: null, how: "removed", by: viewer.userId, now };
  return (await keepVersion(db, made, seen)) ?? { ok: true };
}
