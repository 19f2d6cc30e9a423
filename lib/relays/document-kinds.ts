import type { Instant } from "../time/instant.ts";
import { consensusSignatures } from "./consensus-signatures.ts";
import type { LogClock } from "./log-lines.ts";
import { looksLikeLog } from "./log-lines.ts";
import { readCertificates } from "./read-certificates.ts";
import { readConsensus } from "./read-consensus.ts";
import { type DescriptorFacts, readDescriptors } from "./read-descriptor.ts";
import { readExitList } from "./read-exit-list.ts";
import { readMicrodescriptors } from "./read-microdescriptors.ts";
import { readNoticeLog } from "./read-notice-log.ts";
import { readOnionoo } from "./read-onionoo.ts";
import { readOnionooUptime } from "./read-onionoo-uptime.ts";
import { problem, type ReadProblem } from "./read-problem.ts";
import { readRelaysFile } from "./read-relays-file.ts";
import { readState } from "./read-state.ts";
import { readTorrc } from "./read-torrc.ts";
import type { TorFacts } from "./tor-document.ts";

/** What no file says itself: the zone and year of a log, whose entries of a consensus are wanted, when it is learnt. */
export type ReadContext = {
  clock: LogClock;
  learnedAt: Instant;
  wanted?: (fingerprint: string) => boolean;
};

/** `text` and `head` have one character a byte, `head` is the beginning of `text`; lines end in LF. */
type Given = { text: string; head: string; bytes: Uint8Array };
type Read = TorFacts & { problems: ReadProblem[] };
type DocumentKind = {
  is: (given: Given) => boolean;
  read: (given: Given, context: ReadContext) => Read;
};

/** The first that fits reads the file. A new kind of document is one entry here. */
export const DOCUMENT_KINDS: DocumentKind[] = [
  {
    is: ({ head }) => /^network-status-version [0-9]/m.test(head),
    read: ({ text }, { wanted }) => {
      const { problems, ...consensus } = readConsensus(text, wanted);
      const signatures = consensusSignatures(text);
      const facts = { ...consensus, problems };
      return { kind: "consensus", consensus: facts, signatures, text, problems };
    },
  },
  {
    is: ({ head }) => /^dir-key-certificate-version /m.test(head),
    read: ({ text }) => ({ kind: "certificates", ...readCertificates(text) }),
  },
  {
    is: ({ head }) => /^(?:@type server-descriptor |router [^ \n]+ [0-9.]+ [0-9]+ )/m.test(head),
    read: ({ bytes }) => {
      const { descriptors, problems } = readDescriptors(bytes);
      return { kind: "descriptors", descriptors, problems: [...problems, ...flawsOf(descriptors)] };
    },
  },
  {
    is: ({ head }) => /^(?:@type microdescriptor |onion-key$)/m.test(head),
    read: ({ text }) => ({ kind: "microdescriptors", ...readMicrodescriptors(text) }),
  },
  {
    is: ({ head }) => /^(?:@type tordnsel |ExitNode )/m.test(head),
    read: ({ text }) => ({ kind: "exit-list", ...readExitList(text) }),
  },
  {
    is: ({ head }) => /^\s*\{[\s\S]*"tenures"/.test(head),
    read: ({ bytes }, { learnedAt }) => {
      const { history, problems } = readRelaysFile(utf8(bytes), learnedAt);
      return history === null
        ? { kind: "unreadable", problems }
        : { kind: "relays-file", history, problems };
    },
  },
  {
    is: ({ head }) => ONIONOO_UPTIME.test(head),
    read: ({ bytes }) => {
      const { relays, problems } = readOnionooUptime(utf8(bytes));
      return relays.length === 0 && problems.length > 0
        ? { kind: "unreadable", problems: problems.slice(0, 1) }
        : { kind: "onionoo-uptime", uptimes: relays, problems };
    },
  },
  {
    is: ({ head }) => /^(?:\u00ef\u00bb\u00bf)?\s*[{[]/.test(head),
    read: ({ bytes }) => {
      const { relays, problems } = readOnionoo(utf8(bytes));
      return relays.length === 0 && problems.length > 0
        ? { kind: "unreadable", problems: problems.slice(0, 1) }
        : { kind: "onionoo", relays, problems };
    },
  },
  {
    is: ({ head }) => /^(?:# Tor state file|LastWritten )/m.test(head),
    read: ({ text }) => ({ kind: "state", ...readState(text) }),
  },
  {
    is: ({ text }) => FINGERPRINT_FILE.test(text.slice(0, 100)) && text.length < 100,
    read: ({ text }) => {
      const [, nickname = "", fingerprint = ""] = FINGERPRINT_FILE.exec(text) ?? [];
      return { kind: "fingerprint", nickname, fingerprint, problems: [] };
    },
  },
  {
    is: ({ head }) => looksLikeLog(head),
    read: ({ bytes }, { clock }) => {
      const log = readNoticeLog(utf8(bytes), clock);
      return { kind: "notice-log", log, problems: log.problems };
    },
  },
  {
    is: ({ head }) => TORRC_LINE.test(head),
    read: ({ bytes }) => {
      const torrc = readTorrc(utf8(bytes));
      return { kind: "torrc", torrc, problems: torrc.problems };
    },
  },
];

const FINGERPRINT_FILE = /^([A-Za-z0-9]{1,19}) ([0-9A-F]{40})\s*$/;
const ONIONOO_UPTIME = /^\s*\{[\s\S]{0,2000}"uptime" ?: ?\{/;
/** One option that only a torrc has, at the start of a line (tor's manual). */
const TORRC_LINE =
  /^[ \t]*(?:ORPort|ExitPolicy|ExitRelay|Nickname|SocksPort|ControlPort|DataDirectory|ContactInfo|Address|IPv6Exit|ReducedExitPolicy|OutboundBindAddress\w{0,8}|DirPort|RelayBandwidthRate|MyFamily|%include)[ \t]/im;

function utf8(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("utf8");
}

/** One problem a kind of flaw, however many descriptors have it; the worst of each descriptor counts. */
function flawsOf(descriptors: readonly DescriptorFacts[]): ReadProblem[] {
  const flaws = new Map<string, { first: ReadProblem; count: number }>();
  for (const { problems } of descriptors) {
    const worst = problems.find(({ code }) => code === "rsa" || code === "ed25519") ?? problems[0];
    if (worst === undefined) continue;
    const known = flaws.get(worst.code);
    flaws.set(worst.code, { first: known?.first ?? worst, count: (known?.count ?? 0) + 1 });
  }
  return [...flaws.values()].map(({ first, count }) =>
    count === 1 ? first : problem(first.code, `${first.text} So have ${count - 1} more.`),
  );
}
