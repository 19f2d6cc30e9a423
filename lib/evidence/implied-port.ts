import type { Complaint } from "../complaints/complaint.ts";
import { type Ip, parseIp } from "../net/ip.ts";

/** A destination port nobody wrote down but the kind of report fixes, and the sentence that says why. */
export type ImpliedPort = { port: number; reason: string };

const MAIL: ImpliedPort = {
  port: 25,
  reason:
    "The report gives no port; it names the host that handed the mail over to the complainant's server (RFC 5965, Source-IP), which is done on port 25.",
};

/**
 * The port of an event about this address when the complaint names none. One rule so far: a feedback report's Source-IP
 * is the host a mail server took the message from, and mail servers take foreign mail on port 25 (RFC 5321 4.5.4.2).
 */
export function impliedPort(complaint: Complaint, accused: readonly Ip[]): ImpliedPort | null {
  if (complaint.format !== "arf" || accused.length === 0) return null;
  const sources = sourceIps(complaint.evidenceText);
  return accused.every((ip) => sources.has(ip)) ? MAIL : null;
}

const SOURCE_IP = /^Source-IP:[ \t]{0,20}\[?(?:IPv6:)?([0-9a-f.:]{2,45})/gim;
/** The accused addresses come without it, see `accusations.ts`. */
const MAPPED = /^::ffff:(?=[0-9.]+$)/i;
const MAX_TEXT = 1_000_000;

function sourceIps(text: string): Set<Ip> {
  const found = [...text.slice(0, MAX_TEXT).matchAll(SOURCE_IP)];
  return new Set(found.flatMap(([, ip = ""]) => parseIp(ip.replace(MAPPED, "")) ?? []));
}
