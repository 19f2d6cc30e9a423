import { lookup } from "node:dns/promises";
import { networkInterfaces } from "node:os";
import { type Ip, parseIp } from "./ip.ts";

/** All addresses of a name. Rejects with node's own codes (ENOTFOUND, EAI_AGAIN ...). */
export type ResolveHost = (name: string) => Promise<Ip[]>;

/** As the machine resolves names, its hosts file included. An address that cannot be written plainly is "". */
export async function resolveHost(name: string): Promise<Ip[]> {
  const found = await lookup(name, { all: true, order: "verbatim" });
  return found.map(({ address }) => parseIp(address) ?? "");
}

/**
 * The addresses of this machine. What it says to a public one of its own never leaves it, so a firewall that shields a service
 * from outside does not shield it from the desk.
 */
export function ownAddresses(): Ip[] {
  return Object.values(networkInterfaces())
    .flat()
    .flatMap((at) => (at === undefined ? [] : (parseIp(at.address) ?? [])));
}
