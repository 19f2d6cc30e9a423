import { toIso } from "@/lib/time/instant.ts";

/** A moment in UTC: `2026-11-22 04:05 UTC`, with the exact instant for machines. */
export function UtcTime({ at }: { at: number | Date }) {
  const iso = toIso(typeof at === "number" ? at : at.getTime());
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {iso.slice(0, 10)} {iso.slice(11, 16)} UTC
    </time>
  );
}
