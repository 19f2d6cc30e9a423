import { type Instant, toIso } from "../time/instant.ts";
import { PUBLIC_AUTHORITIES } from "./authorities.ts";
import { type ConsensusStanding, checkConsensus } from "./consensus-signatures.ts";
import type { Relay, RelayHistory } from "./history.ts";
import { learnFromDescriptor } from "./learn.ts";
import { learnFromOnionoo } from "./learn-from-onionoo.ts";
import { learnOnionooUptime } from "./learn-onionoo-uptime.ts";
import { learnFromConsensus, learnFromExitList } from "./learn-sightings.ts";
import { learnUptime } from "./learn-uptime.ts";
import {
  type Asked,
  counted,
  type Lesson,
  type Lessons,
  learntText,
  type Told,
} from "./lessons.ts";
import { ofKind, type TorDocument } from "./tor-document.ts";
import { torrcLesson } from "./torrc-lesson.ts";

/** What came of one file: `text` says what was learnt, `problems` what could not be used. */
export type FileLesson = { name: string; text: string; problems: string[] };

/**
 * The history with everything in the documents about relays that are ours: known to the desk, named by the operator, or
 * named by a relay's own fingerprint file or log among the documents. A whole network's document adds no strangers; they
 * are counted. Pure.
 */
export function learnFromDocuments(
  history: RelayHistory,
  documents: readonly TorDocument[],
  told: Told,
): { history: RelayHistory; changed: Relay[]; files: FileLesson[] } {
  const ours = new Set([
    ...history.relays.map(({ fingerprint }) => fingerprint),
    ...told.ours,
    ...ownFingerprints(documents),
  ]);
  for (const print of told.notOurs ?? []) ours.delete(print);
  const asked = { history, told, all: documents, isOurs: (print: string) => ours.has(print) };
  const found = documents.map((document) => ({ document, ...lessonsOf(document, asked) }));
  const learnt = found
    .flatMap(({ lessons }) => lessons)
    .sort((a, b) => a.at - b.at)
    .reduce((known, { learn }) => learn(known), history);
  return {
    history: learnt,
    changed: learnt.relays.filter((relay) => !history.relays.includes(relay)),
    files: found.map(({ document: { name, problems }, text, flaw }) => ({
      name,
      text,
      problems: [...(flaw === undefined ? [] : [flaw]), ...problems.map((problem) => problem.text)],
    })),
  };
}

/** A DataDirectory says whose it is; where all descriptors are of one relay, they were given because it is the operator's. */
function ownFingerprints(documents: readonly TorDocument[]): string[] {
  const described = ofKind(documents, "descriptors").flatMap(({ descriptors }) =>
    descriptors.flatMap(({ fingerprint }) => fingerprint ?? []),
  );
  const alone = new Set(described).size === 1 ? described.slice(0, 1) : [];
  const files = ofKind(documents, "fingerprint").map(({ fingerprint }) => fingerprint);
  const logs = ofKind(documents, "notice-log").flatMap(({ log }) => log.fingerprint ?? []);
  return [...alone, ...files, ...logs];
}

function lessonsOf(document: TorDocument, asked: Asked): Lessons {
  switch (document.kind) {
    case "descriptors":
      return descriptorLessons(document, asked);
    case "consensus":
      return consensusLessons(document, asked);
    case "onionoo":
      return onionooLessons(document, asked);
    case "onionoo-uptime":
      return uptimeLessons(document, asked);
    case "exit-list":
      return exitLessons(document, asked);
    case "notice-log":
      return logLessons(document, asked);
    case "torrc":
      return torrcLesson(document.torrc, asked);
    default:
      return { lessons: [], text: unlearnt(document) };
  }
}

type Of<Kind extends TorDocument["kind"]> = Extract<TorDocument, { kind: Kind }>;

function descriptorLessons({ descriptors }: Of<"descriptors">, { isOurs, told }: Asked): Lessons {
  const sound = descriptors.filter(
    ({ rsa, ed25519 }) => rsa !== "invalid" && ed25519 !== "invalid",
  );
  const wanted = sound.filter(
    ({ fingerprint }) => fingerprint !== null && (told.allOurs || isOurs(fingerprint)),
  );
  const lessons = wanted.map((descriptor) => ({
    at: descriptor.published ?? 0,
    learn: (history: RelayHistory) => learnFromDescriptor(history, descriptor, told).history,
  }));
  return { lessons, text: learntText("Descriptors", wanted.length, sound.length) };
}

function consensusLessons(document: Of<"consensus">, { isOurs, told, all }: Asked): Lessons {
  const { relays, validAfter } = document.consensus;
  if (validAfter === null) return { lessons: [], text: "Nothing was learnt." };
  const state = signatureState(document, all);
  if (state === "invalid") {
    return {
      lessons: [],
      text: "The consensus was changed: the authorities' signatures do not fit.",
    };
  }
  const source = state === "valid" ? "consensus (signed)" : "consensus (signatures not checked)";
  const wanted = relays.filter(({ fingerprint }) => isOurs(fingerprint));
  const lessons = wanted.map((listed) => ({
    at: validAfter,
    learn: changing(listed, (relay) =>
      learnFromConsensus(relay, listed, validAfter, { source, learnedAt: told.learnedAt }),
    ),
  }));
  const what = `Consensus of ${toIso(validAfter)}`;
  return { lessons, text: learntText(what, wanted.length, relays.length) };
}

