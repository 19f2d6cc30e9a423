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
  /** Message-IDs the mail answers that are not ours; its sender chose them. */
  threadIds: string[];
  /** References it names, with the domain it came from and without; see `ThreadKey` of the schema. */
  refKeys: { own: string[]; any: string[] };
  /** Words of its subject that look like references of our cases: anybody can write one. */
  namedRefs: string[];
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
    threadIds: foreignIds(answered, key),
    refKeys: refKeys(triage),
    namedRefs: [...new Set(message.subject.slice(0, 500).match(CASE_REF) ?? [])].slice(0, 5),
    ticket: ticketKey(triage),
    repeatKey: repeatKey(triage),
  };
}

function refs(ids: string[], key: string): string[] {
  return [...new Set(ids.slice(0, 100).flatMap((id) => refOfOwnId(id, key) ?? []))];
}

/** As `caseRef` makes them. */
const CASE_REF = /\b[2-9BCDFGHJKMNPQRSTVWXYZ]{8}\b/g;
const MOST = 20;

function foreignIds(ids: string[], key: string): string[] {
  const others = ids.filter((id) => id !== "" && refOfOwnId(id, key) === null);
  return [...new Set(others)].slice(-MOST);
}

/** A reference worth finding again is long enough and has a digit; that of a weakness (CVE) stands in many mails. */
const TELLING = /^(?!cve-)(?=.*\d).{5,100}$/;

function refKeys({ complaint }: Triage): ThreadKeys["refKeys"] {
  const domain = complaint.message.from?.address.split("@")[1]?.toLowerCase() ?? "";
  const values = complaint.refs.map(({ value }) => value.toLowerCase());
  const any = [...new Set(values.filter((value) => TELLING.test(value)))]
    .slice(0, MOST)
    .map((value) => `ref:${value}`);
  return { any, own: domain === "" ? [] : any.map((one) => `${one}@${domain}`) };
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
