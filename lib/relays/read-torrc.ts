import { type TorrcEntry, torrcEntries } from "../exit-policy/torrc-entries.ts";
import { parseEndpoint } from "../net/endpoint.ts";
import { type Ip, parseIp } from "../net/ip.ts";
import { isPublicIp } from "../net/special-range.ts";
import { familyFingerprint } from "./fingerprint.ts";
import { problem, type ReadProblem } from "./read-problem.ts";

/** An address a torrc gives its relay, and the option that does. */
export type TorrcAddress = { ip: Ip; option: string };

export type TorrcFacts = {
  nickname: string | null;
  /** Public addresses the relay announces or sends from, in order of appearance, each once. */
  addresses: TorrcAddress[];
  /** The options that make the exit policy, as `Name value`, in order; ready for `parseTorrcPolicy`. */
  policyLines: string[];
  /** Fingerprints its MyFamily names; nicknames, which anybody may take, are left out. */
  family: string[];
  problems: ReadProblem[];
};

/** A torrc is a few kilobytes; a big one lists families. */
const MAX_TEXT = 2_000_000;

const MAX_PROBLEMS = 20;
const MAX_FAMILY = 10_000;

/** Options of tor's manual that decide or change the exit policy, in the manual's spelling. */
const POLICY_OPTIONS = new Map(
  [
    "ExitPolicy",
    "ExitRelay",
    "IPv6Exit",
    "ReducedExitPolicy",
    "ExitPolicyRejectPrivate",
    "ExitPolicyRejectLocalInterfaces",
    "BridgeRelay",
    "TestingTorNetwork",
  ].map((name) => [name.toLowerCase(), name]),
);

/** Options that name an address of the relay. Exit traffic leaves from the OutboundBindAddress ones first (connection.c). */
const ADDRESS_OPTIONS = new Map([
  ["address", "Address"],
  ["orport", "ORPort"],
  ["orlistenaddress", "ORListenAddress"],
  ["outboundbindaddress", "OutboundBindAddress"],
  ["outboundbindaddressexit", "OutboundBindAddressExit"],
  ["outboundbindaddressor", "OutboundBindAddressOR"],
]);

/**
 * Reads the parts of a torrc that say who the relay is and what it lets out. Never throws; what cannot be used is a
 * problem with its line and the remedy. Whether the policy itself is valid is for `parseTorrcPolicy` to say.
 */
export function readTorrc(text: string): TorrcFacts {
  const { entries, broken } = torrcEntries(plainText(text));
  const problems: ReadProblem[] = [];
  const facts: TorrcFacts = {
    nickname: null,
    addresses: [],
    policyLines: [],
    family: [],
    problems,
  };
  if (broken !== null) {
    problems.push(problem("broken-line", `Line ${broken.line}: ${broken.text}.`));
  }
  if (text.length > MAX_TEXT) {
    problems.push(problem("too-long", `Only the first ${MAX_TEXT} characters were read.`));
  }
  for (const entry of entries) readEntry(entry, facts);
  const known = facts.nickname !== null || facts.addresses.length + facts.policyLines.length > 0;
  if (!known && problems.length === 0) {
    problems.push(
      problem("nothing-found", "No Nickname, ORPort or ExitPolicy was found; is this a torrc?"),
    );
  }
  return { ...facts, problems: firstProblems(problems) };
}

/** Whether all of the file was read; otherwise the exit policy may be another than `policyLines` say. */
export function isWholeTorrc({ problems }: TorrcFacts): boolean {
  return !problems.some(isHole);
}

function isHole({ code }: ReadProblem): boolean {
  return code === "include" || code === "broken-line";
}

/** A file that is something else altogether has as many problems as lines. Holes come first, see {@link isWholeTorrc}. */
function firstProblems(all: ReadProblem[]): ReadProblem[] {
  const problems = [...all.filter(isHole), ...all.filter((each) => !isHole(each))];
  if (problems.length <= MAX_PROBLEMS) return problems;
  const more = problem("more", `${problems.length - MAX_PROBLEMS} more problems are not listed.`);
  return [...problems.slice(0, MAX_PROBLEMS), more];
}

