import type { Document } from "../documents.ts";
import {
  addressFacts,
  type Facts,
  type FormatInput,
  type FormatReader,
  ipOf,
  NO_EVENT,
  noFacts,
  portFacts,
  protocolOf,
  textFact,
  timeOf,
} from "../facts.ts";
import { fieldOf, readJsonPairs } from "../read-fields.ts";

/** XARF JSON as abusix sends it (`Version` 1 to 3), attached under any type or pasted into the text, valid JSON or not. */
export const xarf3: FormatReader = {
  format: "xarf3",
  recognise: ({ documents }) => documents.some(isVersion3),
  read: (input) => read(input, isVersion3),
};

/** XARF v4 (xarf.org): flat JSON. `source_identifier` may be an address, a domain, a URL or a mail address. */
export const xarf4: FormatReader = {
  format: "xarf4",
  recognise: ({ documents }) => documents.some(isVersion4),
  read: (input) => read(input, isVersion4),
};

function isVersion3({ text }: Document): boolean {
  return (
    text.includes('"ReporterInfo"') || (text.includes('"ReportType"') && text.includes('"Report"'))
  );
}

function isVersion4({ text }: Document): boolean {
  return text.includes('"xarf_version"') && text.includes('"source_identifier"');
}

function read(
  { documents, reference }: FormatInput,
  isReport: (document: Document) => boolean,
): Facts {
  const report = documents.find(isReport);
  if (!report) return noFacts();
  const pairs = readJsonPairs(report);
  const get = (...keys: string[]) => fieldOf(pairs, ...keys);
  const accused = addressFacts(get("sourceip", "source_identifier", "source_ip"));
  const destinationPorts = portFacts(get("destinationport", "destination_port"));
  const sourcePorts = portFacts(get("sourceport", "source_port"));
  const destinations = addressFacts(get("destinationip", "destination_ip")).filter(
    ({ value }) => !value.includes("/"),
  );
  const base = {
    ...NO_EVENT,
    sourceIp: ipOf(accused[0]?.value),
    sourcePort: sourcePorts[0]?.value ?? null,
    destinationIp: destinations[0]?.value ?? null,
    destinationPort: destinationPorts[0]?.value ?? null,
    protocol: protocolOf(get("protocol", "transportprotocol")?.value),
  };
  const times = ["first_seen", "last_seen", "date", "timestamp", "lastseen", "firstseen"].flatMap(
    (key) => timeOf(get(key)?.value, reference) ?? [],
  );
  return {
    ...noFacts(),
    accused,
    destinations,
    destinationPorts,
    sourcePorts,
    protocol: base.protocol,
    events: times.map((time) => ({ ...base, time })),
    refs: textFact(get("report_id", "reportid")),
    work: textFact(get("work_title", "title"))[0] ?? null,
    claimedType: get("reporttype", "type")?.value ?? null,
  };
}
