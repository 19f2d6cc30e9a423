import { type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { parseIp } from "../net/ip.ts";
import { parseFingerprint } from "../relays/fingerprint.ts";
import type { DatedFile } from "../relays/read-tor-files.ts";
import type { Instant } from "../time/instant.ts";
import type { RelayAdded } from "./add-relay.ts";
import { learnRelayFiles } from "./learn-relay-files.ts";

/** Files as an operator hands them in, with what was typed beside them; see `RelayInput`. */
export type RelayFilesInput = {
  files: DatedFile[];
  addresses: string[];
  fingerprint: string;
  zone: string;
  /** Every relay with a descriptor in the files is the operator's. */
  allOurs: boolean;
  from: Instant;
  now: Instant;
};

/** Learns from files; `notes` has a line for each that says what came of it. Refused when nothing came of any. */
export async function addRelayFiles(
  db: Db,
  viewer: Viewer,
  { files, addresses, fingerprint, zone, allOurs, from, now }: RelayFilesInput,
): Promise<RelayAdded | Refusal> {
  const named = parseFingerprint(fingerprint);
  const wrong = addresses.find((text) => parseIp(text) === null);
  if (wrong !== undefined)
    return refuse("bad-address", '"{text}" is not an IP address.', { text: wrong.slice(0, 60) });
  if (fingerprint.trim() !== "" && named === null)
    return refuse("bad-fingerprint", "A fingerprint has 40 hexadecimal digits; or leave it empty.");
  if (from > now) return refuse("bad-date", "That is in the future. Since when is it in force?");
  const learnt = await learnRelayFiles(db, viewer, {
    files,
    ours: named === null ? [] : [named],
    allOurs,
    torrc: { from, addresses },
    zone,
    now,
  });
  if (!learnt.ok) return learnt;
  const { network } = learnt;
  const kept = network === null ? [] : [`Lists of exits are made from the ${network} now.`];
  const told = learnt.files.flatMap(({ name, text, problems }) =>
    [text, ...problems].map((line) => `${name}: ${line}`),
  );
  const notes = [...kept, ...told];
  if (learnt.relays.length > 0)
    return { ok: true, relays: learnt.relays, notes, files: learnt.files };
  return refuse("nothing-learnt", notes.slice(0, 5).join(" "));
}
