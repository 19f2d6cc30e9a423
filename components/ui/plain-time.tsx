import { type Instant, toIso } from "@/lib/time/instant.ts";

/** A moment in UTC and nothing else: for client components, and inside `UtcTime`. */
export function PlainTime({ at, title }: { at: Instant; title?: string | undefined }) {
  const iso = toIso(at);
  return <time dateTime={iso} title={title}>{`${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`}</time>;
}
