import type { Document } from "../documents.ts";
import {
  addressFacts,
  type Facts,
  type Field,
  type FormatInput,
  type FormatReader,
  NO_EVENT,
  noFacts,
  portFacts,
  textFact,
  timeOf,
} from "../facts.ts";
import { fieldOf, readFields } from "../read-fields.ts";

/**
 * X-ARF 0.1 and 0.2 (x-arf.org): a YAML part beside the text. It is found by its keys, as senders give it any name, type
 * and position, and quote it when they forward. `Source` may be a URL; then the address stands in the prose only.
 */
export const xarf02: FormatReader = {
  format: "xarf02",
  recognise: ({ documents }) => documents.some(isReport),
  read,
  owns: (document) => document.place === "attachment" && isReport(document),
};

/** blocklist.de's own subject and report; the same layout, and the desk answers it differently. */
export const blocklistde: FormatReader = {
  format: "blocklistde",
  recognise: (input) =>
    /@blocklist\.de$/i.test(input.message.from?.address ?? "") && xarf02.recognise(input),
  read,
  owns: (document) => document.place === "attachment" && isReport(document),
};

const KEYS = ["reported-from", "category", "report-type", "report-id", "schema-url", "source-type"];

function isReport({ text }: Document): boolean {
  if (!/^[>\s]{0,8}(?:report-type|category|source-type)[ \t]{0,4}:/im.test(text)) return false;
  const lower = text.toLowerCase();
  return KEYS.filter((key) => lower.includes(`${key}:`)).length >= 3;
}

function read({ documents, reference }: FormatInput): Facts {
  const reports = documents.filter(isReport).slice(0, 20).map(readFields);
  return reports.map((fields) => factsOf(fields, reference)).reduce(merged, noFacts());
}

function factsOf(fields: Field[], reference: FormatInput["reference"]): Facts {
  const get = (...keys: string[]) => nearestField(fields, keys);
  const accused = addressFacts(get("source", "source-ip"));
  const ports = portFacts(get("port", "ports", "destination-port"));
  const isWeb = get("source-type")?.value.toLowerCase().startsWith("uri") ?? false;
  const time = timeOf(get("date")?.value, reference);
  const destinations = addressFacts(get("destination", "destination-ip")).filter(
    ({ value }) => !value.includes("/"),
  );
  return {
    ...noFacts(),
    accused,
    destinations,
    // For a report about a URL the port is the accused server's own.
    destinationPorts: isWeb ? [] : ports,
    sourcePorts: isWeb ? ports : [],
    events: time
      ? [
          {
            ...NO_EVENT,
            time,
            sourceIp: addressOnly(accused[0]?.value),
            destinationPort: isWeb ? null : (ports[0]?.value ?? null),
            destinationIp: destinations[0]?.value ?? null,
          },
        ]
      : [],
    refs: textFact(get("report-id")),
    claimedType: get("report-type")?.value ?? get("category")?.value ?? null,
  };
}

/** The field nearest to the report's own keys: the letter round a quoted report has a Date and a Source of its own. */
function nearestField(fields: Field[], keys: string[]): Field | null {
  const anchor = fieldOf(fields, "report-type", "category", "source-type");
  const found = fields.filter(({ key }) => keys.includes(key));
  if (anchor === null) return found[0] ?? null;
  const away = ({ start }: Field) => Math.abs(start - anchor.start);
  return found.reduce<Field | null>(
    (best, field) => (best === null || away(field) < away(best) ? field : best),
    null,
  );
}

function addressOnly(value: string | undefined): string | null {
  return value === undefined || value.includes("/") ? null : value;
}

function merged(all: Facts, next: Facts): Facts {
  return {
    ...all,
    accused: [...all.accused, ...next.accused],
    destinations: [...all.destinations, ...next.destinations],
    destinationPorts: [...all.destinationPorts, ...next.destinationPorts],
    sourcePorts: [...all.sourcePorts, ...next.sourcePorts],
    events: [...all.events, ...next.events],
    refs: [...all.refs, ...next.refs],
    claimedType: all.claimedType ?? next.claimedType,
  };
}