function signatureState(
  { consensus, signatures }: Of<"consensus">,
  all: readonly TorDocument[],
): ConsensusStanding["state"] {
  if (signatures === null) return "unknown";
  const certificates = ofKind(all, "certificates").flatMap((each) => each.certificates);
  return checkConsensus(signatures, consensus.validAfter, certificates, PUBLIC_AUTHORITIES).state;
}

function onionooLessons({ relays }: Of<"onionoo">, { isOurs, told }: Asked): Lessons {
  const wanted = relays.filter(({ fingerprint }) => isOurs(fingerprint));
  const lessons = wanted.map((seen) => ({
    at: seen.seenAt,
    learn: changing(seen, (relay) => learnFromOnionoo(relay, seen, told)),
  }));
  return { lessons, text: learntText("Onionoo document", wanted.length, relays.length) };
}

/** Of a relay nothing else is known of its uptime alone is no use: it has no address yet. */
function uptimeLessons({ uptimes }: Of<"onionoo-uptime">, { isOurs, told, all }: Asked): Lessons {
  const wanted = uptimes.filter(({ fingerprint }) => isOurs(fingerprint));
  const named = ofKind(all, "onionoo").flatMap(({ relays }) => relays);
  const lessons = wanted.map((seen) => {
    const { fingerprint } = seen;
    const nickname =
      named.find((relay) => relay.fingerprint === fingerprint)?.nickname ?? "Unnamed";
    return {
      at: seen.slots.at(-1)?.to ?? told.learnedAt,
      learn: changing({ nickname, fingerprint }, (relay) => learnOnionooUptime(relay, seen, told)),
    };
  });
  return { lessons, text: learntText("Onionoo uptime document", wanted.length, uptimes.length) };
}

function exitLessons({ entries }: Of<"exit-list">, { isOurs, told }: Asked): Lessons {
  const wanted = entries.filter(({ fingerprint }) => isOurs(fingerprint));
  const lessons = wanted.map((entry) => ({
    at: Math.min(...entry.exits.map(({ seenAt }) => seenAt), told.learnedAt),
    learn: changing({ nickname: "Unnamed", fingerprint: entry.fingerprint }, (relay) =>
      learnFromExitList(relay, entry, told),
    ),
  }));
  return { lessons, text: learntText("Exit list", wanted.length, entries.length) };
}

function logLessons({ log }: Of<"notice-log">, asked: Asked): Lessons {
  const { covers } = log;
  const owner = log.fingerprint ?? onlyRelay(asked);
  if (covers === null) return { lessons: [], text: "Nothing was learnt." };
  if (owner === null) {
    const text = "The log does not say whose it is: give the relay's fingerprint with it.";
    return { lessons: [], text };
  }
  const lesson: Lesson = {
    at: covers.to,
    learn: changing({ nickname: log.nickname ?? "Unnamed", fingerprint: owner }, (relay) =>
      learnUptime(relay, log, asked.told),
    ),
  };
  const span = `${toIso(covers.from)} to ${toIso(covers.to)}`;
  return { lessons: [lesson], text: `Log from ${span}: ${counted(log.runs.length, "run")}.` };
}

/** The one relay these files are about, when there is only one it can be. */
function onlyRelay({ told, all, history }: Asked): string | null {
  const named = new Set([...told.ours, ...ownFingerprints(all)]);
  const known = history.relays.map(({ fingerprint }) => fingerprint);
  const [one, ...more] = named.size > 0 ? [...named] : known;
  return one !== undefined && more.length === 0 ? one : null;
}

/** Changes the relay in the history, or the new one that it then is. */
function changing(
  { nickname, fingerprint }: Pick<Relay, "nickname" | "fingerprint">,
  change: (relay: Relay) => Relay,
): Lesson["learn"] {
  return ({ relays }) => {
    const known = relays.find((relay) => relay.fingerprint === fingerprint);
    const blank = { nickname, fingerprint, tenures: [], policies: [], uptime: [] };
    const relay = change(known ?? blank);
    if (known === undefined) return { relays: [...relays, relay] };
    return { relays: relays.map((each) => (each === known ? relay : each)) };
  };
}

/** What a document without lessons of its own is for. */
function unlearnt(document: TorDocument): string {
  switch (document.kind) {
    case "certificates":
      return "Keys of the directory authorities: consensuses given with them are checked.";
    case "fingerprint":
      return `Relay ${document.nickname} ${document.fingerprint}: what the other files say of it is learnt.`;
    case "state":
      return stateText(document.state.writtenAt);
    case "microdescriptors":
      return "Microdescriptors tell a policy by ports only: nothing to learn.";
    case "nothing":
      return `This is ${document.what}: nothing to learn.`;
    default:
      return "Nothing was learnt.";
  }
}

function stateText(writtenAt: Instant | null): string {
  return writtenAt === null
    ? "Nothing was learnt."
    : `tor's state of ${toIso(writtenAt)}: the zone of the log beside it.`;
}
