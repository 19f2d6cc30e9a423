import { Card } from "@/components/ui/card.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import type { Relay } from "@/lib/relays/history.ts";
import type { Interval } from "@/lib/time/instant.ts";

/** What the desk knows about one relay: addresses, policies, running times, each from when to when and from where. */
export function RelayCard({ relay }: { relay: Relay }) {
  return (
    <Card
      title={relay.nickname}
      aside={<code className="text-sm break-all">{relay.fingerprint}</code>}
    >
      <div className="grid gap-6 lg:grid-cols-3">
        <section>
          <h3 className="mb-2 text-sm font-semibold">Addresses</h3>
          <ul className="flex flex-col gap-2 text-sm">
            {relay.tenures.map((tenure) => (
              <li key={`${tenure.ip}-${tenure.from}`}>
                <code>{tenure.ip}</code>
                <Span interval={tenure} source={tenure.source} />
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3 className="mb-2 text-sm font-semibold">Exit policies</h3>
          <ul className="flex flex-col gap-2 text-sm">
            {relay.policies.map((policy) => (
              <li key={policy.from}>
                <details>
                  <summary className="cursor-pointer">
                    {policy.lines.length} {policy.lines.length === 1 ? "line" : "lines"}
                  </summary>
                  <pre className="my-1 max-h-64 overflow-auto text-sm">
                    {policy.lines.join("\n")}
                  </pre>
                </details>
                <Span interval={policy} source={policy.source} />
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3 className="mb-2 text-sm font-semibold">Running</h3>
          {relay.uptime.length === 0 ? (
            <p className="text-sm">Not known. That is not the same as down.</p>
          ) : null}
          <ul className="flex flex-col gap-2 text-sm">
            {relay.uptime.map((uptime) => (
              <li key={uptime.from}>
                <Span interval={uptime} source={uptime.source} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Card>
  );
}

function Span({ interval, source }: { interval: Interval; source: string }) {
  return (
    <span className="block">
      <UtcTime at={interval.from} /> to{" "}
      {interval.to === null ? "now" : <UtcTime at={interval.to} />}{" "}
      <span className="opacity-80">({source})</span>
    </span>
  );
}
