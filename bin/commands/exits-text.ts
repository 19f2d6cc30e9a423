import { ipFamily } from "../../lib/net/ip.ts";
import type { NetworkRelay } from "../../lib/relays/join-network.ts";

/** An exit that reaches the target, with the answer of its policy and the line that decides. */
export type ReachingExit = NetworkRelay & { result: string; rule: string };

/** `fingerprint nickname addresses result rule`, one exit a line. */
export function exitsList(exits: readonly ReachingExit[]): string {
  return lines(
    exits.map(({ fingerprint, nickname, addresses, result, rule }) =>
      [fingerprint, nickname, addresses.join(","), result, rule].join("  "),
    ),
  );
}

const HEAD = ["fingerprint", "nickname", "addresses", "result", "rule"];

/** RFC 4180, with every cell quoted and none a spreadsheet would calculate. */
export function exitsCsv(exits: readonly ReachingExit[]): string {
  const rows = exits.map(({ fingerprint, nickname, addresses, result, rule }) => [
    fingerprint,
    nickname,
    addresses.join(" "),
    result,
    rule,
  ]);
  return [HEAD, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

/** A cell that begins like a formula is run as one by Excel and LibreOffice, unless an apostrophe stands before it. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r|%]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * Two sets for nftables, one a family, each address once; `nft -f FILE` takes it, again and again. The sets alone block
 * nothing: what is done with them is the reader's own rule, of which one is shown.
 */
export function exitsFirewall(
  exits: readonly ReachingExit[],
  about: string,
  port: number | null,
): string {
  const all = [...new Set(exits.flatMap(({ addresses }) => addresses))].sort();
  const ports = port === null ? "" : ` tcp dport ${port}`;
  return lines([
    `# ${about}`,
    `# load it: nft -f THIS-FILE; then a rule of your own, such as:`,
    `# nft add rule inet tor_exits input ip saddr @tor_exits4${ports} reject`,
    "add table inet tor_exits",
    ...setOf(
      "tor_exits4",
      "ipv4_addr",
      all.filter((ip) => ipFamily(ip) === 4),
    ),
    ...setOf(
      "tor_exits6",
      "ipv6_addr",
      all.filter((ip) => ipFamily(ip) === 6),
    ),
  ]);
}

function setOf(name: string, type: string, elements: string[]): string[] {
  return [
    `add set inet tor_exits ${name} { type ${type}; }`,
    `flush set inet tor_exits ${name}`,
    // nft refuses an empty list of elements.
    ...(elements.length === 0
      ? []
      : [`add element inet tor_exits ${name} {`, ...elements.map((ip) => `  ${ip},`), "}"]),
  ];
}

function lines(all: string[]): string {
  return all.map((line) => `${line}\n`).join("");
}
