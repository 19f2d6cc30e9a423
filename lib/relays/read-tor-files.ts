import type { Instant } from "../time/instant.ts";
import { readZone } from "../time/zone.ts";
import type { ZoneReading } from "../time/zone-words.ts";
import { type GivenFile, readTorDocuments } from "./read-tor-document.ts";
import { ofKind, type TorDocument } from "./tor-document.ts";

/** `modifiedAt`: when the file was last written, null when nobody knows. A log's last line is not after it. */
export type DatedFile = GivenFile & { modifiedAt: Instant | null };

/** A state file is a few kilobytes; of anything larger only its own reader looks inside. */
const MAX_STATE = 200_000;

/**
 * Reads files that lie side by side. Logs name no zone: `zone` is the operator's word, else the state file beside them
 * tells it, else it is UTC.
 */
export function readTorFiles(
  files: readonly DatedFile[],
  { zone, now }: { zone: ZoneReading | null; now: Instant },
): TorDocument[] {
  const read = ({ name, bytes, modifiedAt }: DatedFile, known: ZoneReading) => {
    const clock = { zone: known, writtenBefore: Math.min(modifiedAt ?? now, now) };
    return [...readTorDocuments({ name, bytes }, { clock, learnedAt: now })];
  };
  const states = files
    .filter(({ bytes }) => bytes.length < MAX_STATE)
    .filter(({ bytes }) => Buffer.from(bytes.subarray(0, 40)).toString().startsWith("# Tor state"));
  const [told] = ofKind(
    states.flatMap((file) => read(file, 0)),
    "state",
  ).flatMap(({ state }) => state.zone ?? []);
  return files.flatMap((file) => read(file, zone ?? told ?? 0));
}

/** The zone of a clock as somebody types it: `UTC`, `+02:00`, `CET`, `Europe/Berlin`. Null when it is none. */
export function typedZone(text: string): ZoneReading | null {
  const read = readZone(text.trim().slice(0, 60), 0);
  return read !== null && read.end >= text.trim().length ? (read.zone.readings[0] ?? null) : null;
}
