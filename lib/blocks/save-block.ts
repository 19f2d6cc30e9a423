import { z } from "zod";
import { canManageBlocks } from "../accounts/permissions.ts";
import { forbidden, notFound, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { type Instant, toIso } from "../time/instant.ts";
import { BLOCK_KINDS, BLOCK_STATES, type Block } from "./block.ts";
import {
  type BlockFields,
  caseForBlock,
  findBlock,
  type NewStep,
  putBlock,
} from "./block-store.ts";

const line = (max: number) =>
  z
    .string()
    .transform((text) => text.replace(/[\s\p{Cc}]+/gu, " ").trim())
    .pipe(z.string().max(max, `is longer than ${max} characters`));
const moment = z.number().int().min(0).max(8.64e15).nullable();

const fieldsSchema = z.object({
  kind: z.enum(BLOCK_KINDS, "is none of the kinds"),
  name: line(200).pipe(z.string().min(1, "is missing")),
  contact: line(500),
  status: z.enum(BLOCK_STATES, "is none of the states"),
  relays: z.array(z.string().max(40)).max(500),
  since: moment,
  followUpAt: moment,
  caseId: z.uuid().nullable(),
});

const NAMES: Record<keyof BlockFields, string> = {
  kind: "The kind",
  name: "The name",
  contact: "The contact",
  status: "The state",
  relays: "The relays",
  since: "The day it began",
  followUpAt: "The day to look again",
  caseId: "The case",
};

/** Makes an entry, or changes one; what changed stands in its history. */
export async function saveBlock(
  db: Db,
  viewer: Viewer,
  { id, now, ...given }: BlockFields & { id: string | null; now: Instant },
): Promise<{ ok: true; id: string } | Refusal> {
  if (!canManageBlocks(viewer)) return forbidden("change the list of blocks");
  const read = fieldsSchema.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    const field = NAMES[issue?.path[0] as keyof BlockFields] ?? "A field";
    return refuse("bad-block", `${field} ${issue?.message}.`);
  }
  const { caseId } = read.data;
  if (caseId !== null && (await caseForBlock(db, viewer, caseId)) === null) return notFound("case");
  if (id === null) {
    const step = { kind: "begun" as const, text: `${read.data.name}: ${read.data.status}` };
    return saved(await putBlock(db, null, read.data, stepOf(step, viewer, now)));
  }
  const before = await findBlock(db, viewer, id);
  if (before === null) return notFound("block");
  // Its case stays what it was.
  const { caseId: _, ...rest } = read.data;
  const text = changesOf(before, rest);
  if (text === "") return { ok: true, id };
  return saved(await putBlock(db, id, rest, stepOf({ kind: "changed", text }, viewer, now)));
}

function stepOf(step: Pick<NewStep, "kind" | "text">, by: Viewer, at: Instant): NewStep {
  return { ...step, at, by, subject: null, to: null };
}

function saved(id: string | null): { ok: true; id: string } | Refusal {
  return id === null ? notFound("block") : { ok: true, id };
}

const DAY_FIELDS = ["since", "followUpAt"] as const;

/** "status: asked; since: 2026-03-01"; empty when nothing changed. */
function changesOf(before: Block, after: Omit<BlockFields, "caseId">): string {
  const words = (["kind", "name", "contact", "status"] as const).filter(
    (name) => before[name] !== after[name],
  );
  const days = DAY_FIELDS.filter((name) => before[name] !== after[name]);
  const relays = before.relays.join(", ") === after.relays.join(", ") ? [] : [after.relays];
  return [
    ...words.map((name) => `${name}: ${after[name] || "-"}`),
    ...days.map(
      (name) => `${name}: ${after[name] === null ? "-" : toIso(after[name]).slice(0, 10)}`,
    ),
    ...relays.map((names) => `relays: ${names.join(", ") || "all"}`),
  ].join("; ");
}
