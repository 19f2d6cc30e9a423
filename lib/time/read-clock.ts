export type Clock = {
  hour: number;
  minute: number | null;
  second: number | null;
  millisecond: number;
  end: number;
};

/** Reads a time of day that stands at `start`, after the little that may separate it from its date. Null when there is none. */
export function readClockAfter(text: string, start: number): Clock | null {
  GAP.lastIndex = start;
  const gap = GAP.exec(text)?.[0].length ?? 0;
  return (
    readDottedClock(text, start) ?? readClock(text, start + gap) ?? readDashedClock(text, start)
  );
}

/** `T`, blanks, `:`, a table's `|` or `,`, or a word ("at", "um", "Time:"), also on the next line. */
const GAP =
  /(?:T|[ \t\u00a0,;|"'@_\])]{0,8}(?:(?:r\.|roku|г\.|года|г)[ \t,]{1,2})?(?:[:\-–|,][ \t]{0,4})?(?:\r?\n[ \t>|]{0,8})?(?:(?:at|um|gegen|etwa|ca|zirka|kurz (?:vor|nach)|zwischen|klo|kl|om|omstreeks|rond|tussen|à|vers|entre|a las|de las|hacia las|verso le|tra le|około|między|kolem|mezi|около|между|alle(?: ore)?|ore|às|o(?: godz\.?)?|ve|v|в|around|about|approximately|approx|circa|time|uhrzeit|zeit|heure|hora|tijd|ora|from|von|between)\.?[ \t]{0,4}[:=]?[ \t"']{1,6})?)/iy;

export function readClock(text: string, start: number): Clock | null {
  CLOCK.lastIndex = start;
  const match = CLOCK.exec(text);
  if (!match) return readWholeHour(text, start);
  const [whole, hours = "", minutes = "", seconds, fraction, half] = match;
  const hour = twelveHour(Number(hours), half);
  if (hour === null || hour > 24 || Number(minutes) > 59 || Number(seconds ?? 0) > 60) return null;
  return {
    hour,
    minute: Number(minutes),
    second: seconds === undefined ? null : Number(seconds),
    millisecond: fraction === undefined ? 0 : Math.floor(Number(`0.${fraction}`) * 1000),
    end: start + whole.length,
  };
}

const CLOCK =
  /(\d{1,2})(?::|[ ]?h[ ]?|[時时點点시][ ]?)(\d{1,2})(?!\d)(?:(?:[:m]|[ ]?min[ ]?|[分분][ ]?)(\d{1,2})(?!\d)(?:[.,:](\d{1,9})(?!\d|\.\d|(?<=,\d{1,9}),))?)?[s秒초分분]?(?:[ \t\u00a0]{0,2}([ap])\.?m\b\.?)?(?:[ ]?(?:Uhr|h(?:rs?|s|oras|eures)?|uur)\b)?/iy;

/** `5 PM`, `14 Uhr`, `14h`. */
function readWholeHour(text: string, start: number): Clock | null {
  WHOLE_HOUR.lastIndex = start;
  const match = WHOLE_HOUR.exec(text);
  if (!match) return null;
  const hour = twelveHour(Number(match[1]), match[2]);
  if (hour === null || hour > 24) return null;
  return { hour, minute: null, second: null, millisecond: 0, end: start + match[0].length };
}

const WHOLE_HOUR = /(\d{1,2})[ \t]?(?:([ap])\.?m\b\.?|Uhr\b|h\b)/iy;

/** `05.05.06` and, behind a word that says so, `klo 6.05`: Nordic and Italian clocks. An address has a fourth number. */
function readDottedClock(text: string, start: number): Clock | null {
  DOTTED.lastIndex = start;
  const match = DOTTED.exec(text);
  if (!match) return null;
  const hour = Number(match[1] ?? match[4]);
  const minute = Number(match[2] ?? match[5]);
  const second = match[3] === undefined ? null : Number(match[3]);
  if (hour > 23 || minute > 59 || (second ?? 0) > 60) return null;
  return { hour, minute, second, millisecond: 0, end: start + match[0].length };
}

const DOTTED =
  /[ ,]{1,2}(?:klo |kl\.? |ore |alle(?: ore)? |um )?(?:(\d{2})\.(\d{2})\.(\d{2})(?!\d|\.\d)|(?<=(?:klo|kl\.?|ore|alle|um) )(\d{1,2})\.(\d{2})(?!\d|\.\d))/iy;

/** `T05-00-00`: file-name style, only right after the date's T. */
function readDashedClock(text: string, start: number): Clock | null {
  DASHED.lastIndex = start;
  const match = DASHED.exec(text);
  if (!match) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (hour > 23 || minute > 59 || second > 60) return null;
  return { hour, minute, second, millisecond: 0, end: start + match[0].length };
}

const DASHED = /[T_](\d{2})-?(\d{2})-?(\d{2})(?!\d)/y;

/** `12:05 AM` is 00:05; `17:44 PM` is written by scripts and means 17:44. */
function twelveHour(hour: number, half: string | undefined): number | null {
  if (half === undefined || hour > 12) return hour;
  if (hour === 0) return half.toLowerCase() === "p" ? 12 : 0;
  return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}
