import type { Ip } from "../net/ip.ts";
import type { DnsblList } from "./dnsbl-lists.ts";
import type { Judgement } from "./judge-answer.ts";

/** RFC 5782 section 5: a list must hold the first and must never hold the second. */
export const TEST_POINTS = { listed: "127.0.0.2", never: "127.0.0.1" } as const satisfies Record<
  string,
  Ip
>;

/**
 * What a list's word is worth. `sound`: both ways. `half`: "listed" counts, "not listed" proves nothing. `refused` and
 * `broken`: nothing it says counts. `failed`: nobody knows, for lack of an answer.
 */
type Soundness =
  | { worth: "sound" }
  | { worth: "half" | "refused" | "broken" | "failed"; problem: string };

/** Judges a list by its answers about its own test points. */
export function judgeTestPoints(
  list: DnsblList,
  { listed, never }: { listed: Judgement; never: Judgement },
): Soundness {
  if (never.state === "listed")
    return {
      worth: "broken",
      problem:
        "It lists 127.0.0.1, which no list may: it answers yes to everything. Lists that are shut down do that, and resolvers that lie.",
    };
  for (const answer of [never, listed]) {
    if (answer.state === "refused") return { worth: "refused", problem: answer.problem };
    if (answer.state === "failed") return { worth: "failed", problem: answer.problem };
  }
  if (listed.state === "clear")
    return {
      worth: "half",
      problem: list.hasTestPoint
        ? "It does not know its own test address 127.0.0.2: it may be empty or gone, or this resolver may filter it. That it does not list an address proves nothing."
        : "It has no test address. That it does not list an address proves little.",
    };
  return { worth: "sound" };
}
