import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import type { ControlFacts } from "../relays/control-facts.ts";
import { keepDocuments } from "../relays/document-store.ts";
import { familyClaims } from "../relays/family-claims.ts";
import { offerFamily } from "../relays/family-store.ts";
import { learnFromControl } from "../relays/learn-from-control.ts";
import { type DescriptorFacts, readDescriptors } from "../relays/read-descriptor.ts";
import { readTorrc } from "../relays/read-torrc.ts";
import { signedDescriptor } from "../relays/signed-document.ts";
import { loadHistory, saveRelay } from "../relays/store.ts";
import type { TorDocument } from "../relays/tor-document.ts";
import { wishForCheck } from "./check-open-store.ts";

/** Learns what a running relay said of itself over its control port. */
export async function learnRunningRelay(
  db: Db,
  viewer: Viewer,
  facts: ControlFacts,
  { now }: { now: number },
): Promise<{ ok: true; nickname: string } | Refusal> {
  if (!canManageRelays(viewer)) return forbidden("add relays");
  const learnt = learnFromControl(await loadHistory(db), facts, { learnedAt: now });
  if (learnt === null) return refuse("no-relay", "This tor is no relay: it has no fingerprint.");
  const { descriptors } = readDescriptors(Buffer.from(`${facts.descriptor ?? ""}\n`, "latin1"));
  const context = { source: "control port", learnedAt: now };
  await keepDocuments(
    db,
    descriptors.flatMap((descriptor) => signedDescriptor(descriptor, context) ?? []),
  );
  await saveRelay(db, learnt.relay);
  const said = runningDocuments(facts, descriptors);
  const ours = new Set(learnt.history.relays.map(({ fingerprint }) => fingerprint));
  await offerFamily(
    db,
    familyClaims(said, (print) => ours.has(print)),
    now,
  );
  await wishForCheck(db);
  return { ok: true, nickname: learnt.relay.nickname };
}

/** What it said, as the files it would stand in. */
function runningDocuments(
  { configText }: ControlFacts,
  descriptors: DescriptorFacts[],
): TorDocument[] {
  const about = { name: "control port", problems: [] };
  return [
    { kind: "torrc", torrc: readTorrc(configText), ...about },
    { kind: "descriptors", descriptors, ...about },
  ];
}
