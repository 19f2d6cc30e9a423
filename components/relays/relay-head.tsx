import { Notice } from "@/components/ui/notice.tsx";
import { PageTitle } from "@/components/ui/page-title.tsx";
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
        <a href="/relays">All relays</a>
      </p>
      <PageTitle
        aside={
          <p className="text-sm">
            {addresses.length === 0 ? "No address known now" : addresses.join(" · ")}
          </p>
        }
      >
        <span className="break-all">{relay.nickname}</span>
        <code className="block text-sm font-normal break-all">
          {fingerprint ?? "fingerprint not known: a descriptor tells it"}
        </code>
      </PageTitle>
      {newest !== null && now - newest.at > STALE_MS ? (
        <div className="mb-4">
          <Notice kind="warning">
            The newest word about this relay is of <Age at={newest.at} now={now} />, from{" "}
            {newest.source}. Tell the desk more, or what it says about today may be wrong.
          </Notice>
        </div>
      ) : null}
    </>
  );
}
