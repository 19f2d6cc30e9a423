import { gunzipSync, gzipSync } from "node:zlib";
import type { Db } from "../db/client.ts";
import type { PolicyGroup } from "../exit-policy/exits-reaching.ts";
import type { Instant } from "../time/instant.ts";
import { type Network, type NetworkRelay, networkGroups } from "./join-network.ts";
import { type PackedNetwork, packNetwork, unpackNetwork } from "./packed-network.ts";

/** What is known of the kept network without its relays. */
export type NetworkFacts = {
  id: string;
  from: string;
  /** When it was so; null when its documents do not say. */
  at: Instant | null;
  source: string;
  /** Every relay of it, exits or not. */
  relays: number;
  learnedAt: Instant;
};
export type KeptNetwork = NetworkFacts &
  Pick<Network, "exact" | "withoutIpv6" | "withoutPolicy"> & {
    groups: readonly PolicyGroup<NetworkRelay>[];
  };

/** The network of 2026 packs into less than one megabyte. */
const MAX_BYTES = 20_000_000;
const MAX_UNPACKED = 200_000_000;

/**
 * Keeps the network in the place of the one before. An older one than is kept already changes nothing; `too-large` is
 * no network of tor's.
 */
export async function keepNetwork(
  db: Db,
  network: Network,
  { source, learnedAt }: { source: string; learnedAt: Instant },
): Promise<"kept" | "older" | "too-large"> {
  const gzip = gzipSync(JSON.stringify(packNetwork(network)));
  if (gzip.length > MAX_BYTES) return "too-large";
  return await db.$transaction(async (tx) => {
    const kept = await tx.networkSnapshot.findFirst(NEWEST);
    if (kept?.at && kept.at.getTime() > (network.at ?? learnedAt)) return "older";
    const { id } = await tx.networkSnapshot.create({
      data: {
        name: network.from,
        at: network.at === null ? null : new Date(network.at),
        source: source.slice(0, 300),
        relays: network.entries.length,
        gzip,
        learnedAt: new Date(learnedAt),
      },
    });
    await tx.networkSnapshot.deleteMany({ where: { id: { not: id } } });
    return "kept";
  });
}

const NEWEST = { orderBy: { id: "desc" }, omit: { gzip: true } } as const;

type NewestRow = Omit<NetworkFacts, "from" | "at" | "learnedAt"> & {
  name: string;
  at: Date | null;
  learnedAt: Date;
};

/** Which network is kept; null when none is. The network is public, so it needs no viewer. */
export async function networkFacts(db: Db): Promise<NetworkFacts | null> {
  const [row] = await db.$queryRaw<
    NewestRow[]
  >`SELECT "id", "name", "at", "source", "relays", "learnedAt"
    FROM "NetworkSnapshot" ORDER BY "id" DESC LIMIT 1`;
  if (row === undefined) return null;
  const { id, name, at, source, relays, learnedAt } = row;
  return {
    id,
    from: name,
    at: at?.getTime() ?? null,
    source,
    relays,
    learnedAt: learnedAt.getTime(),
  };
}

/** Grouping a network takes a tenth of a second, asking it a millisecond. */
let ready: KeptNetwork | null = null;

/** The kept network, ready to be asked; null when none is kept. */
export async function readNetwork(db: Db): Promise<KeptNetwork | null> {
  const facts = await networkFacts(db);
  if (facts === null || facts.id === ready?.id) return facts && ready;
  const row = await db.networkSnapshot.findUnique({ where: { id: facts.id } });
  if (row === null) return null;
  const packed: PackedNetwork = JSON.parse(
    gunzipSync(row.gzip, { maxOutputLength: MAX_UNPACKED }).toString("utf8"),
  );
  const { exact, withoutIpv6, withoutPolicy } = packed;
  const { groups } = networkGroups(unpackNetwork(packed, facts));
  ready = { ...facts, exact, withoutIpv6, withoutPolicy, groups };
  return ready;
}
