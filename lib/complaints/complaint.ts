import type { Mailbox, Message, Problem } from "../mail/message.ts";
import type { Cidr, Ip } from "../net/ip.ts";
import type { Instant, ReadTime } from "../time/instant.ts";

/**
 * Where a fact stands: `source` is `subject`, `body`, or a part id of `Message.parts`; offsets are UTF-16 code units in
 * that text. Null where a fact was put together from several places or a header.
 */
export type Span = { source: string; start: number; end: number };
export type Fact<T> = { value: T; span: Span | null };

export type Format =
  | "arf"
  | "xarf02"
  | "xarf3"
  | "xarf4"
  | "acns"
  | "spamcop"
  | "fail2ban"
  | "blocklistde"
  | "shadowserver"
  | "csv"
  | "iodef"
  | "forwarded"
  | "plain";
export type Protocol = "tcp" | "udp" | "icmp" | "unknown";

/** One thing said to have happened. A field is null when the complaint does not say. */
export type ComplaintEvent = {
  time: ReadTime | null;
  /** The accused address: ours, if the complaint is right. */
  sourceIp: Ip | null;
  /** In P2P notices this is the swarm port on our side; it never meets an exit policy. */
  sourcePort: number | null;
  destinationIp: Ip | null;
  destinationPort: number | null;
  protocol: Protocol;
  /** The flags column when the evidence shows bare SYNs only. */
  synOnly: boolean;
  /** Where the time stands; absent where an event was put together by a person. */
  span?: Span | null;
};

export type Deadline = {
  at: Instant | null;
  /** As a number of hours when the text gives a span ("within 24 hours", 2 business days = 48). */
  hours: number | null;
  text: string;
  span: Span | null;
};

/** What a provider's wrapper says around the complaint, see `wrappers/`. */
export type Wrapper = {
  /** e.g. "Hetzner" */
  provider: string;
  ticket: string | null;
  /** Does the provider want an answer, and where. */
  answer: "mail" | "portal" | "none";
  /** Address for the answer, when by mail. */
  answerTo: string | null;
  /** A statement form with a token: shown as text, never followed. */
  statementUrl: string | null;
  /** The provider also wants the complainant answered. */
  alsoComplainant: boolean;
  state: "notice" | "reminder" | "locked" | "unlocked" | "info";
  threat: string | null;
};

/** Everything a complaint says, with its place in the text. Unknown stays null or empty. */
export type Complaint = {
  message: Message;
  format: Format;
  accused: Fact<Cidr>[];
  destinations: Fact<Ip>[];
  destinationPorts: Fact<number>[];
  sourcePorts: Fact<number>[];
  protocol: Protocol;
  events: ComplaintEvent[];
  refs: Fact<string>[];
  deadline: Deadline | null;
  wrapper: Wrapper | null;
  /** Who complains: the original sender behind a wrapper, forwarder or list. */
  reporter: Mailbox | null;
  /** Name of who passed it on, null when it came straight. */
  forwardedBy: string | null;
  /** The complaint does not want an answer (no-reply sender, "do not answer this mail"). */
  noReply: boolean;
  /** Title of the claimed work, copyright notices only. */
  work: Fact<string> | null;
  /** A label from the sender's format or wrapper ("login-attack", "Spam"): a second opinion, not the type. */
  claimedType: string | null;
  /** ISO 639-1 of the wrapper's own text and of the original's. Equal when there is no wrapper. */
  language: string;
  originalLanguage: string;
  /** The text classification and evidence look at: the original complaint inside the wrapper, with its attachments' text. */
  evidenceText: string;
  problems: Problem[];
};
