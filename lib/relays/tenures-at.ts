import { cidrContains } from "../net/cidr.ts";
import type { Cidr, Ip } from "../net/ip.ts";
import type { Relay, RelayHistory, Tenure } from "./history.ts";
import { intervalsIn, type Standing, type TimeWindow } from "./intervals-in.ts";

/** One relay at one of its addresses. Several relays may hold the same address at once. */
export type Holding = { relay: Relay; tenure: Tenure };

/**
 * Who held the address in the window. `standing` covers all relays together: `covered` means that at every moment of the
 * window some relay of ours held it, `none` that no relay of ours ever did, as far as the desk knows.
 */
export function tenuresAt(
  history: RelayHistory,
  ip: Ip,
  window: TimeWindow,
): { holdings: Holding[]; standing: Standing } {
  const known = holdingsByIp(history).get(ip) ?? [];
  const { found, standing } = intervalsIn(
    known.map((holding) => ({ ...holding.tenure, holding })),
    window,
  );
  return { holdings: found.map((interval) => interval.holding), standing };
}

/** Every tenure of the address, at any time. */
export function tenuresOf(history: RelayHistory, ip: Ip): readonly Holding[] {
  return holdingsByIp(history).get(ip) ?? [];
}

/** The addresses inside the network that a relay of ours ever held, in canonical text. */
export function ourAddressesIn(history: RelayHistory, cidr: Cidr): Ip[] {
  const known = holdingsByIp(history);
  if (!cidr.includes("/")) return known.has(cidr) ? [cidr] : [];
  return [...known.keys()].filter((ip) => cidrContains(cidr, ip));
}

/** A history is never changed in place (see `learn.ts`), so its index lives as long as it does. */
const INDEXES = new WeakMap<RelayHistory, Map<Ip, Holding[]>>();

function holdingsByIp(history: RelayHistory): Map<Ip, Holding[]> {
  const known = INDEXES.get(history);
  if (known !== undefined) return known;
  const index = new Map<Ip, Holding[]>();
  for (const relay of history.relays) {
    for (const tenure of relay.tenures) {
      const holdings = index.get(tenure.ip) ?? [];
      holdings.push({ relay, tenure });
      index.set(tenure.ip, holdings);
    }
  }
  INDEXES.set(history, index);
  return index;
}
