import { isLocalName, isOnionName } from "./host-name.ts";
import { type InternalTarget, isAllowedInternal, mayConnect } from "./internal-target.ts";
import { type Ip, parseIp } from "./ip.ts";
import type { Port } from "./port.ts";

/** How one address is reached: at exactly these addresses, or by its name through the proxy. */
export type OutgoingWay = { addresses: readonly Ip[] } | { byProxy: true };
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
  { allowed, hasProxy }: { allowed: readonly InternalTarget[]; hasProxy: boolean },
  resolve: (name: string) => Promise<readonly Ip[]>,
): Promise<OutgoingWay | OutgoingFault> {
  const host = url.hostname.startsWith("[") ? url.hostname.slice(1, -1) : url.hostname;
  const flaw = urlFlaw(url) ?? onionFlaw(host, hasProxy);
  if (flaw !== null) return flaw;
  const known = withoutAsking(host);
  if (known !== null) {
    const way = allowedOf(url, known, allowed);
    return hasProxy && "addresses" in way ? { byProxy: true } : way;
  }
  if (!hasProxy) return allowedOf(url, await resolve(host), allowed);
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
  allowed: readonly InternalTarget[],
): OutgoingWay | OutgoingFault {
  const port = portOf(url);
  const addresses = found.filter((ip) => mayConnect(ip, port, allowed));
  if (addresses.length === 0) {
    const where = found.map((ip) => ip || "an address with a zone").join(", ");
    return forbidden(
      `${url.host} leads to ${where.slice(0, 100)}, which is no public address. If it is a machine of yours, name it in ALLOWED_INTERNAL.`,
    );
  }
  const isOurs = addresses.every((ip) => isAllowedInternal(ip, port, allowed));
  return url.protocol === "http:" && !isOurs ? writeHttps(url.host) : { addresses };
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
