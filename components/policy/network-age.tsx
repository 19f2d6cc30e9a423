import { Notice } from "@/components/ui/notice.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import type { NetworkFacts } from "@/lib/relays/network-store.ts";

const HOUR = 3_600_000;
/** After a day a good part of the exits has changed. */
const OLD = 24 * HOUR;

/** Which network the answers are from and how old it is. */
export function NetworkAge({ network, now }: { network: NetworkFacts | null; now: number }) {
  if (network === null)
    return (
      <Notice kind="info">
        The desk has no network yet. Give it a consensus below; nothing is fetched by itself.
      </Notice>
    );
  const { from, at, relays, source, learnedAt } = network;
  const isOld = at === null || now - at > OLD;
  return (
    <Notice kind={isOld ? "warning" : "info"}>
      The {from}, {relays} relays, {at === null ? "of an unknown hour" : age(now - at)}. From{" "}
      {source}, read <UtcTime at={learnedAt} />.
      {isOld ? " Exits change within hours: give a newer one before you hand a list out." : ""}
    </Notice>
  );
}

function age(ms: number): string {
  if (ms < 2 * HOUR) return "less than two hours old";
  if (ms < 2 * OLD) return `${Math.round(ms / HOUR)} hours old`;
  return `${Math.round(ms / OLD)} days old`;
}
