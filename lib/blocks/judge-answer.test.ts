import { expect, test } from "vitest";
import { DNSBL_LISTS, type DnsblList, dnsblList } from "./dnsbl-lists.ts";
import { type Judgement, judgeAnswer, meaningsOf } from "./judge-answer.ts";
import { judgeTestPoints } from "./judge-test-points.ts";
import { listingName } from "./listing-name.ts";

function known(id: string): DnsblList {
  const list = dnsblList(id);
  if (list === null) throw new Error(`no list ${id}`);
  return list;
}
const found = (...addresses: string[]) => ({ outcome: "found" as const, addresses });

test.each([
  ["192.0.2.7", "7.2.0.192.list.example"],
  ["127.0.0.2", "2.0.0.127.list.example"],
  ["2001:db8::a5", "5.a.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.list.example"],
  ["not an address", null],
])("%s is asked for as %s", (ip, name) => {
  expect(listingName(ip, "list.example")).toBe(name);
});

test.each([
  ["efnet", ["127.0.0.4"], "listed", "tor"],
  ["efnet", ["127.0.0.5"], "listed", "abuse"],
  ["efnet", ["127.0.0.4", "127.0.0.5"], "listed", "abuse"],
  ["efnet", ["127.0.0.1"], "listed", "abuse"],
  ["spamhaus-zen", ["127.0.0.10"], "listed", "range"],
  ["spamhaus-zen", ["127.0.0.4", "127.0.0.11"], "listed", "abuse"],
  ["spamhaus-zen", ["127.255.255.254"], "refused", undefined],
  ["psbl", ["127.255.255.250"], "refused", undefined],
  ["psbl", ["127.0.0.1"], "refused", undefined],
  ["psbl", ["127.0.0.2", "127.255.255.255"], "refused", undefined],
  ["psbl", ["203.0.113.80"], "failed", undefined],
  ["psbl", ["127.0.0.2", "203.0.113.80"], "failed", undefined],
  ["psbl", [], "failed", undefined],
  ["blocklist-de", ["127.0.0.14"], "listed", "abuse"],
  ["dan-torexit", ["127.0.0.100"], "listed", "tor"],
])("%s answering %j is %s %s", (id, addresses, state, kind) => {
  const judged = judgeAnswer(known(id), found(...addresses));
  expect(judged.state).toBe(state);
  expect("kind" in judged ? judged.kind : undefined).toBe(kind);
});

test("no such name is not listed; no answer is neither", () => {
  expect(judgeAnswer(known("psbl"), { outcome: "none" })).toEqual({ state: "clear" });
  expect(judgeAnswer(known("psbl"), { outcome: "failed", reason: "late" })).toEqual({
    state: "failed",
    codes: [],
    problem: "late",
  });
});

test("many codes are kept to ten, and their meanings come from the list", () => {
  const many = Array.from({ length: 300 }, (_, index) => `127.0.1.${index % 256}`);
  const judged = judgeAnswer(known("psbl"), found(...many));
  expect(judged.state === "listed" && judged.codes).toHaveLength(10);
  expect(meaningsOf(known("efnet"), ["127.0.0.4", "127.0.0.99"])).toEqual(["a Tor exit"]);
});

const listed: Judgement = { state: "listed", kind: "abuse", codes: ["127.0.0.2"], means: [] };
const clear: Judgement = { state: "clear" };
const refused: Judgement = { state: "refused", codes: ["127.255.255.254"], problem: "not you" };
const failed: Judgement = { state: "failed", codes: [], problem: "late" };

test.each([
  ["as RFC 5782 asks", "psbl", listed, clear, "sound"],
  ["yes to everything", "psbl", listed, listed, "broken"],
  ["an empty list", "psbl", clear, clear, "half"],
  ["a list without a test address", "dan-torexit", clear, clear, "half"],
  ["refused", "psbl", refused, refused, "refused"],
  ["refused once only", "psbl", listed, refused, "refused"],
  ["no answer", "psbl", failed, clear, "failed"],
  ["no answer to the other", "psbl", listed, failed, "failed"],
])("test points: %s", (_, id, first, never, worth) => {
  expect(judgeTestPoints(known(id), { listed: first, never })).toMatchObject({ worth });
});

test("the table: ids and zones once, every code readable, web addresses https", () => {
  const ids = DNSBL_LISTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(DNSBL_LISTS.map(({ zone }) => zone)).size).toBe(ids.length);
  for (const list of DNSBL_LISTS) {
    expect(list.policyUrl).toMatch(/^https:\/\//);
    expect(list.zone).toMatch(/^[a-z0-9.-]+\.[a-z]+$/);
    for (const tail of Object.keys(list.codes)) expect(tail).toMatch(/^\d+\.\d+\.\d+$/);
  }
});
