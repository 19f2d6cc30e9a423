import type { Db } from "../db/client.ts";
import type { Instant } from "../time/instant.ts";
import { dueCases, dueQuarantine, heldCases } from "./due-store.ts";
import { RETENTION_CLASSES, type Retention, type RetentionClass } from "./retention.ts";

/** How many cases would lose their mails and their records if these periods held now. */
export type PurgePreview = {
  classes: Record<RetentionClass, { mail: number; record: number }>;
  quarantine: number;
  /** Cases a hold stands on: none of them is counted above. */
  held: number;
};

/** What a purge with these periods would take, without taking it. */
export async function previewPurge(
  db: Db,
  retention: Retention,
  now: Instant,
): Promise<PurgePreview> {
  const held = await heldCases(db);
  const classes = {} as PurgePreview["classes"];
  for (const of of RETENTION_CLASSES) {
    const { mail, record } = retention.classes[of];
    const count = async (stage: "mail" | "record", days: number | null) =>
      days === null
        ? 0
        : await db.case.count({
            where: dueCases(db, { of, stage, days, now, foreseen: true }, held),
          });
    classes[of] = { mail: await count("mail", mail), record: await count("record", record) };
  }
  const { quarantine } = retention;
  const waiting =
    quarantine === null ? 0 : await db.rawMail.count({ where: dueQuarantine(quarantine, now) });
  return { classes, quarantine: waiting, held: held.length };
}
