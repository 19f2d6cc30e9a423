import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkBatch } from "./check-batch.ts";
import { parseTorrcPolicy } from "./parse-torrc-policy.ts";
import { policyLines } from "./policy.ts";

type Vector = Record<string, unknown> & { id: string; expect: string; tor_result?: string };
type Effective = {
  torrc: string[];
  relay_ipv4: string;
  relay_ipv6: string | null;
  ok: boolean;
  full: string[];
};

test("agrees with every stored vector: answer, deciding rule, conclusiveness, tor's own word", () => {
  const lines = sharedLines("policy_vectors_dev.jsonl");
  const answers = [...checkBatch(lines)].map(({ answer }) => answer);
  const differing = lines.flatMap((line, index) => {
    const vector = JSON.parse(line) as Vector;
    const answer = answers[index] as unknown as Record<string, unknown>;
    const wanted: Record<string, unknown> = { id: vector.id, result: vector.expect };
    if ("rule" in vector) wanted["rule"] = vector["rule"];
    if ("conclusive" in vector) wanted["conclusive"] = vector["conclusive"];
    const told = Object.fromEntries(Object.keys(wanted).map((key) => [key, answer[key]]));
    const torWord = answer["tor_result"] ?? answer["result"];
    const sameWord =
      vector.tor_result === undefined || vector.tor_result.replace("_", "-") === torWord;
    return sameWord && JSON.stringify(told) === JSON.stringify(wanted) ? [] : [{ wanted, answer }];
  });
  expect(lines.length).toBeGreaterThan(800);
  expect(differing).toEqual([]);
});

test("assembles the same effective policy as the real tor, line by line", () => {
  const lines = sharedLines("policy_effective_dev.jsonl");
  for (const line of lines) {
    const { torrc, relay_ipv4, relay_ipv6, ok, full } = JSON.parse(line) as Effective;
    const own = [relay_ipv4, relay_ipv6].filter((ip) => ip !== null);
    const { policy } = parseTorrcPolicy(torrc, own);
    expect(policy === null ? null : policyLines(policy), torrc.join(" | ")).toEqual(
      ok ? full : null,
    );
  }
  expect(lines.length).toBeGreaterThan(100);
});

/** The vectors lie beside the repository; without them this test proves nothing, so it fails. */
function sharedLines(name: string): string[] {
  const path = new URL(`../../../shared/policy/${name}`, import.meta.url);
  if (!existsSync(path))
    throw new Error(`${path.pathname} is missing: put the vectors there and run again`);
  return readFileSync(path, "utf8").trim().split("\n");
}
