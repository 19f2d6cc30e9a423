import { torrcFragment } from "../exit-policy/torrc-fragment.ts";
import { toIso } from "../time/instant.ts";
import type { Mitigation } from "./mitigation.ts";

/** The lines of mitigations for a file that the torrc includes; the one that ends first gives the day. */
export function mitigationFragment(all: readonly Mitigation[]): string {
  return all
    .map(({ lines, reason, createdAt, expiresAt }) =>
      torrcFragment(
        lines.map((line) => `ExitPolicy ${line}`),
        { about: reason, made: day(createdAt), until: day(expiresAt) },
      ),
    )
    .join("\n");
}

function day(at: number): string {
  return toIso(at).slice(0, 10);
}
