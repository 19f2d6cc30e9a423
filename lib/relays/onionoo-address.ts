import { parseEndpoint } from "../net/endpoint.ts";
import { isLocalName, isOnionName } from "../net/host-name.ts";
import { parseIp } from "../net/ip.ts";

/** Where Onionoo is asked and how: `proxy` is the host and port of a SOCKS5 proxy, null for a direct connection. */
export type OnionooPlace = { baseUrl: URL; proxy: { host: string; port: number } | null };

export const PUBLIC_ONIONOO = "https://onionoo.torproject.org/";

/**
 * The address and the proxy as an operator types them, or the one thing wrong with them. In the clear only to an onion
 * service, which encrypts itself, or to this machine; an onion service only through a proxy, as its name must never be
 * asked of a DNS resolver.
 */
export function onionooPlace(address: string, proxy: string): OnionooPlace | { flaw: string } {
  const baseUrl = webAddress(address.trim());
  if (baseUrl === null) return { flaw: `"${address.slice(0, 80)}" is no web address; ${EXAMPLE}` };
  const through = proxy.trim() === "" ? null : proxyEnd(proxy.trim());
  if (through !== null && "flaw" in through) return through;
  const { hostname } = baseUrl;
  const isOnion = isOnionName(hostname);
  if (isOnion && through === null) {
    return {
      flaw: `${hostname} is reached through Tor only: give a SOCKS5 proxy, 127.0.0.1:9050 is usual.`,
    };
  }
  if (baseUrl.protocol === "http:" && !isOnion && !isLoopback(hostname)) {
    return {
      flaw: `Write https: whoever sits on the way to ${hostname} could read and change what it says.`,
    };
  }
  return { baseUrl, proxy: through };
}

const EXAMPLE = `write ${PUBLIC_ONIONOO} or the address of an onion service.`;

function webAddress(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !["http:", "https:"].includes(url.protocol)) return null;
  if (url.username !== "" || url.password !== "" || url.search !== "" || url.hash !== "")
    return null;
  if (!url.pathname.endsWith("/")) url.pathname += "/";
  return url;
}

function proxyEnd(text: string): { host: string; port: number } | { flaw: string } {
  const bare = text.replace(/^socks5h?:\/\//, "");
  const end = parseEndpoint(bare.replace(/^localhost:/, "127.0.0.1:"));
  if (end?.port == null) {
    return {
      flaw: `"${text.slice(0, 80)}" is no SOCKS5 proxy: write its address and port, 127.0.0.1:9050 is usual.`,
    };
  }
  return { host: end.ip, port: end.port };
}

function isLoopback(hostname: string): boolean {
  const ip = parseIp(hostname.replace(/^\[(.*)\]$/, "$1"));
  return isLocalName(hostname) || ip === "::1" || ip?.startsWith("127.") === true;
}
