import { expect, test } from "vitest";
import { randomTarget, randomTorrc, seeded } from "../testing/random-policy.ts";
import { decide } from "./decide.ts";
import { parsePolicyText } from "./parse-policy-text.ts";
import type { Policy } from "./policy.ts";
import { inRegion, networkText, policyDifference, type Region } from "./policy-difference.ts";
import { linesAgainst, proposeLines } from "./propose-lines.ts";

function policyOf(text: string): Policy {
  const { policy } = parsePolicyText(text.split("\n"), ["192.0.2.10"]);
  if (policy === null) throw new Error("no policy");
  return policy;
}

const OPEN = policyOf("ExitRelay 1\nIPv6Exit 1");
const proposed = (base: Policy, text: string) => {
  const { lines, difference, problems } = proposeLines(base, text);
  return {
    effects: lines.map(({ line, effect }) => [line, effect]),
    whys: lines.map(({ why }) => why),
    closed: difference?.closed.map(({ family, ports }) => [family, ports]) ?? [],
    problems: problems.map(({ text: said }) => said),
  };
};

test("a line that closes a port closes it for all addresses but those closed already", () => {
  const { difference } = proposeLines(OPEN, "reject *:22");
  const [four, six] = difference?.closed ?? [];
  expect(four).toMatchObject({ family: 4, ports: [{ min: 22, max: 22 }] });
  expect(four?.others.map(networkText)).toContain("192.0.2.10");
  expect(four?.share).toBeGreaterThan(0.98);
  expect(six?.family).toBe(6);
  expect(difference?.opened).toEqual([]);
});

test("what an earlier line decides is no news, and that line is named", () => {
  const { effects, whys } = proposed(OPEN, "reject *:22\nreject 203.0.113.5:22\n\nreject *4:25");
  expect(effects).toEqual([
    [1, "closes"],
    [2, "nothing"],
    [4, "nothing"],
  ]);
  expect(whys[1]).toBe('"reject *:22" from proposed line 1 decides all of it already');
  expect(whys[2]).toBe('"reject *:25" from default policy decides all of it already');
});

test("ports that were closed before are not counted as newly closed", () => {
  const { closed } = proposed(OPEN, "reject *:20-30");
  const ports = [
    { min: 20, max: 24 },
    { min: 26, max: 30 },
  ];
  expect(closed).toEqual([
    [4, ports],
    [6, ports],
  ]);
});

test.each([
  ["ExitRelay 0", "a relay that is no exit"],
  ["accept *:443\nreject *:*", "a descriptor that allows other ports"],
])("%s: nothing is closed anew", (base) => {
  expect(proposed(policyOf(base), "reject *:80")).toMatchObject({
    effects: [[1, "nothing"]],
    closed: [],
  });
});

test("an accept in front opens what was closed, and never what tor itself closes first", () => {
  const { difference } = proposeLines(OPEN, "accept 10.0.0.0/8:25\naccept 203.0.113.5:25");
  expect(difference?.opened.flatMap(({ networks }) => networks.map(networkText))).toEqual([
    "203.0.113.5",
  ]);
});

test.each(["rejct *:80", "ExitRelay 0", "reject *:99999", "%include /etc/passwd", ""])(
  "%j is no line tor takes",
  (text) => {
    const { after, problems } = proposeLines(OPEN, text);
    expect(after).toBeNull();
    expect(problems[0]?.effect).toBe("refused");
  },
);

test("the summary of a family counts as what it says", () => {
  const known = policyOf("accept *:80\nreject *:*\nipv6-policy accept 80");
  expect(proposed(known, "reject *:80").closed).toEqual([
    [4, [{ min: 80, max: 80 }]],
    [6, [{ min: 80, max: 80 }]],
  ]);
});

test("the desk proposes the narrowest line first", () => {
  expect(linesAgainst("203.0.113.5", 22)).toEqual([
    "reject 203.0.113.5:22",
    "reject 203.0.113.5:*",
    "reject *:22",
  ]);
  expect(linesAgainst("2001:db8::7", null)).toEqual(["reject [2001:db8::7]:*"]);
  expect(linesAgainst(null, null)).toEqual([]);
});

test("a target nobody named lies in a region only perhaps, unless it is nearly everything", () => {
  const [region] = proposeLines(OPEN, "reject *:22").difference?.closed ?? [];
  const [narrow] = proposeLines(OPEN, "reject 203.0.113.0/24:22").difference?.closed ?? [];
  if (region === undefined || narrow === undefined) throw new Error("no region");
  expect([
    inRegion(region, null, 22),
    inRegion(region, null, 23),
    inRegion(region, "203.0.113.5", null),
  ]).toEqual(["yes", "no", "perhaps"]);
  expect([
    inRegion(narrow, null, 22),
    inRegion(narrow, "203.0.113.5", 22),
    inRegion(narrow, "198.51.100.1", 22),
  ]).toEqual(["perhaps", "yes", "no"]);
});

test("two policies differ exactly where their answers differ", () => {
  const random = seeded(20261123);
  let compared = 0;
  for (let round = 0; round < 150; round++) {
    const [before, after] = [exactPolicy(random), exactPolicy(random)];
    if (before === null || after === null) continue;
    const { closed, opened, complete } = policyDifference(before, after);
    expect(complete).toBe(true);
    for (let at = 0; at < 20; at++) {
      const target = randomTarget(random);
      if (target.port === 0) continue;
      compared++;
      const [one, two] = [decide(before, target).result, decide(after, target).result];
      const within = (all: readonly Region[]) =>
        all.some((region) => inRegion(region, target.ip, target.port) === "yes");
      expect([target, within(closed), within(opened)]).toEqual([
        target,
        one === "accept" && two === "reject",
        one === "reject" && two === "accept",
      ]);
    }
  }
  expect(compared).toBeGreaterThan(500);
});

function exactPolicy(random: ReturnType<typeof seeded>): Policy | null {
  return parsePolicyText(randomTorrc(random)).policy;
}

test("policies too long to compare end soon and say so", () => {
  const rules = Array.from(
    { length: 2_500 },
    (_, at) => `accept 10${at % 10}.${at % 250}.${(at * 7) % 250}.0/28:${at + 1}-${at + 500}`,
  );
  const began = performance.now();
  const { difference } = proposeLines(
    policyOf([...rules, "reject *:*"].join("\n")),
    "reject *:1-40000",
  );
  expect(difference?.complete).toBe(false);
  expect(performance.now() - began).toBeLessThan(3_000);
});
