import type { ConsensusSignatures } from "./consensus-signatures.ts";
import type { RelayHistory } from "./history.ts";
import type { AuthorityCertificate } from "./read-certificates.ts";
import type { ConsensusFacts } from "./read-consensus.ts";
import type { DescriptorFacts } from "./read-descriptor.ts";
import type { ExitListEntry } from "./read-exit-list.ts";
import type { Microdescriptor } from "./read-microdescriptors.ts";
import type { NoticeLogFacts } from "./read-notice-log.ts";
import type { OnionooRelay } from "./read-onionoo.ts";
import type { OnionooUptime } from "./read-onionoo-uptime.ts";
import type { ReadProblem } from "./read-problem.ts";
import type { StateFacts } from "./read-state.ts";
import type { TorrcFacts } from "./read-torrc.ts";

/** What a file turned out to be, and what stands in it. */
export type TorFacts =
  | {
      kind: "consensus";
      consensus: ConsensusFacts;
      signatures: ConsensusSignatures | null;
      /** The whole of it, one character a byte. */
      text: string;
    }
  | { kind: "descriptors"; descriptors: DescriptorFacts[] }
  | { kind: "microdescriptors"; microdescriptors: Microdescriptor[] }
  | { kind: "exit-list"; entries: ExitListEntry[] }
  | { kind: "certificates"; certificates: AuthorityCertificate[] }
  | { kind: "onionoo"; relays: OnionooRelay[] }
  | { kind: "onionoo-uptime"; uptimes: OnionooUptime[] }
  | { kind: "torrc"; torrc: TorrcFacts }
  | { kind: "notice-log"; log: NoticeLogFacts }
  | { kind: "state"; state: StateFacts }
  | { kind: "fingerprint"; nickname: string; fingerprint: string }
  | { kind: "relays-file"; history: RelayHistory }
  /** Known for what it is, but nothing about a relay's past stands in it; `what` names it. */
  | { kind: "nothing"; what: string }
  /** Not read at all; the one problem says why and what to do. */
  | { kind: "unreadable" };

export type TorDocument = TorFacts & { name: string; problems: ReadProblem[] };

/** The facts of a document of a kind. */
export function ofKind<Kind extends TorFacts["kind"]>(
  documents: readonly TorDocument[],
  kind: Kind,
): Extract<TorDocument, { kind: Kind }>[] {
  return documents.filter(
    (document): document is Extract<TorDocument, { kind: Kind }> => document.kind === kind,
  );
}
