import { expect, test } from "vitest";
import { checkBatch } from "./check-batch.ts";

const ask = (question: unknown) => [...checkBatch([JSON.stringify(question)])][0];
const TORRC = ["ExitRelay 1", "IPv6Exit 1", "ExitPolicyRejectPrivate 0"];

test.each([
  [
    { kind: "torrc", torrc: [...TORRC, "ExitPolicy reject *:25"], address: "192.0.2.7", port: 25 },
    "reject",
    "reject *:25",
    true,
  ],
  [
    { kind: "torrc", torrc: [...TORRC, "ExitPolicy permit *:25"], address: "192.0.2.7", port: 25 },
    "error",
    null,
    false,
  ],
  [{ kind: "query", torrc: TORRC, address: "192.0.2.7", port: 0 }, "reject", null, true],
  [{ kind: "query", torrc: TORRC, address: "192.0.2.7", port: 65536 }, "error", null, false],
  [{ kind: "query", torrc: TORRC, address: "192.0.2.7", port: 80.5 }, "error", null, false],
  [{ kind: "query", torrc: TORRC, address: "192.0.2.7", port: "smtp" }, "error", null, false],
  [{ kind: "query", torrc: TORRC, address: "192.0.2.700", port: 80 }, "error", null, false],
  [{ kind: "query", torrc: TORRC, address: "mail.example", port: 80 }, "error", null, false],
  [
    { kind: "descriptor", policy: ["accept *:80", "reject *:*"], address: "192.0.2.7", port: 80 },
    "accept",
    "accept *:80",
    true,
  ],
  [
    { kind: "summary", summary: { p: "accept 80" }, family: "ipv4", port: 80 },
    "accept",
    "p accept 80",
    false,
  ],
  [
    { kind: "summary", summary: { p: "accept 80" }, family: "ipv6", port: 80 },
    "reject",
    null,
    false,
  ],
  [
    {
      kind: "port_only",
      torrc: [...TORRC, "ExitPolicy accept 192.0.2.7:25,reject *:*"],
      family: "ipv4",
      port: 25,
    },
    "accept",
    "accept 192.0.2.7:25",
    false,
  ],
  [
    { kind: "summarize", policy: ["accept *:80", "reject *:*"], family: "ipv4" },
    "accept 80",
    null,
    true,
  ],
  [
    {
      kind: "summarize",
      policy: ["accept *6:80", "reject *:*"],
      torrc_base: TORRC,
      family: "ipv6",
    },
    "accept 80",
    null,
    true,
  ],
])("%j: %s", (question, result, rule, conclusive) => {
  expect(ask({ id: "q", ...question })?.answer).toMatchObject({
    id: "q",
    result,
    rule,
    conclusive,
  });
  expect(ask({ id: "q", ...question })?.flaw).toBeNull();
});

test("an accept that earlier rejects shadow completely does not count as reachable", () => {
  const halves =
    "reject 192.0.2.0/25:25,reject 192.0.2.128/25:25,accept 192.0.2.0/24:25,reject *:*";
  const question = {
    kind: "port_only",
    torrc: [...TORRC, `ExitPolicy ${halves}`],
    family: "ipv4",
    port: 25,
  };
  expect(ask(question)?.answer).toMatchObject({ result: "reject", tor_result: "probably-reject" });
});

test("a line that is no question is named, answered with an error, and the batch goes on", () => {
  const good = JSON.stringify({ id: 2, kind: "summary", summary: { p: "accept 80" }, port: 80 });
  const lines = [
    "{broken",
    "",
    "[1]",
    '{"kind":"guess"}',
    '{"kind":"torrc","torrc":"ExitRelay 1"}',
    good,
  ];
  const checked = [...checkBatch(lines)];
  expect(checked.map(({ answer }) => answer.result)).toEqual([
    "error",
    "error",
    "error",
    "error",
    "accept",
  ]);
  expect(checked.map(({ flaw }) => flaw?.slice(0, 7) ?? null)).toEqual([
    "line 1:",
    "line 3:",
    "line 4:",
    "line 5:",
    null,
  ]);
});
