// Who may talk to the desk at all: pure checks of the Host and Origin headers. Next's own check of Server Actions lets
// a missing Origin and a forged Host through (measured, see docs/threat-model.md), so the wrappers ask here first.

const LOOPBACK = ["localhost", "127.0.0.1", "[::1]"];
const EVERYWHERE = ["0.0.0.0", "::"];
const HOST = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9.-]{1,253})(?::(\d{1,5}))?$/;
const IP_LITERAL = /^(\[[0-9a-f:.]+\]|\d{1,3}(\.\d{1,3}){3})$/;

export type HostRules = {
  /** The address the desk listens on. */
  host: string;
  /** Further names it is reached by: a reverse proxy's, an onion address. With `:port` only that port, without any. */
  allowedHosts: readonly string[];
};

/**
 * May a request carry this Host header? Loopback always (a browser cannot be talked into sending it for another name,
 * which is what DNS rebinding needs); when listening everywhere also plain addresses; else only the names configured.
 */
export function isAllowedHost(header: string | null, rules: HostRules): boolean {
  const [, name, port] = HOST.exec((header ?? "").toLowerCase()) ?? [];
  if (!name) return false;
  if (LOOPBACK.includes(name)) return true;
  if (EVERYWHERE.includes(rules.host) && IP_LITERAL.test(name)) return true;
  return [bracketed(rules.host), ...rules.allowedHosts].some((allowed) => {
    const entry = allowed.trim().toLowerCase();
    return entry === name || (port !== undefined && entry === `${name}:${port}`);
  });
}

/** Does the Origin header name the host the request was sent to? Absent, `null` and unreadable ones do not. */
export function isSameOrigin(origin: string | null, host: string | null): boolean {
  const url = origin === null ? null : URL.parse(origin);
  if (!url || !host || origin !== url.origin) return false;
  if (url.protocol !== "http:" && url.protocol !== "https:") return false;
  return url.host === withoutDefaultPort(host.toLowerCase(), url.protocol);
}

/** Is there an Origin header that is neither `null` nor a URL? Next answers those with a server error. */
export function isMalformedOrigin(origin: string | null): boolean {
  return origin !== null && origin !== "null" && URL.parse(origin)?.origin !== origin;
}

function bracketed(host: string): string {
  return host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
}

function withoutDefaultPort(host: string, protocol: string): string {
  return host.replace(protocol === "https:" ? /:443$/ : /:80$/, "");
}
