import { expect, test } from "vitest";
import { seeded } from "../testing/random-policy.ts";
import { branchesOf } from "./pattern-branches.ts";
import { sieveOf, sift } from "./sieve.ts";
import { firstMatchIn, matchesIn } from "./trial.ts";

/** Every construct the readers and rules use, and some that no sieve can read. */
const PATTERNS = [
  /brute[- ]?forc|password (?:guess|spray)/,
  /\b(?:ssh|rdp)d? (?:login|attack)s?\b/,
  /(?:attempts?|attacks?) (?:\S{1,15} ){0,4}(?:against|on) (?:our )?server/,
  /^label:.{0,30}(?:spam|mail$)/m,
  /un(?:authori[sz]ed|invited)\b(?! guests)/,
  /(?<!not )reported (?:twice)+ ok/,
  /naïve|полици\S|人肉/,
  /\[abuse(?:id|info) ?:|\.\.\//,
  /(\w{3,9}) \1/,
  /(?:ab|cd){2,3}ef?g/,
  /c2s?|(?:|x)yz/,
  /Deadline|WITHIN \d+ hours/i,
  /[^a-z]zone[:=]|\u0041bend/,
];
const WORDS =
  "brute-force bruteforc password guess spray ssh sshd rdp login logins attack attacks attempts against on our server label:x spam mail unauthorised uninvited guests not reported twicetwice ok naïve полиция 人肉 [abuseid: ../ same same ababefg cdcdeg c2 c2s yz deadline WITHIN 12 HOURS zone: Abend".split(
    " ",
  );

test("what is sifted out never matches, and what is left matches as the whole pattern does", () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const random = seeded(seed);
  const sieve = sieveOf(PATTERNS);
  for (let round = 0; round < 2_000; round++) {
    const words = Array.from({ length: 1 + (round % 12) }, () => random.pick(WORDS));
    const text = words.join(random.pick([" ", "\n", ""]));
    const left = sift(sieve, text);
    const whole = { text, at: 0 };
    const matching = PATTERNS.map((_, at) =>
      (left.get(at) ?? []).some((trial) => matchesIn(trial, whole)),
    );
    const expected = PATTERNS.map((pattern) => pattern.test(text));
    expect(matching, `seed ${seed}, text ${JSON.stringify(text)}`).toEqual(expected);
  }
});

test("a piece of the text is tried as if it stood alone, and gives the match the whole pattern finds first in it", () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const random = seeded(seed);
  const sieve = sieveOf(PATTERNS);
  for (let round = 0; round < 2_000; round++) {
    const words = Array.from({ length: 1 + (round % 12) }, () => random.pick(WORDS));
    const text = words.join(random.pick([" ", "\n", ""]));
    const at = Math.floor((text.length * (round % 7)) / 14);
    const piece = { text: text.slice(at, text.length - (round % 5)), at };
    const left = sift(sieve, text);
    for (const [index, pattern] of PATTERNS.entries()) {
      const starts = (left.get(index) ?? []).flatMap(
        (trial) => firstMatchIn(trial, piece)?.index ?? [],
      );
      const first = starts.length === 0 ? -1 : Math.min(...starts);
      const about = `seed ${seed}, ${pattern} in ${JSON.stringify(piece)}`;
      expect(first, about).toBe(piece.text.search(pattern));
    }
  }
});

test("most of many patterns are sifted out, so that they need not be tried", () => {
  const left = sift(sieveOf(PATTERNS), "a letter of thanks for the fine weather in may");
  expect([...left.keys()].map((at) => PATTERNS[at]?.source)).toEqual([
    "naïve|полици\\S|人肉",
    "(\\w{3,9}) \\1",
    "(?:ab|cd){2,3}ef?g",
    "c2s?|(?:|x)yz",
  ]);
});

test("a text longer than one piece of the reader is read whole", () => {
  const text = `${"x".repeat(16 * 1024 - 3)}brute-forcing${"y".repeat(40_000)}deadline`;
  const left = sift(sieveOf(PATTERNS), text);
  expect(left.has(0)).toBe(true);
  expect(left.has(11)).toBe(true);
});

test.each([
  ["(?:one|two(?:s|x)) three", [[["one three", "twos three", "twox three"]]]],
  ["ab|longer word", [[], [["longer word"]]]],
  ["a{0,2}bcd+efg", [[["bcd"], ["efg"]]]],
  ["lo(?:ng|op)?er", [[["longer", "looper", "loer"]]]],
  ["(?:no)?thing", [[["thing"]]]],
  [".*any\\.thing$", [[["any.thing"]]]],
  ["x(?=look)y(?!ahead)zzz", [[["xyzzz"]]]],
  ["[ab]cde[^f]", [[["acde", "bcde"]]]],
  ["(?:abc|\\d+)end", [[["end"]]]],
])("%s needs its plain words", (source, needs) => {
  expect(branchesOf(new RegExp(source)).map((branch) => branch.needs)).toEqual(needs);
});

test.each([
  ["(?:one|two(?:s|x)) three", ["one three", "twos three", "twox three"]],
  ["\\b(?:fail|in\\d+val)ed", ["fail", "in"]],
  [
    "(?<!no)(?:red|blue)? ?port[0-9]",
    ["red port", "redport", "blue port", "blueport", " port", "port"],
  ],
  ["(?:ab){2,}c", ["ab"]],
  ["^label:.{0,30}mail", ["label:"]],
  ["(?:\\S+ )?word", [""]],
  ["\\d+ pages", [""]],
])("%s begins with known letters", (source, starts) => {
  expect(branchesOf(new RegExp(source)).map((branch) => branch.starts)).toEqual([starts]);
});

test("letters of two code units and back references are left alone", () => {
  for (const pattern of [/😀?abc/u, /(abc)\1/, /(?<x>abc)\k<x>/])
    expect(branchesOf(pattern)).toEqual([{ source: pattern.source, needs: [], starts: [""] }]);
});
