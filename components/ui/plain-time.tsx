import { type Instant, toIso } from "@/lib/time/instant.ts";

/**
 * A moment in UTC and nothing else: for client components, and inside `UtcTime`. The machine's text has a blank for the T, as
 * HTML allows ("valid global date and time string"): so it begins like the reader's, and a queue packs 2 % smaller.
 */
export function PlainTime({ at, title }: { at: Instant; title?: string | undefined }) {
  const machine = toIso(at).replace("T", " ");
  return <time dateTime={machine} title={title}>{`${machine.slice(0, 16)} UTC`}</time>;
}
