import { type Network, networkContains, parseNetwork } from "./cidr.ts";
import { parseEndpoint } from "./endpoint.ts";
import type { Ip } from "./ip.ts";
import { ipBits } from "./ip-bits.ts";
import type { Port } from "./port.ts";

/** Addresses inside the machine or its network that the desk may speak to all the same. `port` null: every port. */
export type InternalTarget = { network: Network; port: Port | null };

/**
 * Reads `127.0.0.1:8080`, `[fd00::5]:443`, `10.1.2.3` or `10.1.2.0/24`. Null for a name, which somebody else may point to
 * another place, and for a network of everything.
 */
export function parseInternalTarget(text: string): InternalTarget | null {
  const end = parseEndpoint(text);
  const network = parseNetwork(end?.ip ?? text);
  if (network === null || network.prefix === 0) return null;
  return { network, port: end?.port ?? null };
}

/** Whether the owner of the machine named this address. */
export function isAllowedInternal(ip: Ip, port: Port, allowed: readonly InternalTarget[]): boolean {
  const bits = ipBits(ip);
  if (bits === null) return false;
  return allowed.some(
    (target) =>
      (target.port === null || target.port === port) && networkContains(target.network, bits),
  );
}
