import { createHash } from "node:crypto";
import type { Triage } from "../triage/triage.ts";
import { refOfOwnId } from "./own-message-id.ts";

/** By what a mail may belong to a case the desk has already. */
export type ThreadKeys = {
  /** The case whose letter this mail itself is: a copy of ours that came back. */
  echoedRefs: string[];
  /** Cases whose own Message-IDs the mail answers; proven by their keyed hash. */
  ownRefs: string[];
  /** The same, found in the original a bounce carries back. */
  bouncedRefs: string[];
  ticket: string | null;
  repeatKey: string | null;
};

/** Reads the keys out of a mail. `key`: the one our Message-IDs are made with. */
export function threadKeys(triage: Triage, key: string): ThreadKeys {
  const { message } = triage.complaint;
  const answered = [message.inReplyTo ?? "", ...message.references];
  const returned = message.nested.map((nested) => nested.message.messageId ?? "");
  return {
    echoedRefs: refs([message.messageId ?? ""], key),
    ownRefs: refs(answered, key),
    bouncedRefs: refs(returned, key),
    ticket: ticketKey(triage),
    repeatKey: repeatKey(triage),
  };
}

function refs(ids: string[], key: string): string[] {
  return [...new Set(ids.slice(0, 100).flatMap((id) => refOfOwnId(id, key) ?? []))];
}

/** Provider, ticket and the domain it writes from: a stranger who learns a ticket number must also forge the provider. */
function ticketKey({ complaint }: Triage): string | null {
  const { wrapper, message } = complaint;
  const domain = message.from?.address.split("@")[1]?.toLowerCase();
  if (!wrapper?.ticket || !domain) return null;
  return `${wrapper.provider}/${wrapper.ticket.slice(0, 200)}@${domain}`;
}

/**
 * Sender, our address, type and target: reports that say the same again. The verdict is part of it, so that what one
 * letter answers is proven alike; null when the mail does not say whom it accuses.
 */
function repeatKey({ complaint, classification, evidence, route }: Triage): string | null {
  const sender = (complaint.reporter ?? complaint.message.from)?.address.toLowerCase();
  const ip = complaint.accused[0]?.value;
  if (!sender || !ip || !classification.isComplaint || route === "counsel") return null;
  const event = complaint.events[0];
  const targets = [
    event?.destinationIp ?? complaint.destinations[0]?.value ?? "",
    event?.destinationPort ?? complaint.destinationPorts[0]?.value ?? "",
    complaint.work?.value ?? "",
  ];
  const parts = [sender, ip, classification.type, evidence.verdict, ...targets];
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
