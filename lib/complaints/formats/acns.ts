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

/**
 * ACNS copyright notices (acns.net, earlier movielabs.com): an `Infringement` document attached under any type or pasted
 * into the text, where PGP puts "- " before lines that begin with a dash. One mail may hold several. `Port` is the swarm
 * port on the accused side.
 */
export const acns: FormatReader = {
  format: "acns",
  recognise: ({ documents }) =>
    documents.some(({ text }) => /<(?:\w+:)?Infringement[\s>]/.test(text)),
  read,
};

const MAX_BLOCKS = 50;

function read({ documents, reference }: FormatInput): Facts {
  const facts = noFacts();
  for (const document of documents) {
    for (const block of blocksIn(document).slice(0, MAX_BLOCKS))
      addBlock(facts, block, document, reference);
  }
  return facts;
}

function blocksIn({ text }: Document): { xml: string; start: number }[] {
  const blocks: { xml: string; start: number }[] = [];
  let at = 0;
  while (blocks.length < MAX_BLOCKS) {
    const rest = text.slice(at);
    const open = rest.search(/<(?:\w+:)?Infringement[\s>]/);
    if (open < 0) break;
    const close = rest.slice(open).search(/<\/(?:\w+:)?Infringement\s*>/);
    const length = close < 0 ? rest.length - open : close + 16;
    blocks.push({ xml: rest.slice(open, open + length), start: at + open });
    at += open + length;
  }
  return blocks;
}

function addBlock(
  facts: Facts,
  block: { xml: string; start: number },
  document: Document,
  reference: FormatInput["reference"],
): void {
  const tree = parse(block.xml);
  const field = (path: string): Field | null => {
    const value = valueAt(tree, path) ?? tagText(block.xml, path);
    if (value === null || value === "") return null;
    const inside = block.xml.indexOf(value);
    return {
      key: path,
      value,
      document: inside < 0 ? { ...document, source: null } : document,
      start: block.start + Math.max(0, inside),
    };
  };
  const accused = addressFacts(field("Source/IP_Address"));
  const ports = portFacts(field("Source/Port"));
  const time = timeOf(field("Source/TimeStamp")?.value, reference);
  facts.accused.push(...accused);
  facts.sourcePorts.push(...ports);
  facts.refs.push(...textFact(field("Case/ID")));
  facts.work ??=
    textFact(field("Content/Item/Title"))[0] ?? textFact(field("Content/Item/FileName"))[0] ?? null;
  facts.claimedType = "copyright";
  if (time)
    facts.events.push({
      ...NO_EVENT,
      time,
      sourceIp: ipOf(accused[0]?.value),
      sourcePort: ports[0]?.value ?? null,
    });
}

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: false,
  trimValues: true,
});

function parse(xml: string): unknown {
  try {
    return parser.parse(xml.replace(/^- /gm, "").replace(/=\r?\n/g, ""));
  } catch {
    return null;
  }
}

/** Follows a path below `Infringement`, taking the first of repeated elements. */
function valueAt(tree: unknown, path: string): string | null {
  let node: unknown = child(tree, "Infringement");
  for (const name of path.split("/")) node = child(node, name);
  return typeof node === "string" ? node.trim() : null;
}

function child(node: unknown, name: string): unknown {
  const value =
    node !== null && typeof node === "object" && Object.hasOwn(node, name)
      ? (node as Record<string, unknown>)[name]
      : null;
  return Array.isArray(value) ? value[0] : value;
}

/** For XML no parser takes: the last name of the path as a bare tag. */
function tagText(xml: string, path: string): string | null {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const from = path.includes("/") ? xml.indexOf(`<${path.slice(0, path.indexOf("/"))}`) : 0;
  return (
    new RegExp(`<(?:\\w+:)?${name}[^<>]{0,200}>([^<>]{0,300})<`)
      .exec(xml.slice(Math.max(0, from)))?.[1]
      ?.trim() ?? null
  );
}
