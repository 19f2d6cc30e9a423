import { type Network, parseNetwork } from "../net/cidr.ts";

/** tor's private_nets, in its order (policies.c). Narrower than the IANA registries: no 100.64.0.0/10, no 224.0.0.0/4. */
const PRIVATE_CIDRS = [
  "0.0.0.0/8",
  "169.254.0.0/16",
  "127.0.0.0/8",
  "192.168.0.0/16",
  "10.0.0.0/8",
  "172.16.0.0/12",
  "::/8",
  "fc00::/7",
  "fe80::/10",
  "fec0::/10",
  "ff00::/8",
  "::/127",
] as const;

export const PRIVATE_NETS: readonly Network[] = PRIVATE_CIDRS.flatMap(
  (cidr) => parseNetwork(cidr) ?? [],
);

/** tor's DEFAULT_EXIT_POLICY; the same in every release from 0.2.4.20 to 0.4.9.11. */
export const DEFAULT_POLICY =
  "reject *:25,reject *:119,reject *:135-139,reject *:445,reject *:563,reject *:1214,reject *:4661-4666," +
  "reject *:6346-6429,reject *:6699,reject *:6881-6999,accept *:*";

/** Ports of tor's REDUCED_EXIT_POLICY in its order (option since 0.3.3.1-alpha). */
const REDUCED_PORTS =
  "20-23,43,53,79-81,88,110,143,194,220,389,443,464,465,531,543-544,554,563,587,636,706,749,873,902-904,981,989-995," +
  "1194,1220,1293,1500,1533,1677,1723,1755,1863,2082-2083,2086-2087,2095-2096,2102-2104,3128,3389,3690,4321,4643,5050," +
  "5190,5222-5223,5228,5900,6660-6669,6679,6697,8000,8008,8074,8080,8082,8087-8088,8232-8233,8332-8333,8443,8888,9418," +
  "9999,10000,11371,18080-18081,18089,19294,19638,50002,64738";

/** Monero's ports joined the reduced policy in 0.4.9.4-rc of 2026-01-28 (changelog, ticket 41168). */
const REDUCED_SINCE_0494 = new Set(["18080-18081", "18089"]);
const REDUCED_GREW_IN = [0, 4, 9, 4];

/**
 * tor's reduced policy for a tor version ("0.4.8.12"); null or an unreadable version means the newest list. An exact
 * answer for the past needs the version that ran then, or better the descriptor signed then.
 */
export function reducedPolicy(torVersion: string | null): string {
  const old = torVersion !== null && isOlder(torVersion, REDUCED_GREW_IN);
  const ports = REDUCED_PORTS.split(",").filter((port) => !(old && REDUCED_SINCE_0494.has(port)));
  return [...ports.map((port) => `accept *:${port}`), "reject *:*"].join(",");
}

function isOlder(version: string, than: readonly number[]): boolean {
  const numbers = /^([0-9]{1,9})\.([0-9]{1,9})\.([0-9]{1,9})\.([0-9]{1,9})/
    .exec(version)
    ?.slice(1)
    .map(Number);
  if (numbers === undefined) return false;
  const at = numbers.findIndex((number, index) => number !== than[index]);
  return at >= 0 && (numbers[at] ?? 0) < (than[at] ?? 0);
}
