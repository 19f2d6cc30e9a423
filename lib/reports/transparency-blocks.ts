import type { Instant } from "../time/instant.ts";
import { dayOf, startOf } from "./period.ts";
import type { Published } from "./small-counts.ts";
import type { Transparency } from "./transparency.ts";
import {
  type ReportLanguage,
  TRANSPARENCY_WORDS,
  type TransparencyWords,
} from "./transparency-words.ts";

/** What the published page is made of, in order: the preview and the file are written from the same. */
export type Block =
  | { kind: "title" | "heading" | "text"; text: string }
  | { kind: "table"; name: string; head: [string, string]; rows: [string, string][] };

/** The report in a language. Every word is ours or the operator's own. */
export function transparencyBlocks(
  report: Transparency,
  { language, now }: { language: ReportLanguage; now: Instant },
): Block[] {
  const words = TRANSPARENCY_WORDS[language];
  const { from, to } = report.period;
  return [
    {
      kind: "title",
      text:
        report.operator === "" ? words.title : put(words.titleOf, { operator: report.operator }),
    },
    text(put(words.period, { from: longDay(from, language), to: longDay(to, language) })),
    ...words.about.map(text),
    ...kinds(report, words),
    ...(report.counted === 0 ? [] : endings(report, words, language)),
    heading(words.policyHead),
    text(put(words.policy, report.mitigations)),
    ...authorities(report, words),
    text(put(words.made, { day: longDay(dayOf(now), language) })),
  ];
}

function kinds({ kinds: all, total }: Transparency, words: TransparencyWords): Block[] {
  if (all.length === 0) return [heading(words.kinds), text(words.none)];
  const number = (cases: Published) => (cases === "few" ? words.fewerThan : String(cases));
  const rows = all.map(({ type, cases }): [string, string] => [
    words.types[type] ?? type,
    number(cases),
  ]);
  const sum = total.least === total.most ? String(total.least) : put(words.totalBetween, total);
  return [
    heading(words.kinds),
    table(words.kinds, [words.kind, words.cases], [...rows, [words.total, sum]]),
    text(words.kindsNote),
  ];
}

function endings(
  { counted, outcomes, deadlines, times }: Transparency,
  words: TransparencyWords,
  language: ReportLanguage,
): Block[] {
  const named = <Key extends string>(names: Record<Key, string>, counts: Record<Key, number>) =>
    (Object.keys(names) as Key[])
      .filter((key) => counts[key] > 0)
      .map((key): [string, string] => [names[key], String(counts[key])]);
  const speed = times && {
    median: duration(times.medianHours, language),
    p90: duration(times.p90Hours, language),
  };
  return [
    text(put(words.below, { counted })),
    heading(words.outcomesHead),
    table(words.outcomesHead, [words.outcome, words.cases], named(words.outcomes, outcomes)),
    text(words.outcomeNotes),
    heading(words.speedHead),
    text(speed ? put(words.speed, speed) : words.tooFew),
    table(words.speedHead, [words.deadline, words.cases], named(words.deadlines, deadlines)),
  ];
}

function authorities({ authorities: said }: Transparency, words: TransparencyWords): Block[] {
  const head = heading(words.authoritiesHead);
  switch (said.kind) {
    case "none":
      return [];
    case "range":
      return [head, text(put(words.authoritiesRange, { from: said.from, to: said.to }))];
    case "exact":
      return [head, text(put(words.authoritiesExact, { count: said.count }))];
    case "words":
      return [head, text(said.text)];
  }
}

/** Hours up to two days, then whole days: "5 hours", "3 Tagen". */
function duration(hours: number, language: ReportLanguage): string {
  const isDays = hours > 48;
  const count = isDays ? Math.ceil(hours / 24) : hours;
  const [one, more] = UNITS[language][isDays ? "days" : "hours"];
  return `${count} ${count === 1 ? one : more}`;
}

const UNITS: Record<ReportLanguage, Record<"hours" | "days", [one: string, more: string]>> = {
  en: { hours: ["hour", "hours"], days: ["day", "days"] },
  // After "binnen": dative.
  de: { hours: ["Stunde", "Stunden"], days: ["Tag", "Tagen"] },
};

/** "1 March 2026", "1. März 2026" */
function longDay(day: number, language: ReportLanguage): string {
  const locale = language === "en" ? "en-GB" : language;
  const form = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return form.format(startOf(day));
}

function heading(text: string): Block {
  return { kind: "heading", text };
}

function text(text: string): Block {
  return { kind: "text", text };
}

function table(name: string, head: [string, string], rows: [string, string][]): Block {
  return { kind: "table", name, head, rows };
}

function put(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{([a-z0-9]{1,20})\}/gi, (place, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : place,
  );
}
