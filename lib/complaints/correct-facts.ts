import type { Message } from "../mail/message.ts";
import { inZone } from "../time/in-zone.ts";
import type { ReadTime } from "../time/instant.ts";
import type { Complaint, ComplaintEvent, Fact, Protocol, Span } from "./complaint.ts";
import { completeEvents } from "./complete-events.ts";
import {
  type FactChange,
  type FactField,
  mailboxOfText,
  timeOfText,
  zoneOfText,
} from "./fact-change.ts";
import { NO_EVENT } from "./facts.ts";
import { placeOf } from "./place-of.ts";

/**
 * The complaint as a person corrected it, oldest change first. Pure; a change whose fact is no longer read (the desk reads
 * better by now) does nothing, or adds what it should be. The events follow: they are what the evidence is checked by.
 */
export function correctFacts(complaint: Complaint, changes: readonly FactChange[]): Complaint {
  if (changes.length === 0) return complaint;
  const changed = changes.reduce(
    (before, change) => APPLY[change.field](before, change),
    complaint,
  );
  const zone = zoneOfText(changes.findLast(({ field }) => field === "zone")?.to ?? "");
  const events = zone === null ? changed.events : changed.events.map((event) => zoned(event, zone));
  return { ...changed, events: completeEvents(events, changed) };
}

type Apply = (complaint: Complaint, change: FactChange) => Complaint;
type ListField = "accused" | "destinations" | "destinationPorts" | "sourcePorts";

const APPLY: Record<FactField, Apply> = {
  accused: (complaint, change) => changeList(complaint, change, "accused", "destinations"),
  destination: (complaint, change) => changeList(complaint, change, "destinations", "accused"),
  destinationPort: (complaint, change) =>
    changeList(complaint, change, "destinationPorts", "sourcePorts"),
  ownPort: (complaint, change) => changeList(complaint, change, "sourcePorts", "destinationPorts"),
  protocol: changeProtocol,
  eventTime: changeTime,
  zone: (complaint) => complaint,
  deadline: changeDeadline,
  reference: changeReference,
  reporter: changeReporter,
  work: (complaint, { to }) => ({ ...complaint, work: to === null ? null : fact(complaint, to) }),
  language: changeLanguage,
  originalLanguage: (complaint, { to }) => ({
    ...complaint,
    originalLanguage: to ?? complaint.language,
  }),
};

/** Where an event keeps what stands in the list. */
const EVENT_FIELDS = {
  accused: "sourceIp",
  destinations: "destinationIp",
  destinationPorts: "destinationPort",
  sourcePorts: "sourcePort",
} as const satisfies Record<ListField, keyof ComplaintEvent>;
const PORTS: readonly ListField[] = ["destinationPorts", "sourcePorts"];

function changeList(
  complaint: Complaint,
  { from, to, as }: FactChange,
  list: ListField,
  other: ListField,
): Complaint {
  const before = complaint[list] as Fact<string | number>[];
  const old = before.find(({ value }) => String(value) === from);
  const target = as === undefined ? list : other;
  const value = to !== null && PORTS.includes(target) ? Number(to) : to;
  const fresh =
    value === null ? [] : [{ value, span: old?.span ?? placeOf(complaint.message, String(value)) }];
  const left = before.filter((one) => one !== old);
  const lists =
    target === list
      ? {
          [list]: distinct(
            before.flatMap((one) => (one === old ? fresh : [one])),
            old ? [] : fresh,
          ),
        }
      : { [list]: left, [target]: distinct(complaint[target], fresh) };
  const events = complaint.events.map((event) => followed(event, { from, value, list, target }));
  return { ...complaint, ...lists, events } as Complaint;
}

/** An event that said the old value says the new one; moved to the other side it is left open where nothing stands yet. */
function followed(
  event: ComplaintEvent,
  change: {
    from: string | null;
    value: string | number | null;
    list: ListField;
    target: ListField;
  },
): ComplaintEvent {
  const { from, value, list, target } = change;
  const [field, goal] = [EVENT_FIELDS[list], EVENT_FIELDS[target]];
  if (from === null || event[field] === null || String(event[field]) !== from) return event;
  const emptied = { ...event, [field]: null };
  return emptied[goal] === null ? { ...emptied, [goal]: hostOnly(value) } : emptied;
}

