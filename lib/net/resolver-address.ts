import { parseIp } from "./ip.ts";

/** `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53` or `[2001:db8::53]:5353` in the form node:dns takes; null otherwise. */
export function resolverAddress(text: string): string | null {
  const [, bracketed, plain, port] =
    /^(?:\[([0-9a-f:.]{2,45})\]|([0-9.]{7,15}))(?::(\d{1,5}))?$/i.exec(text) ?? [];
  const ip = parseIp(bracketed ?? plain ?? text);
  if (ip === null) return null;
  if (port === undefined) return ip;
  const number = Number(port);
  if (number < 1 || number > 65_535) return null;
  return bracketed === undefined ? `${ip}:${number}` : `[${ip}]:${number}`;
}
