import { csvRow } from "../text/csv-row.ts";
import { type Instant, toIso } from "../time/instant.ts";
import type { ClosedPorts } from "./close-ports.ts";
import { type Figures, type Top, WAITS } from "./figures.ts";
import type { CountedMitigations } from "./mitigations-in-force-store.ts";
import { dayText } from "./period.ts";

export type WrittenFigures = {
  figures: Figures;
  mitigations: CountedMitigations;
  closed: ClosedPorts | null;
  now: Instant;
};

/** The columns of the figures' CSV. They stay: further figures become further rows. See docs/reports.md. */
const COLUMNS = ["figure", "name", "from", "to", "cases", "mails", "value"] as const;

type Row = { figure: string; name?: string | number | null } & Partial<
  Record<(typeof COLUMNS)[number], string | number | null>
>;

export function figuresCsv(written: WrittenFigures): string {
  const rows = rowsOf(written);
  return [
    csvRow(COLUMNS),
    ...rows.map((row) => csvRow(COLUMNS.map((column) => row[column] ?? null))),
  ].join("");
}

export function figuresJson({ figures, mitigations, closed, now }: WrittenFigures): string {
  const { asked, overTime, ...rest } = figures;
  const value = {
    version: 1,
    madeAt: toIso(now),
    from: dayText(asked.period.from),
    to: dayText(asked.period.to),
    relayId: asked.relayId,
    ...rest,
    overTime: overTime.map(({ days, cases, mails }) => ({
      from: dayText(days.from),
      to: dayText(days.to),
      cases,
      mails,
    })),
    waitSeconds: WAITS,
    mitigations: {
      ...mitigations,
      inForce: mitigations.inForce.map((one) => ({ ...one, expiresAt: toIso(one.expiresAt) })),
    },
    closedPorts: closed,
  };
  return `${JSON.stringify(value, null, 2)}\n`;
}

function rowsOf({ figures, mitigations, closed }: WrittenFigures): Row[] {
  const { cases, mails, repeats, asked, times } = figures;
  const period = { from: dayText(asked.period.from), to: dayText(asked.period.to) };
  const rows: Row[] = [
    { figure: "all", cases, mails },
    { figure: "repeats", mails: repeats },
    ...figures.overTime.map(({ days, bucket: _, ...count }) => ({
      figure: asked.unit,
      ...count,
      from: dayText(days.from),
      to: dayText(days.to),
    })),
    ...figures.byType.map((row) => ({ figure: "type", ...row })),
    ...figures.byVerdict.map(({ answered, ...row }) => ({
      figure: "verdict",
      ...row,
      value: answered,
    })),
    ...topRows("port", figures.byPort, (port) => port ?? ""),
    ...topRows("relay", figures.byRelay, (relay) => relay?.nickname ?? relay?.id ?? ""),
    ...topRows("provider", figures.byProvider, (name) => name),
    ...topRows("sender", figures.bySender, (name) => name),
    ...counts("outcome", figures.outcomes),
    ...counts("deadline", figures.deadlines),
    { figure: "answer-seconds", name: "median", cases: times.answered, value: times.medianSeconds },
    { figure: "answer-seconds", name: "p90", cases: times.answered, value: times.p90Seconds },
    ...times.waits.map((waited, index) => ({
      figure: "answered-within-seconds",
      name: WAITS[index] ?? "longer",
      cases: waited,
    })),
    { figure: "mitigations", name: "in-force", value: mitigations.inForce.length },
    { figure: "mitigations", name: "begun", value: mitigations.begun },
    { figure: "mitigations", name: "ended", value: mitigations.ended },
    ...closedRows(closed),
  ];
  return rows.map((row) => ({ ...period, ...row }));
}

/** The rest of the names has a row of its own, so that the cases of a figure come to all of them. */
function topRows<Name>(
  figure: string,
  { rows, rest }: Top<Name>,
  nameOf: (name: Name) => string | number,
): Row[] {
  return [
    ...rows.map(({ name, ...count }) => ({ figure, ...count, name: nameOf(name) })),
    ...(rest.names === 0
      ? []
      : [{ figure: `${figure}-rest`, cases: rest.cases, mails: rest.mails, value: rest.names }]),
  ];
}

function counts(figure: string, named: Record<string, number>): Row[] {
  return Object.entries(named).map(([name, cases]) => ({ figure, name, cases }));
}

function closedRows(closed: ClosedPorts | null): Row[] {
  if (closed === null) return [];
  const { ports, covered, perhaps, looked } = closed;
  const name = ports.join(" ");
  return [
    { figure: "closed-ports-covered", name, mails: covered },
    { figure: "closed-ports-perhaps", name, mails: perhaps },
    { figure: "closed-ports-looked-at", name, mails: looked },
  ];
}
