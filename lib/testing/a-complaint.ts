import type { Complaint, ComplaintEvent, Fact } from "../complaints/complaint.ts";
import type { Message } from "../mail/message.ts";
import type { ReadTime } from "../time/instant.ts";

/** A plain mail of 2026-03-01 without a word in it. */
export function aMessage(given: Partial<Message> = {}): Message {
  return {
    subject: "Abuse from 192.0.2.7",
    from: { name: "", address: "abuse@reporter.example" },
    replyTo: [],
    to: [{ name: "", address: "abuse@operator.example" }],
    cc: [],
    date: Date.parse("2026-03-01T12:00:00Z"),
    messageId: "<1@reporter.example>",
    inReplyTo: null,
    references: [],
    headers: [],
    body: "",
    bodyParts: [],
    html: null,
    parts: [],
    nested: [],
    problems: [],
    ...given,
  };
}

/** A complaint that accuses 192.0.2.7 and says nothing else. Give `events` with {@link anEvent}. */
export function aComplaint(given: Partial<Complaint> = {}): Complaint {
  return {
    message: aMessage(),
    format: "plain",
    accused: [aFact("192.0.2.7")],
    destinations: [],
    destinationPorts: [],
    sourcePorts: [],
    protocol: "unknown",
    events: [],
    refs: [],
    deadline: null,
    wrapper: null,
    reporter: null,
    forwardedBy: null,
    noReply: false,
    work: null,
    claimedType: null,
    language: "en",
    originalLanguage: "en",
    evidenceText: "",
    problems: [],
    ...given,
  };
}

/** A TCP connection from 192.0.2.7 to 198.51.100.20:22 on 2026-02-03. */
export function anEvent(given: Partial<ComplaintEvent> = {}): ComplaintEvent {
  return {
    time: aTime("2026-02-03T04:05:06Z"),
    sourceIp: "192.0.2.7",
    sourcePort: null,
    destinationIp: "198.51.100.20",
    destinationPort: 22,
    protocol: "tcp",
    synOnly: false,
    ...given,
  };
}

/** An exact time; with `latest`, one that is only known to lie between the two. */
export function aTime(earliest: string, latest?: string): ReadTime {
  const from = Date.parse(earliest);
  const to = latest === undefined ? from : Date.parse(latest);
  return {
    at: from === to ? from : null,
    earliest: from,
    latest: to,
    precision: from === to ? "second" : "day",
    zone: "stated",
    text: earliest,
  };
}

export function aFact<T>(value: T): Fact<T> {
  return { value, span: null };
}
