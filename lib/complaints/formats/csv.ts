import { readTimes } from "../../time/read-times.ts";
import { statedZone } from "../../time/stated-zone.ts";
import { readZone, type Zone } from "../../time/zone.ts";
import { columnName } from "../column-names.ts";
import type { ComplaintEvent, Fact, Span } from "../complaint.ts";
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
  spanOf,
} from "../facts.ts";
import { until } from "../lasting-events.ts";
import { type CsvTable, readCsvTables } from "../read-csv.ts";

/** Shadowserver's daily reports: the mail is a link, the events stand in an attached (zipped) CSV, times in UTC. */
export const shadowserver: FormatReader = {
  format: "shadowserver",
  recognise: (input) =>
    /@shadowserver\.org$/i.test(input.message.from?.address ?? "") && csv.recognise(input),
  read: (input) => read(input, UTC),
};

/** Rows with a head that names an address column, inline or attached: CERT feeds, AbuseHUB, firewalls' exports. */
export const csv: FormatReader = {
  format: "csv",
  recognise: ({ documents }) => documents.some((document) => tablesIn(document).length > 0),
  read: (input) => read(input, null),
};

const UTC: Zone = { readings: [0], contradictory: false, text: "UTC" };
const MAX_EVENTS = 500;
const MAX_ACCUSED = 50;
/** Longer cells are sentences with commas. */
const NAME_CHARS = 60;

