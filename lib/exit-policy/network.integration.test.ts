import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseDescriptorPolicy } from "./parse-descriptor-policy.ts";
import { parseSummary } from "./parse-summary.ts";
import { summarize } from "./summarize.ts";

test("summarizes the policies of real relays as the directory authorities did", () => {
  const published = new Map(consensusEntries().map(({ key, summary }) => [key, summary]));
  const descriptors = networkFile("zoossh-2014-12-08-server-descriptors")
    .split(/^router /m)
    .slice(1);
  const compared = descriptors.flatMap((text) => {
    const fingerprint = /^(?:opt )?fingerprint (.*)$/m.exec(text)?.[1]?.replaceAll(" ", "");
    const wanted = published.get(`${fingerprint} ${/^published (.*)$/m.exec(text)?.[1]}`);
    const { policy } = parseDescriptorPolicy(text.split("\n"));
    return wanted === undefined ? [] : [{ wanted, ours: policy && summarize(policy, 4) }];
  });
  expect(compared.length).toBeGreaterThan(500);
  expect(compared.filter(({ wanted, ours }) => wanted !== ours)).toEqual([]);
});

test("reads every summary line of a real consensus", () => {
  const entries = consensusEntries();
  expect(entries.length).toBeGreaterThan(6_000);
  expect(entries.filter(({ summary }) => parseSummary(summary).summary === null)).toEqual([]);
});

/** The relays of a consensus: "FINGERPRINT published-date published-time" and the `p` line. */
function consensusEntries(): { key: string; summary: string }[] {
  const entries = networkFile("zoossh-2014-12-08-16-00-00-consensus").split(/^r /m).slice(1);
  return entries.flatMap((entry) => {
    const [, identity = "", , date, time] = entry.split(/[ \n]/, 5);
    const fingerprint = Buffer.from(identity, "base64").toString("hex").toUpperCase();
    const summary = /^p (.*)$/m.exec(entry)?.[1];
    return summary === undefined ? [] : [{ key: `${fingerprint} ${date} ${time}`, summary }];
  });
}

/** The documents lie beside the repository; without them this test proves nothing, so it fails. */
function networkFile(name: string): string {
  const path = new URL(`../../../shared/tor-data/${name}`, import.meta.url);
  if (!existsSync(path)) throw new Error(`${path.pathname} is missing: put it there and run again`);
  return readFileSync(path, "latin1");
}
