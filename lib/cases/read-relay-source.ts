import { DESK_VIEWER } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { askOnionoo } from "../relays/ask-onionoo.ts";
import { askControl } from "../relays/control.ts";
import { declinedPrints } from "../relays/family-store.ts";
import { readRelayFolder } from "../relays/files.ts";
import { parseFingerprint } from "../relays/fingerprint.ts";
import { fetchDocument } from "../relays/http.ts";
import { onionooPlace } from "../relays/onionoo-address.ts";
import type { DatedFile } from "../relays/read-tor-files.ts";
import type { RelaySource, SourceMemory, SourceSettings } from "../relays/relay-source.ts";
import type { Reading } from "../relays/source-store.ts";
import { listFingerprints } from "../relays/store.ts";
import type { Instant } from "../time/instant.ts";
import { learnRelayFiles } from "./learn-relay-files.ts";
import { learnRunningRelay } from "./learn-running-relay.ts";

type Found = RelaySource & { memory: SourceMemory; password: string | null };
type Of<Kind extends SourceSettings["kind"]> = Extract<SourceSettings, { kind: Kind }>;

/** Reads what is new at a source and learns it. Never throws because of what stands there; `flaw` says what is wrong. */
export async function readRelaySource(db: Db, source: Found, now: Instant): Promise<Reading> {
  const { settings } = source;
  switch (settings.kind) {
    case "folder":
      return await readFolder(db, settings, source.memory, now);
    case "control":
      return await readControl(db, settings, source, now);
    case "onionoo":
      return await readOnionoo(db, settings, source.memory, now);
  }
}

const NOTHING_NEW = "Nothing new since the last reading.";

async function readFolder(
  db: Db,
  settings: Of<"folder">,
  memory: SourceMemory,
  now: Instant,
): Promise<Reading> {
  const { files, stamps, torrcFrom, flaws } = readRelayFolder(settings, memory.files ?? {});
  const flaw = flaws.length === 0 ? null : flaws.join(" ");
  if (files.length === 0) {
    const isAlive = Object.keys(stamps).length > 0;
    return { text: isAlive ? NOTHING_NEW : null, flaw: flaw ?? emptyFlaw(isAlive), memory };
  }
  const from = Math.min(torrcFrom ?? now, now);
  const learnt = await learn(db, files, { now, from, zone: settings.zone });
  const problems = [flaw, learnt.flaw].filter((one) => one !== null).join(" ");
  return {
    text: learnt.text,
    flaw: problems === "" ? null : problems,
    memory: learnt.text === null ? memory : { files: stamps },
  };
}

function emptyFlaw(isAlive: boolean): string | null {
  return isAlive
    ? null
    : "No file of tor's was found there: give its DataDirectory, torrc or notices.log.";
}

/** What the files taught, and the first problems with them. */
async function learn(
  db: Db,
  files: DatedFile[],
  { now, from, zone }: { now: Instant; from: Instant; zone: string },
): Promise<{ text: string | null; flaw: string | null }> {
  const learnt = await learnRelayFiles(db, DESK_VIEWER, {
    files,
    ours: [],
    notOurs: await declinedPrints(db),
    allOurs: false,
    torrc: { from, addresses: [], whenRead: true },
    zone,
    now,
  });
  if (!learnt.ok) return { text: null, flaw: learnt.text };
  const problems = learnt.files.flatMap(({ name, problems: found }) =>
    found.slice(0, 1).map((problem) => `${name}: ${problem}`),
  );
  const [count, first] = [learnt.relays.length, learnt.relays.slice(0, 3).join(", ")];
  const more = count > 3 ? ` and ${count - 3} more` : "";
  return {
    text: count === 0 ? "Read; it told nothing new." : `Learnt about ${first}${more}.`,
    flaw: problems.length === 0 ? null : problems.slice(0, 3).join(" "),
  };
}

async function readControl(
  db: Db,
  { where }: Of<"control">,
  { memory, password, hasSecret }: Found,
  now: Instant,
): Promise<Reading> {
  if (hasSecret && password === null) {
    const flaw = "The password cannot be opened with this desk's key: type it again.";
    return { text: null, flaw, memory };
  }
  const facts = await askControl(where, password);
  if ("flaw" in facts) return { text: null, flaw: facts.flaw, memory };
  const print = parseFingerprint(facts.fingerprint ?? "");
  if (print !== null && (await declinedPrints(db)).includes(print)) {
    const flaw = `A person removed the relay ${print} from this desk: remove this source too, or add the relay again.`;
    return { text: null, flaw, memory };
  }
  const learnt = await learnRunningRelay(db, DESK_VIEWER, facts, { now });
  if (!learnt.ok) return { text: null, flaw: learnt.text, memory };
  return { text: `${learnt.nickname} answered.`, flaw: null, memory };
}

async function readOnionoo(
  db: Db,
  { address, proxy }: Of<"onionoo">,
  memory: SourceMemory,
  now: Instant,
): Promise<Reading> {
  const place = onionooPlace(address, proxy);
  if ("flaw" in place) return { text: null, flaw: place.flaw, memory };
  const ours = (await listFingerprints(db)).filter((print) => parseFingerprint(print) !== null);
  if (ours.length === 0) {
    return { text: null, flaw: "No relay with a fingerprint is known yet: add one first.", memory };
  }
  const answer = await askOnionoo(ours, memory.onionoo ?? {}, now, (path, since) =>
    fetchDocument(place, path, since),
  );
  if (answer.files.length === 0) {
    return { text: answer.flaw === null ? NOTHING_NEW : null, flaw: answer.flaw, memory };
  }
  const learnt = await learn(db, answer.files, { now, from: now, zone: "" });
  const flaw = answer.flaw ?? learnt.flaw;
  return { ...learnt, flaw, memory: learnt.text === null ? memory : { onionoo: answer.memory } };
}
