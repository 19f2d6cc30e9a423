import { lookup } from "node:dns/promises";
import { type Ip, parseIp } from "./ip.ts";

/** All addresses of a name. Rejects with node's own codes (ENOTFOUND, EAI_AGAIN ...). */
export type ResolveHost = (name: string) => Promise<Ip[]>;

/** As the machine resolves names, its hosts file included. An address that cannot be written plainly is "". */
export async function resolveHost(name: string): Promise<Ip[]> {
  const found = await lookup(name, { all: true, order: "verbatim" });
  return found.map(({ address }) => parseIp(address) ?? "");
}
