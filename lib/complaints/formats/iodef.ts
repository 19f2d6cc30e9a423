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
  const before = facts.events.length;
  for (const system of all(incident, "System")) {
    const node = fieldIn(document, textOf(all(system, "Address")[0]));
    const ports = portFacts(
      fieldIn(document, textOf(all(system, "Port")[0]) ?? textOf(all(system, "port")[0])),
    );
    if (system["@category"] === "source") {
      facts.accused.push(...addressFacts(node));
      facts.sourcePorts.push(...ports);
    } else if (system["@category"] === "target") {
      facts.destinations.push(...addressFacts(node).filter(({ value }) => !value.includes("/")));
      facts.destinationPorts.push(...ports);
    }
  }
  for (const name of TIMES) {
    for (const text of texts(incident, name)) {
      const time = timeOf(text, reference);
      if (time) facts.events.push({ ...NO_EVENT, time, sourceIp: ipOf(facts.accused[0]?.value) });
    }
  }
  if (facts.events.length === before) {
    const time = timeOf(texts(incident, "ReportTime")[0], reference);
    if (time) facts.events.push({ ...NO_EVENT, time, sourceIp: ipOf(facts.accused[0]?.value) });
  }
  facts.refs.push(
    ...textFact(fieldIn(document, texts(incident, "IncidentID")[0] ?? null)).filter(({ value }) =>
      /\d/.test(value),
    ),
  );
}

function fieldIn(document: Document, value: string | null): Field | null {
  if (value === null) return null;
  const start = document.text.indexOf(value);
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
    const node = queue[at];
    if (node === null || typeof node !== "object") continue;
    for (const [key, value] of Object.entries(node)) {
      const values = Array.isArray(value) ? value : [value];
      if (key === name)
        found.push(
          ...values.map((each) =>
            typeof each === "object" && each !== null ? (each as Node) : { "#text": each },
          ),
        );
      queue.push(...values);
    }
  }
  return found;
}

function texts(tree: unknown, name: string): string[] {
  return all(tree, name).flatMap((node) => textOf(node) ?? []);
}

function textOf(node: Node | undefined): string | null {
  const text = node?.["#text"];
  return typeof text === "string" && text.trim() !== "" ? text.trim() : null;
}
