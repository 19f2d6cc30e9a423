import { z } from "zod";
import { onRecord } from "../accounts/audit-store.ts";
import { canManageSettings } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { OperatorProfile } from "../drafting/draft.ts";
import { isReachable } from "../drafting/recipients.ts";
import { wishForCheck } from "./check-open-store.ts";
import { writeOperatorProfile } from "./operator-profile-store.ts";

const text = (max: number) => z.string().trim().max(max, `is longer than ${max} characters`);
const orNull = (schema: z.ZodType<string>) =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? null : value),
    schema.nullable(),
  );

/** How the letters name the operator. `[[` would become a gap in every letter. */
export const profileSchema = z.object({
  name: text(200),
  signature: text(1000),
  jurisdiction: text(20)
    .toLowerCase()
    .regex(/^[a-z]{0,3}$/, "is a country such as de, or eu, us"),
  noticeUrl: orNull(
    text(500).regex(/^https?:\/\/[^\s<>"]+$/, "is a web address beginning with http"),
  ),
  logStatement: orNull(text(1000)),
  counsel: orNull(text(254).refine((address) => isReachable(address), "is not one plain address")),
});

const LABELS: Record<keyof OperatorProfile, string> = {
  name: "The name",
  signature: "The signature",
  jurisdiction: "The jurisdiction",
  noticeUrl: "The exit notice",
  logStatement: "The sentence about logs",
  counsel: "Counsel's address",
};

export async function saveOperatorProfile(
  db: Db,
  viewer: Viewer,
  profile: OperatorProfile,
): Promise<{ ok: true } | Refusal> {
  if (!canManageSettings(viewer)) return forbidden("change how letters are signed");
  const read = profileSchema.safeParse(profile);
  if (!read.success) {
    const [issue] = read.error.issues;
    const field = LABELS[issue?.path[0] as keyof OperatorProfile] ?? "A field";
    return refuse("bad-profile", `${field} ${issue?.message}.`);
  }
  const gap = Object.entries(read.data).find(([, value]) => value?.includes("[["));
  if (gap)
    return refuse(
      "bad-profile",
      `${LABELS[gap[0] as keyof OperatorProfile]} contains "[[", which marks a gap in letters.`,
    );
  const act = { kind: "settings", what: "how letters are signed" } as const;
  await onRecord(db, viewer.userId, act, (tx) => writeOperatorProfile(tx, read.data));
  await wishForCheck(db);
  return { ok: true };
}
