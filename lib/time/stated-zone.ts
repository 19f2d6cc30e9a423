import { matchesOf } from "../text/matches.ts";
import { mayMatch } from "../text/may-match.ts";
import { remembered } from "../text/remembered.ts";
import { readZone, sameZone, type Zone } from "./zone.ts";

export type StatedZone = Zone & { start: number; end: number };

/**
 * The zone a text names for all its times, apart from any one of them: "all times are UTC", "Local timezone is +0200",
 * "Zeiten in CET", a table head `TIME (UTC)`. Two statements that differ make it contradictory. Null when the text is silent.
 */
export const statedZone = remembered(readStatedZone);

function readStatedZone(text: string): StatedZone | null {
  const zones: StatedZone[] = [];
  for (const lead of matchesIn(text.slice(0, MAX_TEXT), LEADS)) {
    const end = lead.index + lead[0].length;
    const found = readZone(text, end) ?? offsetNearby(text, end, lead[0]);
    if (!found || isOfOneTime(text, lead.index, found.end)) continue;
    zones.push({ ...looseInSummer(found.zone), start: lead.index, end: found.end });
  }
  const [first] = zones;
  if (!first) return zoneBeforeNoun(text) ?? zoneByFormat(text);
  if (zones.every((zone) => sameZone(zone, first))) return first;
  const readings = [...new Set(zones.flatMap((zone) => zone.readings))];
  return { ...first, readings, contradictory: true };
}

const MAX_TEXT = 256 * 1024;

function matchesIn(text: string, pattern: RegExp): RegExpExecArray[] {
  return mayMatch(pattern, text) ? matchesOf(pattern, text) : [];
}

/** What stands before the zone. Each ends right where a zone must begin; gaps are short and stay on one line. */
const LEADS = new RegExp(
  [
    // "time zone: UTC", "Local timezone is +0200", "Zeitzone ist MESZ", "fuseau horaire : CET"
    "(?:(?<![\\p{L}\\d])(?:tz|zone)(?=[ \\t]?[:=])|time ?-?zones?|zeitzonen?|fuseau(?: horaire)?|tijdzone|zona horaria|fuso orario|fuso hor[aá]rio|strefa czasowa|časov[ée] pásmo|часовой пояс)(?:[ \\t]{1,3}(?:used|for|of|the|this|these|log|logs|report|is|are|ist|sind|est|es|é|è|in|used:)){0,5}[ \\t]{0,3}[:=]?[ \\t]{0,3}[\"'(]?",
    // "all times are (given) in UTC", "timestamps (in the first column) are UTC", "Zeitangaben sind in CET"
    "(?:times?(?: ?-?stamps?)?|dates?|logs?|hours?|zeiten|zeitangaben|uhrzeiten|zeitstempel|heures?|tijden|tijdstippen|registros?|eventos|entradas|registri|journaux|einträge|protokolle|wpisy|logi|záznamy|horas?|horários?|horarios?|orari|ore|hodiny|časy|czasy?|tider|ajat|время|時刻|日時|时间|時間)(?:は|均为|为|為)?(?:[ \\t]{1,3}\\((?!UTC|GMT|[A-Z]{2,5}\\)|[+-])[^()\\n]{1,40}\\))?(?:[ \\t]{1,3}(?:shown|listed|below|above|given|in|this|the|these|those|report|reports|log|logs|file|files|entries|table|email|message|here|herein|is|are|was|were|all|stated|reported|displayed|expressed|provided|logged|recorded|presented|noted|specified|mentioned|zones?|set|to|using|use|our|local|locale|lokale|locali|locales|указано|указаны|указана|по|московское|of|sind|ist|alle|angegeben|en|sont|est|indiquées|zijn|son|sono|são|som|em|abaixo|acima|estão|están|seguintes|seguenti|sous|ci-dessous|unten|hieronder|podane|są|jsou|w|и|в)){0,8}(?:[ \\t]{0,2}:[ \\t]{1,3}|：[ \\t]{0,3}|[ \\t]{1,4}|(?<=[は为為]))[\"'(]?",
    // "adjusted to our GMT +8 timezone", "converted to UTC"
    "(?:adjusted|converted|normali[sz]ed|synchroni[sz]ed|umgerechnet)(?:[ \\t]{1,3}(?:to|into|for|in|our|the|local)){1,4}[ \\t]{1,3}",
    // table and CSV heads: "TIME (UTC)", "timestamp_utc"-like "timestamp(UTC+0)", "Date/Time [GMT]"
    "(?:time|date|netflow|flow|log|seen|detected|added|zeit|datum|heure|hora|ora|tijd|czas|дата|время|時刻|日時|时间)(?:\\p{L}{0,8}|/time|/hora| and time)[ _]?[(\\[]",
  ]
    .map((source) => `(?:${source})`)
    .join("|"),
  "giu",
);

/** "12:00 (UTC)" and the label "Registered [UTC+3]: 2022-..." are about that one time, which is read with it. */
function isOfOneTime(text: string, leadStart: number, zoneEnd: number): boolean {
  if (/\d:\d\d[ \t]*$/.test(text.slice(Math.max(0, leadStart - 12), leadStart))) return true;
  return LABEL_END.test(text.slice(zoneEnd, zoneEnd + 12));
}

/** A colon with the labelled value behind it on the same line; a heading has nothing there. */
const LABEL_END = /^[)\]]?[ \t]{0,3}(?::|=(?!=))[ \t]{0,4}[^\s:=]/;

/** "Timezone Brussels Europe. UTC+1": a few words between, but an explicit offset. */
function offsetNearby(text: string, from: number, lead: string) {
  if (!/zone|zeit|fuseau|пояс/i.test(lead)) return null;
  const offset = /^[^\n\d:]{0,40}?(?=\b(?:UTC|GMT) ?[+-] ?\d)/.exec(text.slice(from, from + 60));
  return offset && readZone(text, from + offset[0].length);
}

/**
 * People who say "our times are CET" often mean the clock on their wall, which is an hour ahead in summer. Both readings
 * stay; only a log that writes CET beside each time is taken at its word.
 */
function looseInSummer(zone: Zone): Zone {
  const [reading] = zone.readings;
  const civil =
    zone.readings.length === 1 ? CIVIL.find(({ word }) => word.test(zone.text)) : undefined;
  return civil && typeof reading === "number"
    ? { ...zone, readings: [reading, civil.place] }
    : zone;
}

const CIVIL = [
  { word: /^\W*(?:CET|MEZ)\W*$/, place: "Europe/Berlin" },
  { word: /^\W*EET\W*$/, place: "Europe/Helsinki" },
  { word: /^\W*EST\W*$/, place: "America/New_York" },
  { word: /^\W*MST\W*$/, place: "America/Denver" },
  { word: /^\W*PST\W*$/, place: "America/Los_Angeles" },
];

/** "(UTC timezone)", "our GMT +8 time zone", "in Pacific time". */
function zoneBeforeNoun(text: string): StatedZone | null {
  for (const noun of matchesIn(text.slice(0, MAX_TEXT), NOUNS)) {
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

/** Log formats whose times are UTC by definition: W3C Extended Log File Format (IIS), section "Fields". */
function zoneByFormat(text: string): StatedZone | null {
  if (!text.includes("#Fields: ")) return null;
  const fields = /^#Fields: date time /m.exec(text.slice(0, MAX_TEXT));
  if (!fields) return null;
  const end = fields.index + fields[0].length;
  return { readings: [0], contradictory: false, text: fields[0].trim(), start: fields.index, end };
}
