import { z } from "zod";
import { parseIp } from "../net/ip.ts";
import { type Instant, toIso } from "../time/instant.ts";
import { parseFingerprint, placeholderFingerprint } from "./fingerprint.ts";
import type { Relay, RelayHistory } from "./history.ts";
import { policyForm } from "./policy-form.ts";
import { problem, type ReadProblem } from "./read-problem.ts";

/**
 * Reads the JSON of `exitdesk --relays FILE` (product.md, "Command line"). All or nothing: with one flaw the history is
 * null and the one problem names the field, because a relay left out would turn into "not our address".
 */
export function readRelaysFile(
  text: string,
  learnedAt: Instant,
): { history: RelayHistory | null; problems: ReadProblem[] } {
  const json = parseJson(text);
  if ("problem" in json) return { history: null, problems: [json.problem] };
  const read = RELAYS_FILE.safeParse(json.value);
  if (!read.success) return { history: null, problems: [firstFlaw(read.error)] };
  const sourced = { source: "relays file", learnedAt };
  const relays = read.data.relays.map((given): Relay => {
    const { nickname, tenures, policies, uptime } = given;
    return {
      nickname,
      fingerprint: given.fingerprint ?? placeholderFingerprint(nickname, tenures[0]?.ip ?? null),
      tenures: tenures.map((tenure) => ({ ...tenure, ...sourced })),
      policies: policies.map(({ lines, ...interval }) => ({ ...lines, ...interval, ...sourced })),
      uptime: uptime.map((interval) => ({ ...interval, ...sourced })),
    };
  });
  return { history: { relays }, problems: [] };
}

function parseJson(text: string): { value: unknown } | { problem: ReadProblem } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, "")) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    return { problem: problem("relays-file", `The relays file is not valid JSON: ${reason}`) };
  }
}

/** `2026-01-31`, `2026-01-31T10:00Z`, `2026-01-31T10:00:00.5+01:00`; without a zone it is UTC, as the format says. */
const ISO =
  /^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:[T ]([0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.][0-9]{1,9})?)?)(Z|[+-][0-9]{2}:?[0-9]{2})?)?$/;

const INSTANT = z.string().transform((text, context) => {
  const [, date = "", time = "00:00", zone = "Z"] = ISO.exec(text.trim()) ?? [];
  const at = isDate(date) ? Date.parse(`${date}T${time}${zone}`) : Number.NaN;
  if (!Number.isNaN(at)) return at;
  return flaw(context, `"${text.slice(0, 40)}" is no time; write it like 2026-01-31T10:00:00Z`);
});

/** JavaScript reads 30 February as 2 March. */
function isDate(date: string): boolean {
  const at = Date.parse(date);
  return !Number.isNaN(at) && toIso(at).startsWith(date);
}

const SPAN = { from: INSTANT, to: INSTANT.nullish().transform((to) => to ?? null) };

function inOrder(span: { from: Instant; to: Instant | null }): boolean {
  return span.to === null || span.from < span.to;
}
const IN_ORDER = { error: "ends before it begins; exchange from and to" };

const IP = z.string().transform((text, context) => {
  const ip = parseIp(text.trim().replace(/^\[(.*)\]$/, "$1"));
  return ip ?? flaw(context, `"${text.slice(0, 60)}" is not an IP address`);
});

const FINGERPRINT = z.string().transform((text, context) => {
  const fingerprint = parseFingerprint(text.trim());
  return fingerprint ?? flaw(context, `"${text.slice(0, 60)}" is not 40 hexadecimal digits`);
});

const LINES = z
  .array(z.string().max(100_000))
  .min(1, "has no line; a relay that is no exit has the line reject *:*")
  .max(20_000)
  .transform((given, context) => {
    const { lines, form, flaw: refused } = policyForm(given);
    return refused === null ? { lines, form } : flaw(context, refused);
  });

const RELAY = z.object({
  nickname: z.string().min(1).max(100),
  fingerprint: FINGERPRINT.nullish().transform((fingerprint) => fingerprint ?? null),
  tenures: z.array(z.object({ ip: IP, ...SPAN }).refine(inOrder, IN_ORDER)),
  policies: z.array(z.object({ lines: LINES, ...SPAN }).refine(inOrder, IN_ORDER)).default([]),
  uptime: z.array(z.object(SPAN).refine(inOrder, IN_ORDER)).default([]),
});

const RELAYS_FILE = z.object({ relays: z.array(RELAY).max(20_000) });

function flaw(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: "custom", message });
  return z.NEVER;
}

/** `relays[0].tenures[1].ip: "x" is not an IP address.` */
function firstFlaw(error: z.ZodError): ReadProblem {
  const [issue] = error.issues;
  const path = (issue?.path ?? []).reduce<string>(
    (text, step) => (typeof step === "number" ? `${text}[${step}]` : `${text}.${String(step)}`),
    "",
  );
  const where = path === "" ? "the relays file" : path.replace(/^\./, "");
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : "";
  return problem("relays-file", `${where}: ${issue?.message ?? "not readable"}${more}`);
}
