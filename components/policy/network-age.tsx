import { Notice } from "@/components/ui/notice.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { NetworkFacts } from "@/lib/relays/network-store.ts";

const HOUR = 3_600_000;
/** After a day a good part of the exits has changed. */
const OLD = 24 * HOUR;

/** Which network the answers are from and how old it is. */
export function NetworkAge({ network, now }: { network: NetworkFacts | null; now: number }) {
  if (network === null) return <Notice kind="info">{words().policy.noNetwork}</Notice>;
  const { from, at, relays, source, learnedAt } = network;
  const isOld = at === null || now - at > OLD;
  return (
    <Notice kind={isOld ? "warning" : "info"}>
      {rich(words().policy.network, {
        from,
        relays,
        at: at === null ? words().policy.unknownHour : age(now - at),
        source,
        when: <UtcTime at={learnedAt} />,
        isOld: isOld ? words().policy.isOld : "",
      })}
    </Notice>
  );
}

function age(ms: number): string {
  if (ms < 2 * HOUR) return words().policy.fresh;
  if (ms < 2 * OLD) return fill(words().policy.hoursOld, { HOUR: Math.round(ms / HOUR) });
  return fill(words().policy.daysOld, { OLD: Math.round(ms / OLD) });
}
