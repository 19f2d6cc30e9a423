import { Resolver } from "node:dns/promises";
import type { DnsAnswer } from "./judge-answer.ts";

/** Asks for the A records of a name, and for the words beside them. Never throws. */
export type AskDns = {
  addresses: (name: string) => Promise<DnsAnswer>;
  /** The first TXT record on one line, or null. */
  text: (name: string) => Promise<string | null>;
};

const LIMITS = { timeout: 4_000, tries: 2 };
const MAX_TEXT = 300;

/**
 * Asks through these servers (`192.0.2.53`, `192.0.2.53:5353`, `[2001:db8::53]:53`), or through the machine's own where
 * none is given. A truncated answer is asked for again over TCP, as RFC 7766 section 5 says.
 */
export function askThrough(
  servers: readonly string[],
  limits: { timeout: number; tries: number } = LIMITS,
): AskDns {
  const resolver = new Resolver(limits);
  if (servers.length > 0) resolver.setServers(servers);
  return {
    addresses: async (name) => {
      try {
        return { outcome: "found", addresses: await resolver.resolve4(name) };
      } catch (error) {
        return withoutAddress(error);
      }
    },
    text: async (name) => {
      const records = await resolver.resolveTxt(name).catch(() => []);
      const line = (records[0] ?? []).join("").replace(/[\s\p{Cc}\p{Cf}]+/gu, " ");
      return line.trim().slice(0, MAX_TEXT) || null;
    },
  };
}

/** NXDOMAIN, or a name without an address: not listed. Anything else is no answer. */
function withoutAddress(error: unknown): DnsAnswer {
  const { code = "" } = error as NodeJS.ErrnoException;
  if (code === "ENOTFOUND" || code === "ENODATA") return { outcome: "none" };
  return { outcome: "failed", reason: REASONS[code] ?? `The question failed (${code}).` };
}

const REASONS: Record<string, string> = {
  ETIMEOUT: "The resolver did not answer in time; it is asked again later.",
  ESERVFAIL: "The resolver could not get an answer from the list; it is asked again later.",
  EREFUSED: "The resolver refused the question. Give the desk one that may be asked.",
  ECONNREFUSED: "Nothing answers at the resolver's address. Check it under Blocks.",
  EBADRESP: "The resolver's answer could not be read; it is asked again later.",
  ECANCELLED: "The question was called off; it is asked again later.",
};
