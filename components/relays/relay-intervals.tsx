import { Card } from "@/components/ui/card.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { Relay } from "@/lib/relays/history.ts";
import { lastSeen } from "@/lib/relays/last-seen-view.ts";
import { isShown, type Stretch } from "@/lib/relays/span-view.ts";
import type { Interval } from "@/lib/time/instant.ts";
import { IntervalList } from "./interval-list.tsx";
import { StrikeForm, type Striking } from "./strike-form.tsx";

type Props = { relay: Relay; shown: Stretch; striking: Striking; now: number };

/** Every address and every run of the time shown, each with its source and age. */
export function RelayIntervals({ relay, shown, striking, now }: Props) {
  const list = { isShown: (interval: Interval) => isShown(interval, shown), now };
  const runs = relay.uptime.map((each) => ({ ...each, isUnsure: false }));
  const unsure = (relay.unsure ?? []).map((each) => ({ ...each, isUnsure: true }));
  return (
    <>
      <Card title={words().relays.addressesTitle}>
        <IntervalList
          {...list}
          intervals={relay.tenures}
          show={({ ip }) => <code className="break-all">{ip}</code>}
          between={words().relays.noAddressKnown}
          confirmed={lastSeen}
          below={({ ip, from }) => (
            <StrikeForm
              striking={striking}
              kind="tenure"
              from={from}
              ip={ip}
              what={fill(words().relays.theAddress, { ip })}
            />
          )}
        />
      </Card>
      <Card title={words().relays.running}>
        <IntervalList
          {...list}
          intervals={[...runs, ...unsure]}
          show={({ isUnsure }) => (isUnsure ? words().relays.unknownRun : null)}
          between={words().relays.notRunning}
          confirmed={() => null}
          below={({ isUnsure, from }) =>
            isUnsure ? null : (
              <StrikeForm
                striking={striking}
                kind="uptime"
                from={from}
                what={words().relays.thisRun}
              />
            )
          }
        />
      </Card>
    </>
  );
}
