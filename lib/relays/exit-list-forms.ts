import { ipFamily } from "../net/ip.ts";
import type { Port } from "../net/port.ts";
import { csvRow } from "../text/csv-row.ts";
import type { ReachingExit } from "./reaching-exits.ts";

/** What a list of exits can be handed out as. */
export const EXIT_LIST_FORMS = [
  "csv",
  "list",
  "nftables",
  "ipset",
  "iptables",
  "nginx",
  "apache",
] as const;
export type ExitListForm = (typeof EXIT_LIST_FORMS)[number];

/** `about` says whose list it is and of when; it stands in every form but the CSV. */
type Given = { exits: readonly ReachingExit[]; about: string; port: Port | null };
type Form = {
  label: string;
  extension: string;
  mediaType: string;
  write: (given: Given) => string;
};

const TEXT = "text/plain; charset=utf-8";

export const EXIT_LISTS: Record<ExitListForm, Form> = {
  csv: {
    label: "CSV for a spreadsheet",
    extension: "csv",
    mediaType: "text/csv; charset=utf-8",
    write: exitsCsv,
  },
  list: { label: "Plain list", extension: "txt", mediaType: TEXT, write: exitsList },
  nftables: { label: "nftables sets", extension: "nft", mediaType: TEXT, write: nftables },
  ipset: { label: "ipset", extension: "ipset", mediaType: TEXT, write: ipset },
  iptables: { label: "iptables chain", extension: "sh", mediaType: TEXT, write: iptables },
  nginx: { label: "nginx deny", extension: "conf", mediaType: TEXT, write: nginx },
  apache: { label: "Apache 2.4", extension: "apache.conf", mediaType: TEXT, write: apache },
};

/** Why a list by policy, and how long it holds: true of every form. */
export const FAIR_BLOCKING =
  "These exits can reach the target by their exit policy. Blocking them there is fairer than blocking Tor wholesale: " +
  "relays that cannot reach it are left alone.";
export const LIST_AGE =
  "Exits come and go within hours. Make the list anew at least once a day, and take old addresses out.";

/** `fingerprint nickname addresses result rule`, one exit a line. */
function exitsList({ exits }: Given): string {
  return lines(
    exits.map(({ fingerprint, nickname, addresses, result, rule }) =>
      [fingerprint, nickname, addresses.join(","), result, rule].join("  "),
    ),
  );
}

const HEAD = ["fingerprint", "nickname", "addresses", "result", "rule"];

function exitsCsv({ exits }: Given): string {
  const rows = exits.map(({ fingerprint, nickname, addresses, result, rule }) => [
    fingerprint,
    nickname,
    addresses.join(" "),
    result,
    rule,
  ]);
  return [HEAD, ...rows].map(csvRow).join("");
}

/**
 * Two sets for nftables, one a family; `nft -f FILE` takes it, again and again. The sets alone block nothing: what is
 * done with them is the reader's own rule, of which one is shown.
 */
function nftables(given: Given): string {
  const { four, six } = addressesOf(given);
  const ports = given.port === null ? "" : ` tcp dport ${given.port}`;
  return lines([
    ...head(given),
    "# load it: nft -f THIS-FILE; then a rule of your own, such as:",
    `# nft add rule inet tor_exits input ip saddr @tor_exits4${ports} reject`,
    "add table inet tor_exits",
    ...nftSet("tor_exits4", "ipv4_addr", four),
    ...nftSet("tor_exits6", "ipv6_addr", six),
  ]);
}

function nftSet(name: string, type: string, elements: string[]): string[] {
  return [
    `add set inet tor_exits ${name} { type ${type}; }`,
    `flush set inet tor_exits ${name}`,
    // nft refuses an empty list of elements.
    ...(elements.length === 0
      ? []
      : [`add element inet tor_exits ${name} {`, ...elements.map((ip) => `  ${ip},`), "}"]),
  ];
}

/** For `ipset restore`: the new set takes the old one's place at once, so that no packet meets half a set. */
function ipset(given: Given): string {
  const { four, six } = addressesOf(given);
  const port = given.port === null ? "" : ` --dport ${given.port}`;
  return lines([
    ...head(given),
    "# load it: ipset restore -exist < THIS-FILE; then a rule of your own, such as:",
    `# iptables -I INPUT -p tcp${port} -m set --match-set tor_exits4 src -j REJECT`,
    ...ipsetOf("tor_exits4", "inet", four),
    ...ipsetOf("tor_exits6", "inet6", six),
  ]);
}

function ipsetOf(name: string, family: string, elements: string[]): string[] {
  return [
    `create ${name} hash:ip family ${family} maxelem 262144`,
    `create ${name}_new hash:ip family ${family} maxelem 262144`,
    `flush ${name}_new`,
    ...elements.map((ip) => `add ${name}_new ${ip}`),
    `swap ${name}_new ${name}`,
    `destroy ${name}_new`,
  ];
}

/** A shell script that fills a chain of its own in both families; nothing is blocked until a rule leads to the chain. */
function iptables(given: Given): string {
  const { four, six } = addressesOf(given);
  const port = given.port === null ? "" : ` --dport ${given.port}`;
  const table = (command: string, all: string[]) => [
    `${command}-restore --noflush <<'END'`,
    "*filter",
    ":TOR_EXITS - [0:0]",
    ...all.map((ip) => `-A TOR_EXITS -s ${ip} -p tcp${port} -j REJECT --reject-with tcp-reset`),
    "COMMIT",
    "END",
  ];
  return lines([
    "#!/bin/sh",
    ...head(given),
    "# run it as root: sh THIS-FILE; then once: iptables -I INPUT -j TOR_EXITS; ip6tables -I INPUT -j TOR_EXITS",
    "set -e",
    ...table("iptables", four),
    ...table("ip6tables", six),
  ]);
}

/** For `include` inside an http, server or location block. */
function nginx(given: Given): string {
  const { four, six } = addressesOf(given);
  const use =
    "# use it: include THIS-FILE; inside the server or location it is for, then nginx -s reload";
  return lines([...head(given), use, ...[...four, ...six].map((ip) => `deny ${ip};`)]);
}

/** For `Include` inside a Directory or Location section; needs mod_authz_core and mod_authz_host. */
function apache(given: Given): string {
  const { four, six } = addressesOf(given);
  const use =
    "# use it: Include THIS-FILE inside the <Location> it is for, then apachectl graceful";
  const refused = [...four, ...six].map((ip) => `  Require not ip ${ip}`);
  return lines([
    ...head(given),
    use,
    "<RequireAll>",
    "  Require all granted",
    ...refused,
    "</RequireAll>",
  ]);
}

/** A comment runs to the end of its line: nothing in it may end the line early. */
function head({ about }: Given): string[] {
  const plain = about.replace(/[^\x20-\x7e]+/g, " ").slice(0, 300);
  return [plain, FAIR_BLOCKING, LIST_AGE].map((line) => `# ${line}`);
}

/** Each address once, by family. */
function addressesOf({ exits }: Given): { four: string[]; six: string[] } {
  const all = [...new Set(exits.flatMap(({ addresses }) => addresses))].sort();
  return {
    four: all.filter((ip) => ipFamily(ip) === 4),
    six: all.filter((ip) => ipFamily(ip) === 6),
  };
}

function lines(all: string[]): string {
  return all.map((line) => `${line}\n`).join("");
}
