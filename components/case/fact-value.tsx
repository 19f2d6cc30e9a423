import type { ShownFact } from "./shown-facts.ts";

/** A fact in words: times in UTC with what is known of their zone, the rest as it stands. */
export function FactValue({ fact: { time, rest } }: { fact: ShownFact }) {
  return (
    <>
      {time ? <time dateTime={time.iso}>{time.text}</time> : null}
      {rest}
    </>
  );
}
