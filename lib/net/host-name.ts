/** RFC 7686: such a name means something to Tor only. */
export function isOnionName(host: string): boolean {
  return withoutRoot(host).endsWith(".onion");
}

/** RFC 6761 6.3: this machine, whatever a resolver says. */
export function isLocalName(host: string): boolean {
  const name = withoutRoot(host);
  return name === "localhost" || name.endsWith(".localhost");
}

function withoutRoot(host: string): string {
  const name = host.toLowerCase();
  return name.endsWith(".") ? name.slice(0, -1) : name;
}
