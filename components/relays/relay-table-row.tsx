import Link from "next/link";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import { type RelayRow, STALE_MS } from "@/lib/relays/relay-row-view.ts";
import { toIso } from "@/lib/time/instant.ts";
import { Age } from "./age.tsx";
import { RoleBadge } from "./role-badge.tsx";

const SHOWN = 3;
const DAY = 86_400_000;

/** One relay in one line. */
export function RelayTableRow({ row, now }: { row: RelayRow; now: number }) {
  return (
    <tr className="relative flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 align-top focus-within:bg-base-200 hover:bg-base-200 lg:table-row lg:p-0">
      <Cell wide>
        <Link
          href={`/relays/${row.id}`}
          prefetch={false}
          className="font-medium break-all after:absolute after:inset-0 hover:underline"
        >
          {row.nickname}
        </Link>{" "}
        <code className="text-xs whitespace-nowrap opacity-80">
          {row.fingerprint === null
            ? words().relays.fingerprintUnknown
            : row.fingerprint.slice(0, 8)}
        </code>
      </Cell>
      <Cell wide>
        <Addresses row={row} />
      </Cell>
      <Cell>
        <RoleBadge role={row.role} />
      </Cell>
      <Cell>
        {row.known === null
          ? words().relays.nothingYet
          : rich(words().relays.rowFromTo, {
              day: <Day at={row.known.from} />,
              row: row.known.to === null ? words().relays.now : <Day at={row.known.to} />,
            })}
      </Cell>
      <Cell>
        <Newest newest={row.newest} now={now} />
      </Cell>
      <Cell>
        <Gaps row={row} />
      </Cell>
    </tr>
  );
}

function Cell({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return (
    <td className={`block min-w-0 lg:table-cell lg:w-auto lg:px-3 lg:py-2 ${wide ? "w-full" : ""}`}>
      {children}
    </td>
  );
}

function Addresses({ row }: { row: RelayRow }) {
  const more = row.addresses.length - SHOWN;
  return (
    <>
      {row.addresses.length === 0 ? (
        <span className="opacity-80">{words().relays.noneNow}</span>
      ) : null}
      <span className="flex flex-wrap gap-x-3">
        {row.addresses.slice(0, SHOWN).map((ip) => (
          <code key={ip} className="break-all">
            {ip}
          </code>
        ))}
        {more > 0 ? (
          <span className="opacity-80">{rich(words().relays.andMore, { more })}</span>
        ) : null}
      </span>
      {row.formerly.slice(0, SHOWN).map(({ ip, to }) => (
        <span key={ip} className="block opacity-80">
          {rich(words().relays.hadUntil, {
            code: <code className="break-all">{ip}</code>,
            day: <Day at={to} />,
          })}
        </span>
      ))}
    </>
  );
}

function Newest({ newest, now }: { newest: RelayRow["newest"]; now: number }) {
  if (newest === null) return <span className="opacity-80">{words().relays.none}</span>;
  const isStale = now - newest.at > STALE_MS;
  return (
    <>
      {newest.source}, <Age at={newest.at} now={now} />{" "}
      {isStale ? <Badge tone="warning">{words().relays.old}</Badge> : null}
    </>
  );
}

function Gaps({ row: { gaps, known } }: { row: RelayRow }) {
  if (known === null) return null;
  const parts = [
    gaps.never === null ? null : fill(words().relays.neverKnown, { never: gaps.never }),
    gaps.addresses > 0
      ? fill(words().relays.gapAddress, { addresses: times(gaps.addresses) })
      : null,
    gaps.policies > 0 ? fill(words().relays.gapPolicy, { policies: times(gaps.policies) }) : null,
  ].filter((part) => part !== null);
  if (parts.length === 0) return <span className="opacity-80">{words().relays.noGap}</span>;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <Badge tone="warning">{words().relays.gap}</Badge> {parts.join(", ")}
      {gaps.longest > 0 ? (
        <span className="opacity-80">
          {rich(words().relays.longest, { longest: length(gaps.longest) })}
        </span>
      ) : null}
    </span>
  );
}

function times(count: number): string {
  return count === 1 ? words().relays.once : fill(words().relays.times, { count });
}

function length(ms: number): string {
  return ms < 2 * DAY
    ? `${Math.max(1, Math.round(ms / 3_600_000))} h`
    : fill(words().relays.daysLong, { DAY: Math.round(ms / DAY) });
}

function Day({ at }: { at: number }) {
  const iso = toIso(at);
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {iso.slice(0, 10)}
    </time>
  );
}
