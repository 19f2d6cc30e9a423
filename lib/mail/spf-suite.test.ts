import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { aZone, type Zone } from "../testing/a-zone.ts";
import { verifySpf } from "./verify-spf.ts";

const SUITE = path.join(
  import.meta.dirname,
  "../../../shared/attack/auth-suites/rfc7208-tests.yml",
);

type Case = { helo: string; host: string; mailfrom: string; result: string | string[] };
type Scenario = {
  description: string;
  tests: Record<string, Case>;
  zonedata: Record<string, (string | Record<string, unknown>)[]>;
};

/** The suite writes SPF for TXT where a domain has no TXT of its own, and TIMEOUT for what is not listed. */
function zoneOf(zonedata: Scenario["zonedata"]): Zone {
  return Object.fromEntries(
    Object.entries(zonedata).map(([name, entries]) => [name, recordsOf(entries)]),
  );
}

const TYPES = ["A", "AAAA", "MX", "TXT", "PTR"];

function recordsOf(entries: Scenario["zonedata"][string]): Zone[string] {
  const all = entries.filter((entry) => typeof entry === "object").flatMap(Object.entries);
  const txt = all.some(([type]) => type === "TXT") ? "TXT" : "SPF";
  const records = TYPES.map((type): [string, unknown[]] => {
    const wanted = all.filter(([each]) => each === (type === "TXT" ? txt : type));
    return [
      type,
      wanted.filter(([, value]) => value !== "NONE").map(([, value]) => asNode(type, value)),
    ];
  });
  const silent = entries.includes("TIMEOUT") ? TYPES.map((type) => [type, "TIMEOUT"] as const) : [];
  const found = records.filter(([, values]) => values.length > 0);
  return Object.fromEntries<Zone[string][string]>([...silent, ...found]);
}

function asNode(type: string, value: unknown): unknown {
  if (type === "TXT") return [value].flat().map(String);
  if (type === "MX" && Array.isArray(value))
    return { priority: Number(value[0]), exchange: String(value[1]) };
  return String(value);
}

test("the test suite of RFC 7208 agrees with what the desk concludes", async () => {
  const scenarios = parseAllDocuments(readFileSync(SUITE, "utf8")).map(
    (document) => document.toJS() as Scenario,
  );
  const differ: Record<string, string> = {};
  let cases = 0;
  for (const { tests, zonedata } of scenarios) {
    const { resolve } = aZone(zoneOf(zonedata));
    for (const [name, { helo, host, mailfrom, result }] of Object.entries(tests)) {
      cases += 1;
      const found = await verifySpf({ ip: host, helo, mailFrom: mailfrom ?? "" }, resolve);
      if (![result].flat().includes(found.result)) differ[name] = `${found.result} for ${result}`;
    }
  }
  process.stdout.write(`rfc7208: ${cases} cases, ${Object.keys(differ).length} differ\n`);
  expect(cases).toBeGreaterThan(190);
  expect(differ).toEqual({});
});
