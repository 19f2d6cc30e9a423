import { type Ip, parseIp } from "./ip.ts";
import { type Port, parsePort } from "./port.ts";

/** One end of a connection. `port` is null when the text names only an address. */
export type Endpoint = { ip: Ip; port: Port | null };

/**
 * Reads `192.0.2.7`, `192.0.2.7:25`, `[2001:db8::1]:25`, `[2001:db8::1]` or `2001:db8::1`. Null for host names, zones,
 * and ports outside 1 to 65535. A bare IPv6 text is never split: `2001:db8::25` is an address, not port 25.
 */
export function parseEndpoint(text: string): Endpoint | null {
  const bare = parseIp(text);
  if (bare !== null) return { ip: bare, port: null };
  if (text.startsWith("[")) {
    const close = text.indexOf("]");
    const inside = text.slice(1, Math.max(1, close));
    return inside.includes(":") ? endpoint(inside, text.slice(close + 1)) : null;
  }
  const colon = text.lastIndexOf(":");
  const host = text.slice(0, Math.max(0, colon));
  return host.includes(":") ? null : endpoint(host, text.slice(colon));
}

function endpoint(host: string, tail: string): Endpoint | null {
  const ip = parseIp(host);
  if (ip === null) return null;
  if (tail === "") return { ip, port: null };
  const port = tail.startsWith(":") ? parsePort(tail.slice(1)) : null;
  return port === null ? null : { ip, port };
}
