/** A small seeded generator (mulberry32): the same seed gives the same policies on every machine. */
export type Random = {
  next: () => number;
  pick: <T>(list: readonly T[]) => T;
  chance: (p: number) => boolean;
};

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(next() * list.length)];
    if (chosen === undefined) throw new Error("nothing to pick from");
    return chosen;
  };
  return { next, pick, chance: (p) => next() < p };
}

const ACTIONS = ["accept", "reject", "accept", "reject", "accept6", "reject6"];
const ADDRESSES = [
  "*",
  "*",
  "*4",
  "*6",
  "192.0.2.7",
  "192.0.2.0",
  "198.51.100.129",
  "203.0.113.9",
  "10.1.2.3",
  "128.0.0.0",
  "0.0.0.0",
  "[2001:db8::7]",
  "[2001:db8:1:2:3:4:5:6]",
  "[::1]",
  "[::]",
  "[::ffff:192.0.2.7]",
  "[::192.0.2.7]",
  "[fe80::1]",
  "[8000::]",
];
const MASKS4 = [
  "",
  "",
  "",
  "/0",
  "/1",
  "/7",
  "/8",
  "/16",
  "/24",
  "/31",
  "/32",
  "/255.255.255.0",
  "/255.0.0.0",
  "/",
  "/08",
];
const MASKS6 = [
  "",
  "",
  "",
  "/0",
  "/1",
  "/3",
  "/32",
  "/48",
  "/64",
  "/65",
  "/96",
  "/127",
  "/128",
  "/+64",
  "/",
];
const PORTS = [
  "",
  ":*",
  ":*",
  ":*",
  ":80",
  ":443",
  ":25",
  ":80-90",
  ":1-65535",
  ":6660-6669",
  ":1-442",
  ":81-65535",
  ":080",
  ":80-80",
];
/** What tor refuses or reads in its own way; about one item in forty. */
const ODD_ITEMS = [
  "accept *:0",
  "accept *:80-90x",
  "accept *:http",
  "accept *:443-80",
  "accept 192.0.2.0/255.0.255.0:80",
  "accept 192.0.2.0/33:80",
  "accept [2001:db8::]/129:80",
  "accept [2001:db8::]/255.255.0.0:80",
  "accept [::ffff:192.0.2.7]/64:80",
  "accept [::ffff:192.0.2.7]/24:80",
  "accept [2001:db8::7]x:80",
  "accept [*]:80",
  "accept 2001:db8::/32:80",
  "accept 2001:db8::1:80",
  "accept */8:80",
  "accept 01.2.3.4:80",
  "accept [::ffff:01.2.3.4]:80",
  "accept mail.example:25",
  "accept private",
  "accept private:80",
  "reject private:*",
  "reject6 private:*",
  "accept6 192.0.2.7:80",
  "reject6 *4:*",
  "Accept *:80",
  "permit *:80",
  "opt accept *:81",
  "accept *:80 *:81",
  "accept",
];

/** Torrc lines that shape an exit policy; some are refused by tor, most are not. */
export function randomTorrc(random: Random): string[] {
  const { chance, pick } = random;
  const switches = [
    chance(0.9) ? ["ExitRelay 1"] : [pick(["ExitRelay 0", "ExitRelay auto"])],
    chance(0.7) ? ["IPv6Exit 1"] : [],
    chance(0.4) ? ["ExitPolicyRejectPrivate 0"] : [],
    chance(0.15) ? ["ReducedExitPolicy 1"] : [],
    chance(0.1) ? ["ExitPolicyRejectLocalInterfaces 1", "OutboundBindAddress 198.51.100.77"] : [],
  ].flat();
  // One at least: tor aborts without any when IPv6Exit is on and ExitPolicyRejectPrivate off.
  const items = Array.from({ length: 1 + Math.floor(random.next() * 7) }, () => randomItem(random));
  if (chance(0.6)) items.push(pick(["reject *:*", "accept *:*", "reject *4:*", "accept6 *:*"]));
  return [...switches, ...policyLines(items, random)];
}

function randomItem({ pick, chance }: Random): string {
  if (chance(0.025)) return pick(ODD_ITEMS);
  if (chance(0.05)) return `${pick(["accept", "reject"])} private${pick([":*", ":80", ":80-90"])}`;
  const address = pick(ADDRESSES);
  const mask = address.startsWith("[") ? pick(MASKS6) : pick(MASKS4);
  return `${pick(ACTIONS)} ${address}${address.startsWith("*") ? "" : mask}${pick(PORTS)}`;
}

/** The items over one or several lines, with commas, comments, quotes and continuations. */
function policyLines(items: readonly string[], { chance, pick }: Random): string[] {
  const lines: string[] = [];
  for (let at = 0; at < items.length; ) {
    const some = items.slice(at, at + pick([1, 1, 2, 4]));
    at += some.length;
    const glue = pick([",", ", ", " , ", ", \\\n   ", ", \\\n# a comment\n  "]);
    const value = some.join(glue);
    const quoted = !value.includes("\n") && chance(0.1);
    const key = pick(["ExitPolicy", "ExitPolicy", "exitpolicy", "+ExitPolicy"]);
    lines.push(`${key} ${quoted ? `"${value}"` : value}${chance(0.1) ? " # why" : ""}`);
  }
  return lines;
}

const NOISE = [
  ...'*:/[]-+.,#"\\ \t0123456789acefjprtx',
  "::",
  "\\\n",
  "private",
  "opt ",
  "6",
  "*6",
  "255",
];

/** ExitPolicy lines with one to three characters lost, doubled or replaced, as a tired hand types them. */
export function mistypedLines(random: Random): string[] {
  const items = [randomItem(random), randomItem(random)].slice(0, random.pick([1, 1, 2]));
  let value = items.join(random.pick([",", ", "]));
  if (random.chance(0.1)) value = `"${value}"`;
  for (let edits = random.pick([1, 1, 2, 3]); edits > 0; edits--) {
    const at = Math.floor(random.next() * (value.length + 1));
    const drop = random.pick([0, 1, 1]);
    const put = random.chance(0.7) ? random.pick(NOISE) : "";
    value = value.slice(0, at) + put + value.slice(at + drop);
  }
  // A line of its own would be some other option.
  return `ExitPolicy ${value.replace(/(?<!\\)\n/g, " ")}`.split("\n");
}

const TARGETS = [
  "192.0.2.7",
  "192.0.2.6",
  "192.0.3.0",
  "198.51.100.77",
  "198.51.100.129",
  "203.0.113.9",
  "203.0.113.10",
  "10.1.2.3",
  "127.255.255.255",
  "128.0.0.0",
  "255.255.255.255",
  "2001:db8::7",
  "2001:db8:1:2:3:4:5:6",
  "2001:db9::1",
  "::1",
  "::ffff:192.0.2.7",
  "::192.0.2.7",
  "fe80::ffff",
  "8000::1",
  "7fff:ffff::1",
];
const TARGET_PORTS = [1, 22, 25, 79, 80, 81, 90, 91, 442, 443, 6667, 6881, 65535];

export function randomTarget({ pick, chance, next }: Random): { ip: string; port: number } {
  const anyPort = 1 + Math.floor(next() * 65535);
  return { ip: pick(TARGETS), port: chance(0.2) ? anyPort : pick(TARGET_PORTS) };
}