/** Without what an editor or a browser's form field puts around the lines. */
function plainText(text: string): string {
  return text
    .slice(0, MAX_TEXT)
    .replace(/^\uFEFF/, "")
    .replaceAll("\r\n", "\n");
}

function readEntry(entry: TorrcEntry, facts: TorrcFacts): void {
  const key = entry.key.toLowerCase();
  const policyOption = POLICY_OPTIONS.get(key);
  const addressOption = ADDRESS_OPTIONS.get(key);
  if (key === "%include") facts.problems.push(includeProblem(entry));
  else if (key === "exitpolicy" && entry.command === "clear") clearPolicy(facts);
  else if (key === "nickname") readNickname(entry, facts);
  else if (key === "myfamily") facts.family = familyIn([...facts.family, entry.value]);
  else if (policyOption !== undefined) facts.policyLines.push(optionText(policyOption, entry));
  else if (addressOption !== undefined) readAddresses(entry, addressOption, facts);
}

/** MyFamily may stand several times, each with items between commas (tor's manual). */
function familyIn(values: string[]): string[] {
  const items = values.flatMap((value) => value.split(/[,\s]+/));
  return [...new Set(items.flatMap((item) => familyFingerprint(item) ?? []))].slice(0, MAX_FAMILY);
}

/** The line as it would stand in a torrc of its own. */
function optionText(name: string, { value }: TorrcEntry): string {
  return /[#"\\\n]/.test(value) ? `${name} ${JSON.stringify(value)}` : `${name} ${value}`;
}

function includeProblem({ line, value }: TorrcEntry): ReadProblem {
  return problem(
    "include",
    `Line ${line} includes ${value || "another file"}, which is not part of this text, so the exit policy is not known; put the contents of that file in place of the line.`,
  );
}

function clearPolicy(facts: TorrcFacts): void {
  facts.policyLines = facts.policyLines.filter((line) => !line.startsWith("ExitPolicy "));
}

function readNickname({ line, value }: TorrcEntry, facts: TorrcFacts): void {
  if (/^[A-Za-z0-9]{1,19}$/.test(value)) facts.nickname = value;
  else {
    facts.problems.push(
      problem("nickname", `Line ${line}: a Nickname has 1 to 19 letters and digits.`),
    );
  }
}

function readAddresses(entry: TorrcEntry, option: string, facts: TorrcFacts): void {
  const words = entry.value.split(/[ \t]+/);
  // "ORPort ... NoAdvertise" is where tor listens behind a router; the world never sees that address.
  if (words.some((word) => word.toLowerCase() === "noadvertise")) return;
  for (const ip of addressesIn(option === "ORPort" ? words.slice(0, 1) : words)) {
    if (!isPublicIp(ip)) {
      facts.problems.push(privateProblem(entry, option, ip));
    } else if (!facts.addresses.some((address) => address.ip === ip)) {
      facts.addresses.push({ ip, option });
    }
  }
  if (option === "Address" && facts.addresses.length === 0 && /[a-z]/i.test(entry.value)) {
    facts.problems.push(hostnameProblem(entry));
  }
}

function addressesIn(words: string[]): Ip[] {
  return words.flatMap((word) => {
    const bare = word.replace(/^\[(.*)\]$/, "$1");
    return parseIp(bare) ?? parseEndpoint(word)?.ip ?? [];
  });
}

function privateProblem({ line }: TorrcEntry, option: string, ip: Ip): ReadProblem {
  return problem(
    "private-address",
    `Line ${line}: ${option} ${ip} is not a public address; add the address the world sees by hand if it is not listed.`,
  );
}

function hostnameProblem({ line, value }: TorrcEntry): ReadProblem {
  return problem(
    "hostname",
    `Line ${line}: Address ${value.slice(0, 80)} is a name; add the address it stands for by hand.`,
  );
}
