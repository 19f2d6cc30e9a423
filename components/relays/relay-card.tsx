import { Card } from "@/components/ui/card.tsx";
import type { PolicyInForce, Relay } from "@/lib/relays/history.ts";
import { IntervalList } from "./interval-list.tsx";

/** What the desk knows about one relay: addresses, policies, running times, and the gaps in what it knows. */
export function RelayCard({ relay }: { relay: Relay }) {
  return (
    <Card
      title={relay.nickname}
      aside={<code className="text-sm break-all">{relay.fingerprint}</code>}
    >
      <div className="grid gap-6 lg:grid-cols-3">
        <section>
          <h3 className="mb-2 text-sm font-semibold">Addresses</h3>
          <IntervalList
            intervals={relay.tenures}
            show={({ ip }) => <code>{ip}</code>}
            between="No address known"
          />
        </section>
        <section>
          <h3 className="mb-2 text-sm font-semibold">Exit policies</h3>
          <IntervalList
            intervals={relay.policies}
            show={(policy) => <PolicyLines policy={policy} />}
            between="Policy not known"
          />
        </section>
        <section>
          <h3 className="mb-2 text-sm font-semibold">Running</h3>
          <IntervalList intervals={relay.uptime} between="Not running" />
        </section>
      </div>
    </Card>
  );
}

function PolicyLines({ policy: { lines } }: { policy: PolicyInForce }) {
  return (
    <details>
      <summary className="cursor-pointer">
        {lines.length} {lines.length === 1 ? "line" : "lines"}
      </summary>
      <pre className="my-1 max-h-64 overflow-auto text-sm">{lines.join("\n")}</pre>
    </details>
  );
}
