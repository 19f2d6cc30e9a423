import Link from "next/link";
import { VerdictChip } from "@/components/case/verdict-chip.tsx";
import { Badge } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { PortCount, RelayCase } from "@/lib/cases/relay-cases-view-store.ts";

type Props = { cases: RelayCase[]; more: boolean; ports: PortCount[] };

const MOST = 30;
const MOST_PORTS = 8;

/** The complaints about this relay in the time shown, newest first, and which ports they name. */
export function RelayCases({ cases, more, ports }: Props) {
  if (cases.length === 0) return <p className="text-sm">{words().relays.noComplaint}</p>;
  const left = cases.length - MOST;
  return (
    <>
      {ports.length === 0 ? null : (
        <p className="mb-3 flex flex-wrap gap-2 text-sm">
          {ports.slice(0, MOST_PORTS).map(({ port, count }) => (
            <Badge key={port}>{rich(words().relays.portCount, { port, count })}</Badge>
          ))}
        </p>
      )}
      <ul className="divide-y divide-base-300 text-sm">
        {cases.slice(0, MOST).map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 first:pt-0">
            <UtcTime at={one.at} />
            {one.isEventTime ? null : (
              <span className="opacity-80">{words().relays.whenItCame}</span>
            )}
            <VerdictChip verdict={one.verdict} />
            <Link href={`/cases/${one.id}`} prefetch={false} className="link min-w-0 break-words">
              {words().types[one.type]} {one.target === null ? "" : `→ ${one.target}`}
            </Link>
            <span className="opacity-80">{words().states[one.state]}</span>
          </li>
        ))}
      </ul>
      {left > 0 ? <p className="mt-2 text-sm">{rich(words().relays.moreShown, { left })}</p> : null}
      {more ? <p className="mt-2 text-sm">{words().relays.olderCases}</p> : null}
    </>
  );
}
