import type { Instant } from "../time/instant.ts";
import type { Finding } from "./verdict.ts";

/**
 * Every finding says how old its knowledge is. What rests on the complaint is as old as the complaint. What the desk's
 * records do not say has no age of its own: it is as of the check, see `Finding.learnedAt`.
 */
export function withAge(findings: readonly Finding[], toldAt: Instant | null): Finding[] {
  return findings.map((finding) =>
    finding.source === "the complaint" ? { ...finding, learnedAt: toldAt } : finding,
  );
}
