import type { ReadTime } from "./instant.ts";

type FoundEpoch = { time: ReadTime; start: number; end: number };

/**
 * Seconds (or milliseconds) since 1970 where a log says so: under a key that means a time, in a bracket or at the start of
 * a line with a fraction (tcpdump -tt, squid). Bare ten-digit numbers are ticket numbers more often than times.
 */
export function findEpochs(text: string): FoundEpoch[] {
  const found: FoundEpoch[] = [];
  if (!/1\d{9}/.test(text)) return found;
  for (const match of text.matchAll(EPOCH)) {
    const digits = match[1] ?? match[2] ?? "";
    const end = match.index + match[0].length;
    const start = end - digits.length;
    const at = Math.floor(/^\d{13}$/.test(digits) ? Number(digits) : Number(digits) * 1000);
    const time = {
      at,
      earliest: at,
      latest: at,
      precision: "second",
      zone: "stated",
      text: digits,
    } as const;
    found.push({ time, start, end });
    if (found.length >= 5_000) break;
  }
  return found;
}

/** 2001 to 2033. */
const EPOCH = new RegExp(
  [
    "(?:time|timestamp|_ts|\\bts|epoch|unix|date|_at|seen|start|end)[\"']?[ \\t]{0,2}[:=][ \\t]{0,2}[\"']?(1\\d{9}(?:\\.\\d{1,9}|\\d{3})?)(?![\\d.])",
    "(?:^|[\\s[(])(1\\d{9}\\.\\d{2,9})(?![\\d.])",
  ].join("|"),
  "gim",
);