/** Column names, most telling first. The accused side, its port, the other side, when, and which protocol. */
const COLUMNS = {
  source:
    /^source ip$|^c-ip$|^(?:ipv4_?)?(?:src|source|attacker|attacking|client|offend\w*|infected|bot|malicious|http_referer)[ _-]?(?:ip)?(?:[ _-]?addr(?:ess)?)?$|^ip[ _-]src$/,
  address: /^(?:ip|ipv4|ip[ _-]?addr(?:ess)?|address|host|ip-adresse|reported ip)$/,
  sourcePort: /^c-port$|^(?:src|source|client|http_referer)[ _-]?port$|^sport$/,
  destination:
    /^s-ip$|^(?:ipv4_?)?(?:dst|dest|destination|target|victim|cc|c2)[ _-]?(?:ip)?(?:[ _-]?addr(?:ess)?)?$/,
  destinationPort: /^s-port$|^(?:ip_?)?(?:dst|dest|destination|target)[ _-]?port$|^dport$/,
  /** What a bot called: nobody's victim, so it stays with the event. */
  controllerPort: /^(?:cc|c2)[ _-]?port$/,
  time: /^(?:epoch|unix|unixtime|"?_?time(?:stamp)?|datetime|date(?:[ _/-]?time)?|event[ _-]?(?:time|date)|first[ _-]?(?:seen|@?timestamp)|last[ _-]?(?:seen|@?timestamp)|time[ _-]?(?:utc|gmt)|detected|seen)\b/,
  protocol: /^proto(?:col)?$|^transport$/,
};

const FIRST_SEEN = /^first[ _-]?seen\b/;

function isHead(cells: string[]): boolean {
  if (cells.length < 2 || cells.length > 120) return false;
  if (cells.some((cell) => cell.length > NAME_CHARS || /^\d+\.\d+\.\d+\.\d+$/.test(cell)))
    return false;
  return (
    cells.some((cell) => isAddress(cell.toLowerCase())) ||
    cells.some((cell) => isAddress(columnName(cell)))
  );
}

/** Without one of these a cell names no address, however `columnName` reads it; other alphabets are left to that. */
const HEAD_WORDS =
  /ip|addr|host|src|source|attack|client|offend|infected|bot|malicious|referer|[^\0-\x7f]/i;

function isAddress(name: string): boolean {
  return COLUMNS.source.test(name) || COLUMNS.address.test(name);
}

/** The first column of that name, as it is written or as `columnName` has it. */
function columnAt(head: string[], pattern: RegExp): number {
  const written = head.findIndex((name) => pattern.test(name.toLowerCase()));
  return written >= 0 ? written : head.findIndex((name) => pattern.test(columnName(name)));
}

function tablesIn({ text, place }: Document): CsvTable[] {
  if (place === "subject" || !/[,;\t|]|^#Fields: /m.test(text)) return [];
  return readCsvTables(text, { words: HEAD_WORDS, isHead });
}

function read({ message, documents, reference }: FormatInput, zone: Zone | null): Facts {
  const facts = noFacts();
  const prose = documents.find(({ source }) => source === "body")?.text ?? "";
  const stated = zone ?? statedZone(prose);
  for (const document of documents)
    for (const table of tablesIn(document))
      addTable(facts, table, { document, reference, zone: stated });
  const ports = isSinkhole(message) ? [] : distinct(facts.destinationPorts);
  return {
    ...facts,
    accused: distinct(facts.accused).slice(0, MAX_ACCUSED),
    destinations: distinct(facts.destinations),
    // More ports are a sweep, and stay with the events.
    destinationPorts: ports.length > 2 ? [] : ports,
    sourcePorts: distinct(facts.sourcePorts),
  };
}

/** A sinkhole stands in for a control server: what a bot called, and nobody's victim; its port stays with the events. */
function isSinkhole({ subject }: FormatInput["message"]): boolean {
  return /\bsinkhole\b/i.test(subject);
}

type Context = { document: Document; reference: FormatInput["reference"]; zone: Zone | null };

function addTable(facts: Facts, table: CsvTable, context: Context): void {
  const columns = columnsOf(table.head);
  if (columns === null) return;
  const zone = headZone(table.head[columns.time[0] ?? -1]) ?? context.zone;
  for (const row of table.rows) addRow(facts, { ...context, columns, row, zone });
}

type Columns = {
  accused: number;
  sourcePort: number;
  destination: number;
  destinationPort: number;
  controllerPort: number;
  time: number[];
  /** A list of hosts that nobody calls a source, with first seen as its only time: what is there has stood there since. */
  isSince: boolean;
  protocol: number;
};

function columnsOf(head: string[]): Columns | null {
  const index = (pattern: RegExp) => columnAt(head, pattern);
  const source = index(COLUMNS.source);
  const accused = source >= 0 ? source : index(COLUMNS.address);
  if (accused < 0) return null;
  const isTime = (name: string) => COLUMNS.time.test(name) || COLUMNS.time.test(columnName(name));
  const time = head.flatMap((name, at) => (isTime(name) ? [at] : []));
  return {
    accused,
    sourcePort: index(COLUMNS.sourcePort),
    destination: index(COLUMNS.destination),
    destinationPort: index(COLUMNS.destinationPort),
    controllerPort: index(COLUMNS.controllerPort),
    time: time.slice(0, 3),
    isSince:
      source < 0 && time.length === 1 && FIRST_SEEN.test((head[time[0] ?? -1] ?? "").toLowerCase()),
    protocol: index(COLUMNS.protocol),
  };
}

/** `timestamp(UTC+0)`, `last seen (UTC)`, `time_utc`. */
function headZone(name: string | undefined): Zone | null {
  const at = name?.search(/[([]|[ _-](?=utc|gmt)/i) ?? -1;
  return name && at >= 0 ? (readZone(name.toUpperCase(), at + 1)?.zone ?? null) : null;
}

type Row = Context & { columns: Columns; row: CsvTable["rows"][number] };

function addRow(facts: Facts, { columns, row, document, reference, zone }: Row): void {
  const field = (at: number) =>
    at < 0 || !row.cells[at]
      ? null
      : { key: "", value: row.cells[at] ?? "", document, start: row.offsets[at] ?? 0 };
  // 0.0.0.0 fills the cells of rows that name nobody (RFC 1122 section 3.2.1.3).
  const accused = addressFacts(field(columns.accused)).filter(({ value }) => value !== "0.0.0.0");
  if (accused.length === 0) return;
  const destinations = addressFacts(field(columns.destination)).filter(
    ({ value }) => !value.includes("/"),
  );
  const sourcePorts = portFacts(field(columns.sourcePort)).slice(0, 1);
  const destinationPorts = portFacts(field(columns.destinationPort)).slice(0, 1);
  const [controllerPort] = portFacts(field(columns.controllerPort));
  const protocol = protocolOf(row.cells[columns.protocol]);
  facts.accused.push(...accused);
  facts.destinations.push(...destinations);
  facts.sourcePorts.push(...sourcePorts);
  facts.destinationPorts.push(...destinationPorts);
  if (facts.protocol === "unknown") facts.protocol = protocol;
  const base: ComplaintEvent = {
    ...NO_EVENT,
    sourceIp: ipOf(accused[0]?.value),
    sourcePort: sourcePorts[0]?.value ?? null,
    destinationIp: destinations[0]?.value ?? null,
    destinationPort: destinationPorts[0]?.value ?? controllerPort?.value ?? null,
    protocol,
    span: placeOfTime(columns.time[0], row, document),
  };
  for (const time of timesOf(columns.time, row.cells, reference, zone)) {
    const known = columns.isSince ? until(time, reference) : time;
    if (facts.events.length < MAX_EVENTS) facts.events.push({ ...base, time: known });
  }
}

function placeOfTime(at: number | undefined, row: Row["row"], document: Document): Span | null {
  const start = row.offsets[at ?? -1];
  const text = row.cells[at ?? -1] ?? "";
  return start === undefined ? null : spanOf(document, start, start + text.length);
}

/** The times of a row; a date and a clock in two columns are one time. */
function timesOf(
  columns: number[],
  cells: string[],
  reference: FormatInput["reference"],
  zone: Zone | null,
) {
  const texts = columns.map((at) => cells[at] ?? "");
  const [first = "", second = ""] = texts;
  const joined =
    /^[\d./-]{6,10}$/.test(first) && /^\d{1,2}:\d\d/.test(second) ? [`${first} ${second}`] : texts;
  return joined.flatMap((text) =>
    // A column of times may count seconds since 1970; `findEpochs` wants a word that says so.
    readTimes(/^1\d{9}(?:\d{3}|\.\d{1,9})?$/.test(text) ? `time=${text}` : text.slice(0, 60), {
      reference,
      zone,
    })
      .slice(0, 1)
      .map(({ time }) => time),
  );
}

function distinct<T>(facts: Fact<T>[]): Fact<T>[] {
  const seen = new Set<T>();
  return facts.filter(({ value }) => !seen.has(value) && seen.add(value));
}
