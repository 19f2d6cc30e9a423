import { XMLParser } from "fast-xml-parser";
import type { Document } from "../documents.ts";
import {
  addressFacts,
  type Facts,
  type Field,
  type FormatInput,
  type FormatReader,
  ipOf,
  NO_EVENT,
  noFacts,
  portFacts,
  textFact,
  timeOf,
} from "../facts.ts";

/** RFC 5070 incident objects (AbuseHUB, AbuseIO): `System category="source"` is the accused side. */
export const iodef: FormatReader = {
  format: "iodef",
  recognise: ({ documents }) =>
    documents.some(({ text }) => text.slice(0, 2_000).includes("IODEF-Document")),
  read,
  owns: ({ text }) => text.slice(0, 2_000).includes("IODEF-Document"),
};

type Node = Record<string, unknown>;

function read({ documents, reference }: FormatInput): Facts {
  const facts = noFacts();
  for (const document of documents.filter(({ text }) =>
    text.slice(0, 2_000).includes("IODEF-Document"),
  )) {
    const tree = parse(document.text);
    for (const incident of all(tree, "Incident")) addIncident(facts, incident, document, reference);
  }
  return facts;
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
});

function parse(xml: string): unknown {
  try {
    return parser.parse(xml);
  } catch {
    return null;
  }
}

const TIMES = ["StartTime", "EndTime", "DetectTime", "DateTime"];

function addIncident(
  facts: Facts,
  incident: Node,
  document: Document,
  reference: FormatInput["reference"],
): void {
  for (const system of all(incident, "System")) addSystem(facts, system, document);
  const base = {
    ...NO_EVENT,
    sourceIp: ipOf(facts.accused[0]?.value),
    sourcePort: facts.sourcePorts[0]?.value ?? null,
    destinationIp: facts.destinations[0]?.value ?? null,
    destinationPort: facts.destinationPorts[0]?.value ?? null,
  };
  const stated = TIMES.flatMap((name) => texts(incident, name));
  // Without any event the report's own time is all there is.
  const times = stated.length > 0 ? stated : texts(incident, "ReportTime").slice(0, 1);
  for (const text of times) {
    const time = timeOf(text, reference);
    if (time) facts.events.push({ ...base, time });
  }
  const id = textFact(fieldIn(document, texts(incident, "IncidentID")[0] ?? null));
  facts.refs.push(...id.filter(({ value }) => /\d/.test(value)));
}

function addSystem(facts: Facts, system: Node, document: Document): void {
  const addresses = addressFacts(fieldIn(document, textOf(all(system, "Address")[0])));
  const port = textOf(all(system, "Port")[0]) ?? textOf(all(system, "port")[0]);
  const ports = portFacts(fieldIn(document, port));
  if (system["@category"] === "source") {
    facts.accused.push(...addresses);
    facts.sourcePorts.push(...ports);
  } else if (system["@category"] === "target") {
    facts.destinations.push(...addresses.filter(({ value }) => !value.includes("/")));
    // AbuseHUB repeats the source's service in a target without address: that says nothing of the other side.
    if (addresses.length > 0) facts.destinationPorts.push(...ports);
  }
}

function fieldIn(document: Document, value: string | null): Field | null {
  if (value === null) return null;
  const whole = document.text.indexOf(`>${value}<`);
  const start = whole < 0 ? document.text.indexOf(value) : whole + 1;
  return {
    key: "",
    value,
    document: start < 0 ? { ...document, source: null } : document,
    start: Math.max(0, start),
  };
}

const MAX_NODES = 2_000;

/** Every element of that name below, in order, as objects. */
function all(tree: unknown, name: string): Node[] {
  const found: Node[] = [];
  const queue: unknown[] = [tree];
  for (let at = 0; at < queue.length && at < MAX_NODES; at++) {
    for (const [key, value] of childrenOf(queue[at])) {
      if (key === name) found.push(asNode(value));
      queue.push(value);
    }
  }
  return found;
}

/** Name and value of every element right below; repeated elements one by one. */
function childrenOf(node: unknown): [string, unknown][] {
  if (node === null || typeof node !== "object") return [];
  return Object.entries(node).flatMap(([key, value]) =>
    Array.isArray(value)
      ? value.map((each): [string, unknown] => [key, each])
      : [[key, value] as [string, unknown]],
  );
}

function asNode(value: unknown): Node {
  return typeof value === "object" && value !== null ? (value as Node) : { "#text": value };
}

function texts(tree: unknown, name: string): string[] {
  return all(tree, name).flatMap((node) => textOf(node) ?? []);
}

function textOf(node: Node | undefined): string | null {
  const text = node?.["#text"];
  return typeof text === "string" && text.trim() !== "" ? text.trim() : null;
}
