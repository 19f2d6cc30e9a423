import { Resolver } from "node:dns/promises";
import type { ResolveDns } from "../mail/verify-spf.ts";

/** Of one question. A whole check has a limit of its own. */
const LIMITS = { timeout: 2_000, tries: 2 };

/** Asks these servers, or the machine's own where none is given. `end` calls off what has no answer yet, and all that comes after. */
export function resolveThrough(servers: readonly string[]): {
  resolve: ResolveDns;
  end: () => void;
} {
  const resolver = new Resolver(LIMITS);
  if (servers.length > 0) resolver.setServers(servers);
  let hasEnded = false;
  const resolve = async (name: string, type: string) => {
    if (hasEnded) throw Object.assign(new Error("called off"), { code: "ECANCELLED" });
    return await resolver.resolve(name, type);
  };
  const end = () => {
    hasEnded = true;
    resolver.cancel();
  };
  return { resolve: resolve as ResolveDns, end };
}
