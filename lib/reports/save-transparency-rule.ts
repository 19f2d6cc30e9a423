import { onRecord } from "../accounts/audit-store.ts";
import { canManageSettings } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { MAX_WORDS, type TransparencyRule } from "./transparency-rule.ts";
import { writeTransparencyRule } from "./transparency-rule-store.ts";

/** The owner says whether and how published reports speak of what authorities asked. */
export async function saveTransparencyRule(
  db: Db,
  viewer: Viewer,
  { authorities, words }: TransparencyRule,
): Promise<{ ok: true } | Refusal> {
  if (!canManageSettings(viewer)) return forbidden("choose what a published report says");
  const text = words.trim();
  if (authorities === "words" && text === "")
    return refuse("no-words", "Write the sentence the report shall say, or choose another rule.");
  if (text.length > MAX_WORDS)
    return refuse("long-words", `The sentence is longer than ${MAX_WORDS} characters.`);
  const act = {
    kind: "settings",
    what: `published reports on authorities: ${authorities}`,
  } as const;
  await onRecord(db, viewer.userId, act, (tx) =>
    writeTransparencyRule(tx, { authorities, words: text }),
  );
  return { ok: true };
}
