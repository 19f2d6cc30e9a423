import { readerZone } from "@/components/words/words.ts";
import { localTime } from "@/lib/time/local-time.ts";
import { PlainTime } from "./plain-time.tsx";

type Props = {
  at: number | Date;
  /** In a table the reader's own clock is only told on pointing: the column stays narrow. */
  compact?: boolean;
};

/** A moment in UTC: `2026-11-22 04:05 UTC`, with the exact instant for machines, and the reader's own clock beside it. */
export function UtcTime({ at, compact = false }: Props) {
  const instant = typeof at === "number" ? at : at.getTime();
  const local = readersTime(instant);
  if (local === null) return <PlainTime at={instant} />;
  if (compact) return <PlainTime at={instant} title={local} />;
  return (
    <>
      <PlainTime at={instant} />{" "}
      <span className="whitespace-nowrap opacity-80">{`(${local})`}</span>
    </>
  );
}

/** The reader's own clock at this moment; null when they chose no zone. */
export function readersTime(at: number): string | null {
  const zone = readerZone();
  return zone === null ? null : localTime(at, zone);
}
