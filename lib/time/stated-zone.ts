import { readZone, sameZone, type Zone } from "./zone.ts";

export type StatedZone = Zone & { start: number; end: number };

/**
 * The zone a text names for all its times, apart from any one of them: "all times are UTC", "Local timezone is +0200",
 * "Zeiten in CET", a table head `TIME (UTC)`. Two statements that differ make it contradictory. Null when the text is silent.
 */
export function statedZone(text: string): StatedZone | null {
  const zones: StatedZone[] = [];
  for (const lead of text.slice(0, MAX_TEXT).matchAll(LEADS)) {
    const found = readZone(text, lead.index + lead[0].length);
    if (!found || isOfOneTime(text, lead.index)) continue;
    zones.push({ ...found.zone, start: lead.index, end: found.end });
  }
  const [first] = zones;
  if (!first) return zoneBeforeNoun(text);
  if (zones.every((zone) => sameZone(zone, first))) return first;
  const readings = [...new Set(zones.flatMap((zone) => zone.readings))];
  return { ...first, readings, contradictory: true };
}

const MAX_TEXT = 256 * 1024;

/** What stands before the zone. Each ends right where a zone must begin; gaps are short and stay on one line. */
const LEADS = new RegExp(
  [
    // "time zone: UTC", "Local timezone is +0200", "Zeitzone ist MESZ", "fuseau horaire : CET"
    "(?:time ?-?zones?|zeitzonen?|fuseau(?: horaire)?|tijdzone|zona horaria|fuso orario|fuso hor[aá]rio|strefa czasowa|časov[ée] pásmo|часовой пояс)(?:[ \\t]{1,3}(?:used|for|of|the|this|these|log|logs|report|is|are|ist|sind|est|es|é|è|in|used:)){0,5}[ \\t]{0,3}[:=]?[ \\t]{0,3}[\"'(]?",
    // "all times are (given) in UTC", "timestamps (at the very left) are UTC", "Zeitangaben sind in CET"
    "(?:times?(?: ?-?stamps?)?|dates?|logs?|hours?|zeiten|zeitangaben|uhrzeiten|zeitstempel|heures?|tijden|tijdstippen|horas?|orari|ore|hodiny|časy|время)(?:[ \\t]{1,3}\\([^()\\n]{1,40}\\))?(?:[ \\t]{1,3}(?:shown|listed|below|above|given|in|this|the|these|those|report|reports|log|logs|file|files|entries|table|email|message|here|herein|is|are|was|were|all|stated|reported|displayed|expressed|provided|logged|recorded|presented|noted|specified|mentioned|set|to|using|use|our|local|of|sind|ist|alle|angegeben|en|sont|est|indiquées|zijn|son|sono|são|и|в)){1,8}[ \\t]{1,3}[\"'(]?",
    // "adjusted to our GMT +8 timezone", "converted to UTC"
    "(?:adjusted|converted|normali[sz]ed|synchroni[sz]ed|umgerechnet)(?:[ \\t]{1,3}(?:to|into|for|in|our|the|local)){1,4}[ \\t]{1,3}",
    // table and CSV heads: "TIME (UTC)", "timestamp_utc"-like "timestamp(UTC+0)", "Date/Time [GMT]"
    "(?:time|timestamp|date|date/time|datetime|date and time|first seen|last seen|zeit|datum|uhrzeit|heure|hora)[ _]?[(\\[]",
  ]
    .map((source) => `(?:${source})`)
    .join("|"),
  "giu",
);

/** A zone in brackets right after a time ("12:00 (UTC)") belongs to that time, and is read with it. */
function isOfOneTime(text: string, leadStart: number): boolean {
  return /\d:\d\d[ \t]*$/.test(text.slice(Math.max(0, leadStart - 12), leadStart));
}

/** "(UTC timezone)", "our GMT +8 time zone", "in Pacific time". */
function zoneBeforeNoun(text: string): StatedZone | null {
  for (const noun of text.slice(0, MAX_TEXT).matchAll(NOUNS)) {
    const from = Math.max(0, noun.index - 30);
    const before = text.slice(from, noun.index);
    const starts = [...before.matchAll(/(?<![\w+\-/:])(?=[A-Z+-])/g)].map(
      (match) => from + match.index,
    );
    for (const start of starts) {
      const found = readZone(text, start);
      if (found && found.end >= noun.index - 1 && !/\d[ \t]*$/.test(text.slice(from, start))) {
        return { ...found.zone, start, end: found.end };
      }
    }
  }
  return null;
}

const NOUNS = /[ \t]?(?:time ?-?zone|zeitzone|tijdzone)\b/gi;
