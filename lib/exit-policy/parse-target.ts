import { parseIp } from "../net/ip.ts";
import { parsePort } from "../net/port.ts";
import type { Target } from "./decide.ts";

/** `target`, or `flaw`: one sentence that names the thing and the remedy. */
export type ParsedTarget = { target: Target } | { flaw: string };

/**
 * Reads `HOST:PORT` as typed on a command line or into a form: `192.0.2.7:25`, `[2001:db8::7]:443`, `mail.example:25`.
 * A host name or `*` leaves the address unknown (it is never looked up); no port or `*` leaves the port unknown.
 */
export function parseTarget(text: string): ParsedTarget {
  const { host, port: portText } = splitHost(text.trim());
  const port = portText === null ? null : readPort(portText);
  if (port === null && portText !== null && portText !== "*") {
    return {
      flaw: `"${cut(portText)}" is no port; write a number from 1 to 65535, for example ${cut(host)}:25`,
    };
  }
  const ip = parseIp(host);
  if (ip === null && host !== "*" && !isHostName(host)) {
    return {
      flaw: `"${cut(host)}" is no address; write HOST:PORT, for example 192.0.2.7:25 or [2001:db8::7]:443`,
    };
  }
  return { target: { ip, port } };
}

/** Port 0 is passed on: the answer to it is a rejection, as nothing connects there. */
function readPort(text: string): number | null {
  return text === "0" ? 0 : parsePort(text);
}

function splitHost(text: string): { host: string; port: string | null } {
  if (parseIp(text) !== null) return { host: text, port: null };
  const bracketed = /^\[([^\]]*)\](?::(.*))?$/.exec(text);
  if (bracketed !== null) return { host: bracketed[1] ?? "", port: bracketed[2] ?? null };
  const colon = text.lastIndexOf(":");
  return colon < 0
    ? { host: text, port: null }
    : { host: text.slice(0, colon), port: text.slice(colon + 1) };
}

/** A name whose last label is not a number: `1.2.3` and `256.1.1.1` are mistyped addresses. */
function isHostName(text: string): boolean {
  if (text.length > 253) return false;
  const labels = text.replace(/\.$/, "").split(".");
  const last = labels.at(-1) ?? "";
  return labels.every((label) => /^[a-z0-9_-]{1,63}$/i.test(label)) && /[a-z]/i.test(last);
}

function cut(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}...` : text;
}
