import { randomInt } from "node:crypto";
import { BlockList } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ipFamily } from "../net/ip.ts";
import { mistypedLines, randomTarget, randomTorrc, seeded } from "../testing/random-policy.ts";
import { ORACLE_ADDRESS, type TorAnswer, TorOracle } from "../testing/tor-oracle.ts";
import { decide } from "./decide.ts";
import { parseTorrcPolicy } from "./parse-torrc-policy.ts";
import { type Policy, policyLines } from "./policy.ts";
import { summarize } from "./summarize.ts";

const POLICIES = 600;
const MISTYPED = 1_000;
const TARGETS_EACH = 10;
const RELAY_IPV6 = "2001:db8:113::9";

let tor: TorOracle;
beforeAll(async () => {
  tor = await TorOracle.start();
});
afterAll(async () => {
  await tor.stop();
});

test("agrees with the installed tor on generated policies and targets", async () => {
  const seed = randomInt(2 ** 32);
  const random = seeded(seed);
  let pairs = 0;
  let refused = 0;
  for (let n = 0; n < POLICIES; n++) {
    // In phases: tor makes new keys or sockets, slowly, whenever these two change.
    const ipv6 = n < POLICIES / 2 ? null : RELAY_IPV6;
    const bridge = n < 0.9 * POLICIES ? [] : ["BridgeRelay 1"];
    const place = `seed ${seed}, policy ${n}`;
    const { policy, answer } = await askBoth([...bridge, ...randomTorrc(random)], ipv6, place);
    if (policy === null) refused++;
    else pairs += compareTargets(policy, answer, () => randomTarget(random), place);
  }
  process.stdout.write(
    `tor ${tor.version}: ${pairs} pairs agree, ${refused} policies refused by both, seed ${seed}\n`,
  );
  expect(pairs).toBeGreaterThanOrEqual(2_000);
});

test("agrees with the installed tor on what a mistyped ExitPolicy line means", async () => {
  const seed = randomInt(2 ** 32);
  const random = seeded(seed);
  let refused = 0;
  for (let n = 0; n < MISTYPED; n++) {
    const torrc = ["ExitRelay 1", "IPv6Exit 1", ...mistypedLines(random), "ExitPolicy reject *:*"];
    const { policy } = await askBoth(torrc, null, `seed ${seed}, line ${n}`);
    if (policy === null) refused++;
  }
  process.stdout.write(`${MISTYPED} mistyped lines, ${refused} refused by both, seed ${seed}\n`);
  expect(refused).toBeGreaterThan(MISTYPED / 4);
});

/** Our policy and tor's answer for the same torrc, found equal line by line. */
async function askBoth(torrc: string[], ipv6: string | null, place: string) {
  const answer = await tor.policy(torrc, ipv6);
  const orPort = ipv6 === null ? [] : [`ORPort [${ipv6}]:9001`];
  const own = ipv6 === null ? [ORACLE_ADDRESS] : [ORACLE_ADDRESS, ipv6];
  const { policy } = parseTorrcPolicy([...orPort, ...torrc], own, { interfaceAddresses: [] });
  const ours = policy === null ? null : policyLines(policy);
  expect(ours, `${place}: ${JSON.stringify(torrc)}`).toEqual(answer.full);
  return { policy, answer };
}

function compareTargets(
  policy: Policy,
  answer: TorAnswer,
  target: () => { ip: string; port: number },
  place: string,
): number {
  expect(summarize(policy, 6), place).toBe(answer.ipv6Policy ?? "reject 1-65535");
  for (let n = 0; n < TARGETS_EACH; n++) {
    const { ip, port } = target();
    const { result, rule } = decide(policy, { ip, port });
    const wanted = firstMatch(answer.full ?? [], ip, port);
    expect({ ip, port, result, rule }, place).toEqual({ ip, port, ...wanted });
  }
  return TARGETS_EACH;
}

/** A second reading of tor's dump that shares no code with ours: the platform's block list. */
function firstMatch(full: readonly string[], ip: string, port: number) {
  const rule = full.find((line) => line === "reject *:*" && full.length === 1) ?? null;
  const found = rule ?? full.find((line) => matches(line, ip, port)) ?? null;
  return { result: found?.startsWith("reject") ? "reject" : "accept", rule: found };
}

function matches(line: string, ip: string, port: number): boolean {
  const read = /^[a-z]+(6?) \[?([^\]/]*?)\]?(?:\/([0-9]+))?:([0-9*]+)(?:-([0-9]+))?$/.exec(line);
  if (read === null) throw new Error(`tor wrote a rule this test cannot read: ${line}`);
  const [, six, net = "", bits, low = "*", high = low] = read;
  const inRange = low === "*" || (port >= Number(low) && port <= Number(high));
  return (
    inRange && ipFamily(ip) === (six === "6" ? 6 : 4) && (net === "*" || isInside(net, bits, ip))
  );
}

function isInside(net: string, bits: string | undefined, ip: string): boolean {
  const family = ipFamily(ip) === 4 ? "ipv4" : "ipv6";
  const list = new BlockList();
  list.addSubnet(net, Number(bits ?? (family === "ipv4" ? 32 : 128)), family);
  return list.check(ip, family);
}
