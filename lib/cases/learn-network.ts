import { canManageRelays } from "../accounts/permissions.ts";
import { forbidden, type Refusal, refuse } from "../accounts/refusal.ts";
import type { Viewer } from "../accounts/viewer.ts";
import type { Db } from "../db/client.ts";
import { joinNetwork } from "../relays/join-network.ts";
import { keepNetwork } from "../relays/network-store.ts";
import { type DatedFile, readTorFiles } from "../relays/read-tor-files.ts";
import type { TorDocument } from "../relays/tor-document.ts";

/** A consensus lists thousands; what lists fewer than this is not the whole network. */
export const WHOLE_NETWORK = 500;

export type NetworkLearnt = {
  ok: true;
  /** "consensus of 2026-02-01T10:00:00Z" */
  from: string;
  relays: number;
  /** What could not be used of the files. */
  problems: string[];
};

/** Takes the newest network the files tell as the one lists of exits are made from. */
export async function learnNetwork(
  db: Db,
  viewer: Viewer,
  { files, now }: { files: DatedFile[]; now: number },
): Promise<NetworkLearnt | Refusal> {
  if (!canManageRelays(viewer)) return forbidden("add the network's documents");
  const documents = readTorFiles(files, { zone: null, now });
  const network = joinNetwork(documents);
  if ("flaw" in network) return refuse("no-network", sentence(network.flaw));
  const source = documents.map(({ name }) => name).join(", ");
  const kept = await keepNetwork(db, network, { source, learnedAt: now });
  if (kept === "older")
    return refuse(
      "older-network",
      `The desk has a newer network than the ${network.from}; it keeps that one.`,
    );
  if (kept === "too-large")
    return refuse(
      "too-large",
      "These documents describe more relays than Tor has; nothing was kept.",
    );
  const problems = documents.flatMap((document) =>
    document.problems.map(({ text }) => `${document.name}: ${text}`),
  );
  return { ok: true, from: network.from, relays: network.entries.length, problems };
}

/**
 * A whole network among documents given for another purpose is kept as well: a DataDirectory always holds one. Says
 * which it was, null when none was kept.
 */
export async function keepWholeNetwork(
  db: Db,
  documents: readonly TorDocument[],
  now: number,
): Promise<string | null> {
  const listed = documents.some(({ kind }) => kind === "consensus" || kind === "onionoo");
  if (!listed) return null;
  const network = joinNetwork(documents);
  if ("flaw" in network || network.entries.length < WHOLE_NETWORK) return null;
  const source = documents.map(({ name }) => name).join(", ");
  const kept = await keepNetwork(db, network, { source, learnedAt: now });
  return kept === "kept" ? network.from : null;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
