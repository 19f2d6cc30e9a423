import type { DNSResolver } from "mailauth";
import { spf } from "mailauth/lib/spf/index.js";
import type { SenderFact } from "./sender-check.ts";
import type { Arrived } from "./trusted-results.ts";

/** Name of a domain and type of record -> what node:dns answers; it rejects with node's own error codes. */
export type ResolveDns = DNSResolver;

/**
 * May this client send for the envelope's domain (RFC 7208)? An empty `mailFrom` asks for the greeting's name instead
 * (section 2.4). Asks through `resolve` only, at most ten look-ups (section 4.6.4). Never throws.
 */
export async function verifySpf(
  { ip, helo, mailFrom }: Arrived & { mailFrom: string },
  resolve: ResolveDns,
): Promise<SenderFact> {
  const fact = { method: "spf", result: "temperror", domain: "" };
  try {
    const { status, domain } = await spf({
      ip,
      helo,
      sender: mailFrom,
      resolver: resolve,
      mta: "desk.invalid",
      strict: true,
    });
    return { ...fact, result: status.result, domain: domain.toLowerCase() };
  } catch {
    return fact;
  }
}