/** An event happens to one address: a network accused as a whole leaves it open. */
function hostOnly(value: string | number | null): string | number | null {
  return typeof value === "string" && value.includes("/") ? null : value;
}

function distinct<T>(facts: readonly Fact<T>[], more: readonly Fact<T>[]): Fact<T>[] {
  const all = [...facts, ...more];
  return all.filter(({ value }, index) => all.findIndex((one) => one.value === value) === index);
}

function changeProtocol(complaint: Complaint, { to }: FactChange): Complaint {
  const protocol = (to ?? "unknown") as Protocol;
  const events = complaint.events.map((event) => ({
    ...event,
    protocol,
    synOnly: event.synOnly && protocol === "tcp",
  }));
  return { ...complaint, protocol, events };
}

/** All events at this written time are one moment. The mail's own words stay: a letter may quote them. */
function changeTime(complaint: Complaint, { from, to }: FactChange): Complaint {
  const time = to === null ? null : timeOfText(to);
  const isMeant = (event: ComplaintEvent) => from !== null && event.time?.text === from;
  if (to === null)
    return { ...complaint, events: complaint.events.filter((event) => !isMeant(event)) };
  if (time === null) return complaint;
  if (!complaint.events.some(isMeant))
    return { ...complaint, events: withTime(complaint.events, time) };
  const events = complaint.events.map((event) =>
    isMeant(event) ? { ...event, time: { ...time, text: from ?? time.text } } : event,
  );
  return { ...complaint, events };
}

/** A moment nobody had read: of the events without one, if there are any, else of a new one. */
function withTime(events: ComplaintEvent[], time: ReadTime): ComplaintEvent[] {
  const timeless = events.some((event) => event.time === null);
  if (!timeless) return [...events, { ...NO_EVENT, time }];
  return events.map((event) => (event.time === null ? { ...event, time } : event));
}

function zoned(event: ComplaintEvent, zone: Parameters<typeof inZone>[1]): ComplaintEvent {
  if (event.time === null || event.time.zone === "stated") return event;
  return { ...event, time: inZone(event.time, zone) };
}

function changeDeadline(complaint: Complaint, { to }: FactChange): Complaint {
  const at = to === null ? null : (timeOfText(to)?.at ?? null);
  if (to === null || at === null) return { ...complaint, deadline: null };
  const span = complaint.deadline?.span ?? placeOf(complaint.message, to);
  return { ...complaint, deadline: { at, hours: null, text: to, span } };
}

/** The provider's ticket is a reference too, and stands in every answer. */
function changeReference(complaint: Complaint, { from, to }: FactChange): Complaint {
  const fresh = to === null ? [] : [fact(complaint, to)];
  const known = complaint.refs.some(({ value }) => value === from);
  const refs = distinct(
    complaint.refs.flatMap((one) => (one.value === from ? fresh : [one])),
    known ? [] : fresh,
  );
  const { wrapper } = complaint;
  const isTicket = from !== null && wrapper?.ticket === from;
  return {
    ...complaint,
    refs,
    wrapper: isTicket && wrapper ? { ...wrapper, ticket: to } : wrapper,
  };
}

function changeReporter(complaint: Complaint, { to }: FactChange): Complaint {
  const reporter = to === null ? null : mailboxOfText(to);
  return { ...complaint, reporter, noReply: reporter === null && complaint.noReply };
}

function changeLanguage(complaint: Complaint, { to }: FactChange): Complaint {
  const language = to ?? complaint.language;
  const alone = complaint.language === complaint.originalLanguage;
  return {
    ...complaint,
    language,
    originalLanguage: alone ? language : complaint.originalLanguage,
  };
}

function fact(
  complaint: { message: Message },
  value: string,
): { value: string; span: Span | null } {
  return { value, span: placeOf(complaint.message, value) };
}
