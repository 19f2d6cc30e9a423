import type { ServerTrust } from "../mail/trusted-results.ts";

/** How the desk finds out whether a mail is from whom it names. All of it is off until an owner says otherwise. */
export type SenderTrust = {
  /** Names the operator's own mail servers give themselves in Authentication-Results; empty: no server's word counts. */
  names: string[];
  /** The same servers in their Received lines; empty: under the same names. */
  hosts: string[];
  /** See `ServerTrust`. */
  beneath: boolean;
  /** Mail that is posted to the webhook came through these servers too. */
  webhook: boolean;
  /** Whether keys and policies of senders' domains are looked up, and through what; empty: the machine's resolver. */
  isDnsOn: boolean;
  servers: string[];
};

export const NO_SENDER_TRUST: SenderTrust = {
  names: [],
  hosts: [],
  beneath: false,
  webhook: false,
  isDnsOn: false,
  servers: [],
};

export const MAX_NAMES = 20;

/** Has the desk any way to find out who a mail is from? */
export function checksSenders({ names, isDnsOn }: SenderTrust): boolean {
  return isDnsOn || names.length > 0;
}

/** Whose word counts for a mail that came this way; null: nobody's. */
export function trustFor(via: string, trust: SenderTrust): ServerTrust | null {
  const passedServer = via === "imap" || (via === "webhook" && trust.webhook);
  if (!passedServer || trust.names.length === 0) return null;
  const hosts = trust.hosts.length > 0 ? trust.hosts : trust.names;
  return { names: trust.names, hosts, beneath: trust.beneath };
}
