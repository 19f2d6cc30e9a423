import { isLocalName, isOnionName } from "./host-name.ts";
import { type InternalTarget, isAllowedInternal } from "./internal-target.ts";
import { type Ip, parseIp } from "./ip.ts";
import type { Port } from "./port.ts";
import { isOutside } from "./special-range.ts";

/** How one address is reached: at exactly these addresses, or by its name through the proxy. */
export type OutgoingWay = { addresses: readonly Ip[] } | { byProxy: true };
export type OutgoingBounds = {
  /** Addresses inside that the owner of the machine named. */
  allowed: readonly InternalTarget[];
  /** The addresses of this machine, public or not: they are inside. */
  own: readonly Ip[];
  hasProxy: boolean;
};
export type OutgoingFault = {
  code: "forbidden" | "unknown-name" | "unreachable" | "too-slow" | "too-large";
  /** One sentence for the owner, with the remedy. */
  text: string;
};

const LOCAL: readonly Ip[] = ["127.0.0.1", "::1"];

/**
 * Decides where a request may go, from the address of the page, the owner's exceptions, and `resolve`, which is asked once
 * and only where a name must be looked up here. Of several addresses those that are not allowed are left out.
 */
export async function outgoingWay(
  url: URL,
  bounds: OutgoingBounds,
  resolve: (name: string) => Promise<readonly Ip[]>,
): Promise<OutgoingWay | OutgoingFault> {
  const { hasProxy } = bounds;
  const host = url.hostname.startsWith("[") ? url.hostname.slice(1, -1) : url.hostname;
  const flaw = urlFlaw(url) ?? onionFlaw(host, hasProxy);
  if (flaw !== null) return flaw;
  const known = withoutAsking(host);
  if (known !== null) {
    const way = allowedOf(url, known, bounds);
    return hasProxy && "addresses" in way ? { byProxy: true } : way;
  }
  if (!hasProxy) return allowedOf(url, await resolve(host), bounds);
  const isClear = url.protocol === "http:" && !isOnionName(host);
  return isClear ? writeHttps(host) : { byProxy: true };
}

/** The addresses of what no name server is asked about. */
function withoutAsking(host: string): readonly Ip[] | null {
  if (isLocalName(host)) return LOCAL;
  const ip = parseIp(host);
  return ip === null ? null : [ip];
}

function allowedOf(
  url: URL,
  found: readonly Ip[],
  { allowed, own }: OutgoingBounds,
): OutgoingWay | OutgoingFault {
  const port = portOf(url);
  const isOurs = (ip: Ip) => isAllowedInternal(ip, port, allowed);
  const addresses = found.filter((ip) => isOurs(ip) || (isOutside(ip) && !own.includes(ip)));
  if (addresses.length === 0) {
    const where = found.map((ip) => ip || "an address with a zone").join(", ");
    return forbidden(
      `${url.host} leads to ${where.slice(0, 100)}, which is this machine or no public address. If it is a service of yours, name it in ALLOWED_INTERNAL.`,
    );
  }
  return url.protocol === "http:" && !addresses.every(isOurs)
    ? writeHttps(url.host)
    : { addresses };
}

function urlFlaw({ protocol, username, password }: URL): OutgoingFault | null {
  if (protocol !== "https:" && protocol !== "http:")
    return forbidden(`An address begins with https:, not with ${protocol.slice(0, 20)}.`);
  if (username !== "" || password !== "")
    return forbidden("An address holds no name and password.");
  return null;
}

function onionFlaw(host: string, hasProxy: boolean): OutgoingFault | null {
  if (hasProxy || !isOnionName(host)) return null;
  return forbidden(`${host} is reached through Tor only: give a SOCKS5 proxy.`);
}

function writeHttps(host: string): OutgoingFault {
  return forbidden(
    `Write https: whoever sits on the way to ${host} could read and change what is said.`,
  );
}

function portOf({ port, protocol }: URL): Port {
  if (port !== "") return Number(port);
  return protocol === "https:" ? 443 : 80;
}

function forbidden(text: string): OutgoingFault {
  return { code: "forbidden", text };
}
