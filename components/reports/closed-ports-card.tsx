import Link from "next/link";
import { Card } from "@/components/ui/card.tsx";
import { fill } from "@/components/words/fill.ts";
import { words } from "@/components/words/words.ts";
import type { ClosedPorts } from "@/lib/reports/close-ports.ts";
import { daysIn, type Period } from "@/lib/reports/period.ts";
import { numberText } from "./number-text.ts";

type Props = {
  /** Null with `ports` empty: no port to try; else no policy is known. */
  closed: ClosedPorts | null;
  ports: readonly string[];
  period: Period;
  relayId: string | null;
};

/** What the complaints of the period would have come to without some ports. */
export function ClosedPortsCard({ closed, ports, period, relayId }: Props) {
  const texts = words().reports.closed;
  if (closed === null)
    return (
      <Card title={texts.title}>
        <p>{ports.length === 0 ? texts.none : texts.noPolicy}</p>
      </Card>
    );
  const query = new URLSearchParams({
    lines: closed.lines.join("\n"),
    days: String(daysIn(period)),
    ...(relayId === null ? { relay: "" } : { relay: relayId, scope: "relay" }),
  });
  return (
    <Card title={texts.title}>
      <p className="mono text-sm">{fill(texts.ports, { lines: closed.lines.join(", ") })}</p>
      <dl className="my-3 grid max-w-xl grid-cols-[1fr_auto] gap-x-6 gap-y-1 tabular-nums">
        <dt>{texts.covered}</dt>
        <dd className="text-right font-semibold">{numberText(closed.covered)}</dd>
        <dt>{texts.perhaps}</dt>
        <dd className="text-right">{numberText(closed.perhaps)}</dd>
        <dt>{texts.looked}</dt>
        <dd className="text-right">{numberText(closed.looked)}</dd>
      </dl>
      <p className="text-sm">
        {closed.relay === null ? texts.baseDefault : fill(texts.base, { relay: closed.relay })}{" "}
        {closed.isCut ? texts.cut : null}{" "}
        <Link href={`/policy/what-if?${query}`} prefetch={false} className="link">
          {texts.further}
        </Link>
      </p>
    </Card>
  );
}
