import { z } from "zod";
import { COMPLAINT_TYPES } from "../classify/classification.ts";
import type { Verdict } from "../evidence/verdict.ts";
import { type QueueFilter, TABS } from "./queue.ts";

export const VERDICTS = [
  "port-allowed",
  "port-rejected",
  "relay-down",
  "not-our-ip",
  "not-tor-traffic",
  "cannot-tell",
] as const satisfies Verdict[];
const MAX_DAYS = 3650;

/** An empty field of a form asks for nothing. */
const orNothing = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional()).catch(undefined);
const word = z
  .string()
  .max(120)
  .transform((text) => text.trim());

/** The fields of an address or a form; what cannot be read asks for nothing, so that an old bookmark still opens. */
export const filterFields = {
  tab: z.enum(TABS).catch("open"),
  type: orNothing(z.enum(COMPLAINT_TYPES)),
  verdict: orNothing(z.enum(VERDICTS)),
  relay: orNothing(word),
  source: orNothing(word.transform((text) => text.toLowerCase())),
  language: orNothing(z.stringFormat("language", /^[a-z]{2,3}$/)),
  sealed: orNothing(z.union([z.boolean(), z.enum(["yes", "no"]).transform((it) => it === "yes")])),
  days: orNothing(z.coerce.number().int().min(1).max(MAX_DAYS)),
};
const schema = z.object(filterFields);

/** A filter out of what was kept, posted, or read already. Never throws. */
export function readFilter(kept: unknown): QueueFilter {
  return compact(schema.parse(typeof kept === "object" && kept !== null ? kept : {}));
}

/** The filter as fields, as they stand in an address: `tab=open&type=irc`. */
export function filterParams(filter: QueueFilter): [string, string][] {
  return Object.entries(compact(filter)).map(([name, value]) => [
    name,
    typeof value === "boolean" ? yesOrNo(value) : String(value),
  ]);
}

/** Does it ask for anything beside its tab? */
export function isNarrowed(filter: QueueFilter): boolean {
  return Object.keys(compact(filter)).length > 1;
}

function yesOrNo(value: boolean): string {
  return value ? "yes" : "no";
}

function compact(filter: QueueFilter): QueueFilter {
  const given = Object.entries(filter).filter(
    ([name, value]) => name in filterFields && value !== undefined && value !== "",
  );
  return Object.fromEntries(given) as QueueFilter;
}
