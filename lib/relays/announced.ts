import { ipFamily } from "../net/ip.ts";
import { contains, type Instant } from "../time/instant.ts";
import type { Tenure } from "./history.ts";
import { endedAt, observed } from "./observed.ts";

/** One address among several the relay may have at once. */
export function withTenure(tenures: readonly Tenure[], seen: Tenure): Tenure[] {
  const others = tenures.filter(({ ip }) => ip !== seen.ip);
  const own = tenures.filter(({ ip }) => ip === seen.ip);
  return inOrder([...others, ...observed(own, seen, () => true)]);
}

/** A consensus lists what the descriptor announced. */
const ANNOUNCED = ["descriptor", "consensus"];

/** The one address of a family a descriptor announces; what was announced before ends with it. */
export function withAnnounced(
  tenures: readonly Tenure[],
  family: 4 | 6,
  seen: Tenure | null,
  at: Instant,
): Tenure[] {
  const isAnnounced = ({ ip, source }: Tenure) =>
    ipFamily(ip) === family && ANNOUNCED.some((word) => source.startsWith(word));
  const announced = tenures.filter(isAnnounced);
  const others = tenures.filter((tenure) => !isAnnounced(tenure));
  const known = others.some((tenure) => tenure.ip === seen?.ip && contains(tenure, at));
  if (seen === null || known) return inOrder([...others, ...endedAt(announced, at)]);
  return inOrder([...others, ...observed(announced, seen, (a, b) => a.ip === b.ip)]);
}

function inOrder(tenures: Tenure[]): Tenure[] {
  return tenures.sort((a, b) => a.from - b.from || (a.ip < b.ip ? -1 : 1));
}
