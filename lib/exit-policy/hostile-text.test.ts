import fc from "fast-check";
import { expect, test } from "vitest";
import { checkBatch } from "./check-batch.ts";
import { decide } from "./decide.ts";
import { parsePolicyText } from "./parse-policy-text.ts";
import { parseSummary } from "./parse-summary.ts";
import { parseTarget } from "./parse-target.ts";
import { parseTorrcPolicy } from "./parse-torrc-policy.ts";
import { policyLines } from "./policy.ts";
import { removeRedundant } from "./rule.ts";

const word = fc.constantFrom(
  "ExitPolicy ",
  "ExitRelay 1",
  "accept ",
  "reject6 ",
  "*",
  "*6",
  ":80",
  "/24",
  "192.0.2.7",
  "[2001:db8::]",
  "private:*",
  ",",
  "\n",
  "\\\n",
  "#",
  '"',
  "\\x",
  " ",
  "ipv6-policy accept 80",
  "p accept 1-2",
  "/ExitPolicy",
  "\0",
  "\u00a0",
  "😀",
);
const policyText = fc.oneof(
  fc.string(),
  fc.array(word, { maxLength: 30 }).map((words) => words.join("")),
);

test("no text makes a parser throw, and a null policy always has its reason", () => {
  fc.assert(
    fc.property(policyText, (text) => {
      const { policy, problems } = parsePolicyText(text.split("\n"));
      const refused = problems.some(({ effect }) => effect === "refused");
      expect(policy === null).toBe(refused);
      if (policy !== null) decide(policy, { ip: "192.0.2.7", port: 80 });
      parseTorrcPolicy(text.split("\n"), [text]);
      parseSummary(text);
      parseTarget(text);
    }),
    { numRuns: 3_000 },
  );
});

test("no line makes the batch throw", () => {
  const kind = fc.constantFrom("torrc", "descriptor", "summary", "port_only", "summarize", "query");
  const question = fc.record({
    kind,
    torrc: fc.jsonValue(),
    policy: fc.jsonValue(),
    summary: fc.jsonValue(),
    port: fc.jsonValue(),
  });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        question.map((q) => JSON.stringify(q)),
      ),
      (line) => {
        for (const { answer } of checkBatch([line])) expect(typeof answer.result).toBe("string");
      },
    ),
    { numRuns: 2_000 },
  );
});

test("dropping redundant rules changes no decision", () => {
  const net = fc.constantFrom(
    "*4",
    "192.0.2.0/24",
    "192.0.2.7",
    "192.0.0.0/16",
    "*6",
    "[2001:db8::]/32",
    "[2001:db8::7]",
  );
  const ports = fc.constantFrom("*", "80", "1-100", "50-200", "443");
  const item = fc
    .tuple(fc.constantFrom("accept", "reject"), net, ports)
    .map(([a, n, p]) => `${a} ${n}:${p}`);
  const targets = [
    "192.0.2.7",
    "192.0.2.8",
    "192.0.3.1",
    "198.51.100.1",
    "2001:db8::7",
    "2001:db8::8",
    "2001:db9::1",
  ];
  fc.assert(
    fc.property(fc.array(item, { maxLength: 12 }), (items) => {
      const full = items.flatMap(
        (text) =>
          parsePolicyText([
            "ExitRelay 1",
            "IPv6Exit 1",
            "ExitPolicyRejectPrivate 0",
            `ExitPolicy ${text}`,
          ]).policy?.rules[0] ?? [],
      );
      const policy = { rules: full, summary4: null, summary6: null };
      const short = { ...policy, rules: removeRedundant(full) };
      for (const ip of targets) {
        for (const port of [1, 50, 80, 100, 150, 443, 444]) {
          expect(decide(short, { ip, port }).result).toBe(decide(policy, { ip, port }).result);
        }
      }
    }),
    { numRuns: 300 },
  );
});

const nets = Array.from({ length: 2_800 }, (_, n) => `${1 + (n % 200)}.${n >> 8}.${n & 255}.0/24`);

test.each([
  ["thousands of rules", ["ExitRelay 1", ...nets.map((net) => `ExitPolicy reject ${net}:25`)]],
  [
    "more rules than are compared",
    ["ExitRelay 1", ...nets.flatMap((net) => [`ExitPolicy reject ${net}:25,accept ${net}:*`])],
  ],
  ["one endless line", ["ExitRelay 1", `ExitPolicy ${"accept 192.0.2.7:80,".repeat(20_000)}`]],
  [
    "endless continuations",
    ["ExitRelay 1", "ExitPolicy accept *:80,\\", ...new Array<string>(50_000).fill("# why, \\")],
  ],
  ["endless quotes", ["ExitRelay 1", `ExitPolicy "${"\\\\".repeat(300_000)}"`]],
  ["endless blanks", [" ".repeat(1_000_000), `ExitPolicy${"\t".repeat(1_000_000)}accept *:80`]],
  ["endless comments", new Array<string>(100_000).fill("# why")],
])("%s ends in time", (_name, lines) => {
  const { policy, problems } = parseTorrcPolicy(lines, []);
  expect(policy === null ? problems.length : policyLines(policy).length).toBeGreaterThan(0);
});
