import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import { parseFingerprint } from "@/lib/relays/fingerprint.ts";
import type { Relay } from "@/lib/relays/history.ts";
import { relayRow, STALE_MS } from "@/lib/relays/relay-row-view.ts";
import { Age } from "./age.tsx";

/** Which relay this is, where it is now, and a word when nobody has looked for long. */
export function RelayHead({ relay, now }: { relay: Relay; now: number }) {
  const { addresses, newest } = relayRow(relay, now);
  const fingerprint = parseFingerprint(relay.fingerprint);
  return (
    <>
      <p className="mb-1 text-sm">
        <a href="/relays">{words().relays.allRelays}</a>
      </p>
      <PageTitle
        aside={
          <p className="text-sm">
            {addresses.length === 0 ? words().relays.noAddressNow : addresses.join(" · ")}
          </p>
        }
      >
        <span className="break-all">{relay.nickname}</span>
        <code className="block text-sm font-normal break-all">
          {fingerprint ?? words().relays.noFingerprint}
        </code>
      </PageTitle>
      {newest !== null && now - newest.at > STALE_MS ? (
        <div className="mb-4">
          <Notice kind="warning">
            {rich(words().relays.oldWord, {
              age: <Age at={newest.at} now={now} />,
              source: newest.source,
            })}
          </Notice>
        </div>
      ) : null}
    </>
  );
}
