import { isReachable } from "../drafting/recipients.ts";
import { type Ip, parseIp } from "../net/ip.ts";
import { isPublicIp } from "../net/special-range.ts";
import type { Instant } from "../time/instant.ts";
import { REPORT_KINDS, type ReportKind } from "./report-kind.ts";

/** What a stranger says happened, each field within its limits and nothing in it but text. */
export type FormComplaint = {
  /** Ours, one of those the page is about. */
  accused: Ip;
  /** Theirs. */
  target: Ip;
  port: number;
  kind: ReportKind;
  /** The moment, and as it was written: `2026-03-01 10:04:11 +01:00`. */
  at: Instant;
  when: string;
  what: string;
  log: string;
  reference: string;
  email: string | null;
};

/** The names of the form's fields; `website` is for robots and stays empty. */
const FORM_FIELDS = [
  "accused",
  "target",
  "port",
  "kind",
  "date",
  "time",
  "zone",
  "what",
  "log",
  "reference",
  "email",
  "website",
] as const;
export type FormField = (typeof FORM_FIELDS)[number];
/** What was typed, as it is shown again. */
export type FormValues = Record<FormField, string>;
export type FormFlaw = { field: FormField; flaw: "missing" | "bad" | "long" | "future" | "robot" };

const MOST: Record<FormField, number> = {
  accused: 45,
  target: 45,
  port: 5,
  kind: 20,
  date: 10,
  time: 12,
  zone: 6,
  what: 4_000,
  log: 20_000,
  reference: 100,
  email: 254,
  website: 200,
};
const REQUIRED: readonly FormField[] = [
  "accused",
  "target",
  "port",
  "kind",
  "date",
  "time",
  "zone",
  "what",
];
/** A clock may run ahead a little. */
const AHEAD = 15 * 60_000;

/** The fields of a posted form (`application/x-www-form-urlencoded`); what is not a field is dropped. */
export function formValues(body: string): FormValues {
  const given = new URLSearchParams(body);
  const entries = FORM_FIELDS.map((name) => [name, tidy(name, given.get(name) ?? "")] as const);
  return Object.fromEntries(entries) as FormValues;
}

/** Line ends become `\n`; in a field of one line they become spaces. No other control character stays. */
function tidy(name: FormField, text: string): string {
  const plain = text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
  if (name === "what" || name === "log") return plain.replace(/^\n+/, "").trimEnd();
  return plain.replace(/\s+/g, " ").trim();
}

/** Reads what was typed. Every flaw is named at once, so that nobody has to send the form five times. */
export function readForm(
  values: FormValues,
  { addresses, now }: { addresses: readonly Ip[]; now: Instant },
): { complaint: FormComplaint } | { flaws: FormFlaw[] } {
  const flaws: FormFlaw[] = [
    ...FORM_FIELDS.filter((field) => values[field].length > MOST[field]).map(
      (field) => ({ field, flaw: "long" }) as const,
    ),
    ...REQUIRED.filter((field) => values[field] === "").map(
      (field) => ({ field, flaw: "missing" }) as const,
    ),
    ...(values.website === "" ? [] : [{ field: "website", flaw: "robot" } as const]),
  ];
  if (flaws.length > 0) return { flaws };
  const accused = parseIp(values.accused);
  const target = parseIp(values.target);
  const port = Number(values.port);
  const at = momentOf(values);
  const wrong = (field: FormField, isWrong: boolean): FormFlaw[] =>
    isWrong ? [{ field, flaw: "bad" }] : [];
  const bad: FormFlaw[] = [
    ...wrong("accused", accused === null || !addresses.includes(accused)),
    ...wrong("target", target === null || !isPublicIp(target) || addresses.includes(target)),
    ...wrong("port", !/^\d{1,5}$/.test(values.port) || port < 1 || port > 65_535),
    ...wrong("kind", !Object.hasOwn(REPORT_KINDS, values.kind)),
    ...wrong("date", at === null),
    ...wrong("email", values.email !== "" && !isReachable(values.email)),
    ...(at !== null && at > now + AHEAD ? [{ field: "date", flaw: "future" } as const] : []),
  ];
  if (bad.length > 0 || accused === null || target === null || at === null) return { flaws: bad };
  const { what, log, reference, email, date, time, zone } = values;
  const when = `${date} ${time.padEnd(8, ":00")} ${zone}`;
  const kind = values.kind as ReportKind;
  return {
    complaint: {
      accused,
      target,
      port,
      kind,
      at,
      when,
      what,
      log,
      reference,
      email: email || null,
    },
  };
}

/** The date and time with the offset that was chosen; null when that is no moment. */
function momentOf({ date, time, zone }: FormValues): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !/^\d{2}:\d{2}(:\d{2})?$/.test(time)) return null;
  if (!ZONES.includes(zone)) return null;
  const at = Date.parse(`${date}T${time.padEnd(8, ":00")}${zone}`);
  if (!Number.isFinite(at) || at < 0) return null;
  // Date.parse takes 30 February for a day in March.
  const [, month = 0, day = 0] = date.split("-").map(Number);
  const written = new Date(`${date}T00:00:00Z`);
  return written.getUTCMonth() + 1 === month && written.getUTCDate() === day ? at : null;
}

/** Every offset a clock on the earth has, half and quarter hours included. */
export const ZONES: readonly string[] = [
  ..."-12:00 -11:00 -10:00 -09:30 -09:00 -08:00 -07:00 -06:00 -05:00 -04:00 -03:30 -03:00 -02:30 -02:00 -01:00".split(
    " ",
  ),
  ..."+00:00 +01:00 +02:00 +03:00 +03:30 +04:00 +04:30 +05:00 +05:30 +05:45 +06:00 +06:30 +07:00 +08:00 +08:45".split(
    " ",
  ),
  ..."+09:00 +09:30 +10:00 +10:30 +11:00 +12:00 +12:45 +13:00 +13:45 +14:00".split(" "),
];
