import type { Fact, Protocol } from "./complaint.ts";
import type { Document } from "./documents.ts";
import { type FormatInput, factAt } from "./facts.ts";
import type { Line } from "./lines.ts";
import type { Mention } from "./mentions.ts";

export type ReadDocument = { document: Document; lines: Line[]; mentions: Mention[] };
export type Ports = { destination: Fact<number>[]; source: Fact<number>[]; protocol: Protocol };

/** Ports of both sides and the protocol, from labels, log lines and the names of services that leave no doubt. */
export function readPorts(
  { message }: FormatInput,
  read: ReadDocument[],
  accused: Set<string>,
): Ports {
  const destination = new Map<number, Fact<number>>();
  const source = new Map<number, Fact<number>>();
  const add = (
    to: Map<number, Fact<number>>,
    document: Document,
    text: string | undefined,
    start: number,
  ) => {
    const port = Number(text ?? 0);
    if (port > 0 && port < 65_536 && !to.has(port) && to.size < 20)
      to.set(port, factAt(port, document, start, start + String(port).length));
  };
  for (const { document } of read) {
    if (document.place === "sample") continue;
    for (const match of document.text.matchAll(DESTINATION_PORT))
      add(destination, document, match[1], match.index + match[0].length - (match[1]?.length ?? 0));
    for (const match of document.text.matchAll(SOURCE_PORT))
      add(source, document, match[1], match.index + match[0].length - (match[1]?.length ?? 0));
  }
  for (const { mentions } of read) {
    for (const { port, value, judgement, document, end } of mentions) {
      if (port === null) continue;
      if (accused.has(value)) add(source, document, String(port), end + 1);
      else if (judgement?.role === "victim") add(destination, document, String(port), end + 1);
    }
  }
  void message;
  return {
    destination: [...destination.values()],
    source: [...source.values()],
    protocol: "unknown",
  };
}

const DESTINATION_PORT =
  /(?:\bDPT=|\bdport[=: "]{1,3}|dst_?port["']?[=: "]{1,4}|\b(?:destination|dest|dst|target(?:ed)?|victim|attacked|local|service) ?-?port(?:\(s\)|s)?["']?\s{0,3}[:=]\s{0,4}"?(?:tcp|udp)?[ /]?)(\d{1,5})(?!\d)/gi;
const SOURCE_PORT =
  /(?:\bSPT=|\bsport[=: "]{1,3}|src_?port["']?[=: "]{1,4}|\b(?:source|src|remote|client|peer|infringer'?s?) ?-?port(?:\(s\)|s)?["']?\s{0,3}[:=]\s{0,4}"?(?:tcp|udp)?[ /]?)(\d{1,5})(?!\d)/gi;
