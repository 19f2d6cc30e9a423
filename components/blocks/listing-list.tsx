import { Badge } from "@/components/ui/badge.tsx";
import { UtcTime } from "@/components/ui/utc-time.tsx";
import { fill } from "@/components/words/fill.ts";
import { rich } from "@/components/words/rich.tsx";
import { words } from "@/components/words/words.ts";
import type { ListingView } from "@/lib/blocks/blocks-view-store.ts";

type Props = { listings: readonly ListingView[]; mayWrite: boolean };

/** Addresses on lists: why, since when, and what can be done about it. */
export function ListingList({ listings, mayWrite }: Props) {
  return (
    <ul>
      {listings.map((listing) => (
        <Listing key={listing.id} listing={listing} mayWrite={mayWrite} />
      ))}
    </ul>
  );
}

function Listing({ listing, mayWrite }: { listing: ListingView; mayWrite: boolean }) {
  const { blocks } = words();
  const { listId, listName, ip, kind, means, text, firstSeenAt, lastSeenAt, goneAt } = listing;
  const { meaning, delisting } = blocks.listWords[listId];
  const isWorth = kind !== "tor" && goneAt === null;
  const query = new URLSearchParams({ kind: "list", name: listName });
  return (
    <li className="flex flex-col gap-1 border-base-300 border-b py-2 last:border-b-0">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-mono text-sm [overflow-wrap:anywhere]">{ip}</span>
        <span className="font-medium">{listName}</span>
        <Badge tone={isWorth ? "warning" : "plain"}>{blocks.kinds[kind]}</Badge>
        <span className="text-sm">
          {goneAt === null
            ? rich(blocks.since, { when: <UtcTime at={firstSeenAt} /> })
            : rich(blocks.fromTo, {
                from: <UtcTime at={firstSeenAt} />,
                to: <UtcTime at={goneAt} />,
              })}
          {goneAt === null ? ", " : null}
          {goneAt === null ? rich(blocks.lastSeen, { when: <UtcTime at={lastSeenAt} /> }) : null}
        </span>
      </p>
      {means.length > 0 ? <p className="text-sm">{means.join("; ")}</p> : null}
      {text ? (
        <p className="text-sm [overflow-wrap:anywhere]">{fill(blocks.says, { text })}</p>
      ) : null}
      {isWorth ? (
        <p className="max-w-prose text-sm">
          {meaning} {fill(blocks.lists.delisting, { how: delisting })}{" "}
          {mayWrite ? <a href={`/blocks/networks/new?${query}`}>{blocks.write}</a> : null}
        </p>
      ) : null}
    </li>
  );
}
