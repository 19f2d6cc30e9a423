import { z } from "zod";
import type { Behind } from "@/lib/reports/behind.ts";
import { readPorts } from "@/lib/reports/close-ports.ts";
import type { Asked, Figures } from "@/lib/reports/figures.ts";
import {
  BUCKET_UNITS,
  PERIOD_CHOICES,
  type ReadPeriod,
  readPeriod,
  usualUnit,
} from "@/lib/reports/period.ts";

const word = z.string().max(254).optional().catch(undefined);

/** What the address of a report says. What cannot be read is left out. */
export const askedReport = z.object({
  days: z.enum(PERIOD_CHOICES).nullable().catch(null).default(null),
  from: z.string().max(20).catch("").default(""),
  to: z.string().max(20).catch("").default(""),
  relay: z.string().max(40).catch("").default(""),
  unit: z.enum(BUCKET_UNITS).nullable().catch(null).default(null),
  close: z.string().max(200).catch("").default(""),
  type: word,
  verdict: word,
  provider: word,
  sender: word,
  port: z
    .union([z.literal("none").transform(() => null), z.coerce.number().int().min(1).max(65_535)])
    .optional()
    .catch(undefined),
  outcome: z.enum(["open", "answered", "closed", "history"]).optional().catch(undefined),
  deadline: z.enum(["without", "met", "missed", "pending"]).optional().catch(undefined),
});
type AskedReport = z.infer<typeof askedReport>;

/** The question behind an address: which cases, put together how, behind which figure. */
export function readAsked(
  input: AskedReport,
  now: number,
): { read: ReadPeriod; asked: Asked; behind: Behind } {
  const read = readPeriod(input, now);
  const { type, verdict, provider, sender, port, outcome, deadline } = input;
  return {
    read,
    asked: {
      period: read.period,
      unit: input.unit ?? usualUnit(read.period),
      relayId: input.relay === "" ? null : input.relay,
    },
    behind: { type, verdict, provider, sender, port, outcome, deadline },
  };
}

/** The ports to try closed: those asked for, else the one that is named most. */
export function portsToClose({ close }: AskedReport, { byPort }: Figures): string[] {
  const asked = readPorts(close);
  if (asked.length > 0) return asked;
  const most = byPort.rows.find(({ name }) => name !== null);
  return most ? [String(most.name)] : [];
}
