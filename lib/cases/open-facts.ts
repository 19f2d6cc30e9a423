import type { Span } from "../complaints/complaint.ts";
import { cidrContains } from "../net/cidr.ts";
import { isPublicIp } from "../net/special-range.ts";
import { readTimes } from "../time/read-times.ts";
import type { FactView } from "./fact-view.ts";
import type { StoredTriage } from "./stored-triage.ts";

type Facts = StoredTriage["complaint"];
type Open = Omit<FactView, "by" | "was" | "isOpen">;
const MOST_ADDRESSES = 12;
const MOST_TIMES = 6;
const READ_CHARS = 30_000;

/** Addresses of the mail of which the desk cannot say whether they are ours or theirs. */
export function openAddresses(facts: Facts, places: Map<string, Span[]>): Open[] {
  const known = [...facts.accused, ...facts.destinations].map(({ value }) => value);
  return [...places]
    .filter(([value]) => !value.includes("/") && isPublicIp(value))
    .filter(([value]) => !known.some((one) => one === value || cidrContains(one, value)))
    .slice(0, MOST_ADDRESSES)
    .map(([value, spans]) => ({ field: "destination", value, time: null, places: spans }));
}

/** When the desk found no time at all: the times that stand in the text, for a person to point at. */
export function openTimes(facts: Facts): Open[] {
  if (facts.events.some(({ time }) => time !== null)) return [];
  const found = readTimes(facts.message.body.slice(0, READ_CHARS), {
    reference: facts.message.date,
  });
  return found
    .filter(({ time }) => time.precision !== "day" && time.text !== facts.deadline?.text)
    .slice(0, MOST_TIMES)
    .map(({ time, start, end }) => ({
      field: "eventTime",
      value: time.text,
      time: { at: time.at, zone: time.zone },
      places: [{ source: "body", start, end }],
    }));
}
