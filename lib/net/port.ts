/** A TCP or UDP port, 1 to 65535. Port 0 is no destination. */
export type Port = number;

export const MAX_PORT = 65535;

/** Decimal digits without sign, space or leading zero, 1 to 65535; null for anything else. */
export function parsePort(text: string): Port | null {
  if (!/^[1-9][0-9]{0,4}$/.test(text)) return null;
  const port = Number(text);
  return port <= MAX_PORT ? port : null;
}
