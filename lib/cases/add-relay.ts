import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { parseTorrcPolicy } from "../exit-policy/parse-torrc-policy.ts";
import type { ParsedPolicy } from "../exit-policy/policy.ts";
import { type Ip, parseIp } from "../net/ip.ts";
import { parseFingerprint } from "../relays/fingerprint.ts";
import type { Relay } from "../relays/history.ts";
import { type Learnt, learnFromTorrc } from "../relays/learn.ts";
import type { FileLesson } from "../relays/learn-from-documents.ts";
import { readTorDocument } from "../relays/read-tor-document.ts";
import { readTorrc, type TorrcFacts } from "../relays/read-torrc.ts";
import { loadHistory, saveRelay } from "../relays/store.ts";
import { type Instant, toIso } from "../time/instant.ts";
import { wishForCheck } from "./check-open-store.ts";
import { learnRelayFiles } from "./learn-relay-files.ts";

export type RelayInput = {
  /** A torrc, or one or more server descriptors, as pasted. */
  text: string;
  /** Addresses the torrc does not name, as typed; not needed for a descriptor. */
  addresses: string[];
  /** 40 hex digits, or empty when not known. Torrc only. */
  fingerprint: string;
  /** Since when the torrc is in force; a descriptor says it itself. */
  from: Instant;
  now: Instant;
  /** All relays whose descriptors are pasted are the operator's; otherwise one alone is, or those known or named. */
  allOurs?: boolean;
};
/** `notes`: what could not be used, or should be looked at; one sentence each. `files`: the same for each file. */
export type RelayAdded = { ok: true; relays: string[]; notes: string[]; files: FileLesson[] };

const MAX_TEXT = 4_000_000;

/** Learns a relay, or more about one, from a pasted torrc or descriptor. Nothing known before is thrown away. */
export async function addRelayFromText(
  db: Db,
  viewer: Viewer,
  input: RelayInput,
): Promise<RelayAdded | Refusal> {
  if (!canManageRelays(viewer)) return forbidden("add relays");
  if (input.text.trim() === "")
    return refuse("empty", "Paste a torrc or a server descriptor, or choose its file.");
  if (input.text.length > MAX_TEXT)
    return refuse(
      "too-long",
      "The text is longer than 4 MB. Paste the descriptors of your own relays only.",
    );
  const bytes = Buffer.from(input.text);
  const { kind } = readTorDocument({ name: "pasted", bytes }, contextOf(input));
  if (kind === "torrc" || kind === "unreadable") return await addTorrc(db, input);
  return await addOther(db, viewer, input, bytes);
}

/** Any other file's text: what it says about relays that are known or named. */
async function addOther(
  db: Db,
  viewer: Viewer,
  { fingerprint, addresses, from, now, allOurs = false }: RelayInput,
  bytes: Uint8Array,
): Promise<RelayAdded | Refusal> {
  const learnt = await learnRelayFiles(db, viewer, {
    files: [{ name: "The text", bytes, modifiedAt: null }],
    ours: [parseFingerprint(fingerprint) ?? []].flat(),
    allOurs,
    torrc: { from, addresses },
    zone: "",
    now,
  });
  if (!learnt.ok) return learnt;
  const notes = learnt.files.flatMap(({ text, problems }) => [...problems, text]);
  if (learnt.relays.length > 0)
    return { ok: true, relays: learnt.relays, notes, files: learnt.files };
  return refuse("nothing-learnt", notes[0] ?? "Nothing about a relay of yours was found.");
}

function contextOf({ now }: RelayInput) {
  return { clock: { zone: 0, writtenBefore: now }, learnedAt: now };
}

async function addTorrc(db: Db, input: RelayInput): Promise<RelayAdded | Refusal> {
  const torrc = readTorrc(input.text);
  const ips = addressesOf(torrc, input.addresses);
  const policy = parseTorrcPolicy(torrc.policyLines, ips);
  const stop = torrcRefusal(torrc, ips, input) ?? policyRefusal(policy);
  if (stop) return stop;
  const learnt = learnFromTorrc(await loadHistory(db), torrc, {
    from: input.from,
    learnedAt: input.now,
    ips,
    fingerprint: parseFingerprint(input.fingerprint),
  });
  const notes = [...torrc.problems, ...policy.problems].map((problem) => problem.text);
  return await keep(db, [learnt], notes);
}

function torrcRefusal(torrc: TorrcFacts, ips: Ip[], input: RelayInput): Refusal | null {
  const wrong = input.addresses.find((text) => parseIp(text) === null);
  if (wrong !== undefined)
    return refuse("bad-address", '"{text}" is not an IP address.', { text: wrong.slice(0, 60) });
  if (input.fingerprint.trim() !== "" && parseFingerprint(input.fingerprint) === null)
    return refuse("bad-fingerprint", "A fingerprint has 40 hexadecimal digits; or leave it empty.");
  if (input.from > input.now)
    return refuse("bad-date", `${toIso(input.from)} is in the future. Since when is it in force?`);
  if (ips.length === 0) {
    const why = torrc.problems[0]?.text;
    return refuse(
      "no-address",
      `${why ? `${why} ` : ""}No public address of the relay is known: type it beside the torrc.`,
    );
  }
  return null;
}

/** A policy tor itself would refuse was never in force. */
function policyRefusal({ policy, problems }: ParsedPolicy): Refusal | null {
  if (policy !== null) return null;
  return refuse("bad-policy", problems[0]?.text ?? "The exit policy cannot be read.");
}

function addressesOf(torrc: TorrcFacts, typed: string[]): Ip[] {
  const own = typed.flatMap((text) => parseIp(text) ?? []);
  return [...new Set([...own, ...torrc.addresses.map((address) => address.ip)])];
}

async function keep(db: Db, learnt: Learnt[], notes: string[]): Promise<RelayAdded> {
  const newest = new Map<string, Relay>();
  for (const { relay } of learnt) if (relay) newest.set(relay.fingerprint, relay);
  for (const relay of newest.values()) await saveRelay(db, relay);
  await wishForCheck(db);
  const relays = [...newest.values()].map((relay) => relay.nickname);
  const problems = [...new Set(notes)].slice(0, 20);
  const text = `torrc of ${relays.join(", ") || "no relay"}`;
  return { ok: true, relays, notes: problems, files: [{ name: "The text", text, problems }] };
}
