import { expect, test } from "vitest";
import { explainPolicy } from "./explain-policy.ts";
import { judgeTargets } from "./judge-targets.ts";

const TORRC = `ORPort 192.0.2.10:9001
ExitRelay 1
ExitPolicy accept *:22, reject *:22
ExitPolicy reject *:20-30
ExitPolicy accept6 192.0.2.1:80
ExitPolicy reject *:*
ExitPolicy accept *:443`.split("\n");

test("each line of a torrc has a number, its place in the file, what it does, and what it can still do", () => {
  const { rows, problems } = explainPolicy(TORRC);
  expect(
    rows.map(({ number, text, effect, decidedBy }) => [number, text, effect, decidedBy]),
  ).toEqual([
    [1, "reject6 *:*", "whole", []],
    [2, "reject private:*", "whole", []],
    [3, "reject 192.0.2.10:*", "whole", []],
    [4, "accept *:22", "part", [2, 3]],
    [5, "reject *:22", "none", [4]],
    [6, "reject *:20-30", "part", [4]],
    [7, "reject *:*", "part", [4]],
    [8, "accept *:443", "none", [7]],
  ]);
  expect(rows[7]?.origin).toBe("ExitPolicy (line 7)");
  expect(rows[5]?.says).toBe("closes ports 20-30 for every IPv4 address");
  expect(problems.map(({ line, effect }) => [line, effect])).toEqual([[5, "ignored"]]);
});

test.each([
  ["together", "accept *:80\nreject *:1-100\nreject *:90-200\naccept *:85-150", 4, "none", [2, 3]],
  [
    "halves",
    "reject 198.51.100.0/25:*\nreject 198.51.100.128/25:*\naccept 198.51.100.0/24:80\nreject *:*",
    3,
    "none",
    [1, 2],
  ],
  ["apart", "reject 198.51.100.0/25:*\naccept 198.51.100.0/24:80\nreject *:*", 2, "part", [1]],
])("lines that decide a later one %s are named", (_, text, number, effect, decidedBy) => {
  const row = explainPolicy(text.split("\n")).rows[number - 1];
  expect(row).toMatchObject({ effect, decidedBy });
});

test("a refused policy has no lines, and the problem its line", () => {
  const { policy, rows, problems } = explainPolicy(["ExitRelay 1", "ExitPolicy acept *:80"]);
  expect(policy).toBeNull();
  expect(rows).toEqual([]);
  expect(problems[0]).toMatchObject({ line: 2, effect: "refused" });
});

test("bare rules keep the numbers of their lines", () => {
  const { rows, problems } = explainPolicy(["reject *4:25", "", "accept *6:80"]);
  expect(problems).toEqual([]);
  expect(rows.map(({ origin }) => origin)).toEqual([
    "ExitPolicy (line 1)",
    "ExitPolicy (line 3)",
    "no line matches",
  ]);
});

test("a summary is one line a family, and the missing one says so", () => {
  const { rows } = explainPolicy(["p accept 80,443"]);
  expect(rows.map(({ number, text }) => [number, text])).toEqual([
    [1, "p accept 80,443"],
    [2, "(no line for IPv6)"],
  ]);
});

const judged = (text: string, policy: readonly string[] = TORRC) => {
  const explained = explainPolicy(policy);
  if (explained.policy === null) throw new Error("refused");
  return judgeTargets({ policy: explained.policy, rows: explained.rows }, text);
};

test("several targets are answered at once, each with the line that decides", () => {
  expect(
    judged("203.0.113.5:22\n203.0.113.5 25\n10.1.2.3:22, [2001:db8::7]:443\n192.0.2.10:80").map(
      (one) => ("flaw" in one ? one.flaw : [one.asked, one.result, one.row]),
    ),
  ).toEqual([
    ["203.0.113.5:22", "accept", 4],
    ["203.0.113.5:25", "reject", 6],
    ["10.1.2.3:22", "reject", 2],
    ["[2001:db8::7]:443", "reject", 1],
    ["192.0.2.10:80", "reject", 3],
  ]);
});

test("one mistyped target does not hide the answers of the others", () => {
  const [wrong, right] = judged("203.0.113.5:99999\n*:22");
  expect(wrong).toHaveProperty("flaw");
  expect(right).toMatchObject({ result: "probably-accept", row: 4 });
});

test.each(["udp", "icmp"])("%s cannot be exit traffic, whatever the policy says", (protocol) => {
  expect(judged(`203.0.113.5:22 ${protocol}`)[0]).toMatchObject({
    result: "reject",
    row: null,
    protocol,
  });
});

test("a relay that lets nothing out decides by its one line", () => {
  expect(judged("203.0.113.5:80", ["ExitRelay 0"])[0]).toMatchObject({ result: "reject", row: 1 });
  expect(judged("203.0.113.5:80", ["ExitPolicy reject *:*"])[0]).toMatchObject({
    result: "reject",
    row: 3,
  });
});

test("a policy of thousands of lines is answered soon, and says what was left out", () => {
  const lines = Array.from({ length: 20_000 }, (_, at) => {
    const [high, low] = [Math.floor(at / 250) % 250, at % 250];
    return `ExitPolicy reject 198.${high}.${low}.0/24:${1 + (at % 60_000)}`;
  });
  const began = performance.now();
  const { rows, problems } = explainPolicy(["ExitRelay 1", ...lines]);
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(rows.length).toBeGreaterThan(20_000);
  expect(problems.map(({ code }) => code)).toContain("too-long-to-explain");
});
