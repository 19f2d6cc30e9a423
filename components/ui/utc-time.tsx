import { readerZone } from "@/components/words/words.ts";
import { toIso } from "@/lib/time/instant.ts";
import { localTime } from "@/lib/time/local-time.ts";

type Props = {
  at: number | Date;
  /** In a table the reader's own clock is only told on pointing: the column stays narrow. */
  compact?: boolean;
};

/** A moment in UTC: `2026-11-22 04:05 UTC`, with the exact instant for machines, and the reader's own clock beside it. */
export function UtcTime({ at, compact = false }: Props) {
  const instant = typeof at === "number" ? at : at.getTime();
  const iso = toIso(instant);
  const zone = readerZone();
  const local = zone === null ? null : localTime(instant, zone);
  return (
    <>
      <time
        dateTime={iso}
        className="whitespace-nowrap"
        title={compact && local !== null ? local : undefined}
      >
        {iso.slice(0, 10)} {iso.slice(11, 16)} UTC
      </time>
      {compact || local === null ? null : (
        <>
          {" "}
          <span className="whitespace-nowrap opacity-80">({local})</span>
        </>
      )}
    </>
  );
}
