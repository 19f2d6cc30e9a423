import type { Ip } from "../net/ip.ts";
import { parsePort } from "../net/port.ts";
import type { ComplaintEvent } from "./complaint.ts";
import { NO_EVENT, protocolOf } from "./facts.ts";
import { isLogLine, type Line } from "./lines.ts";
import type { Mention } from "./mentions.ts";
import { daemonPort } from "./service-ports.ts";

/** What one line of a log says besides its time: both ends, their ports, the protocol. Unknown stays null. */
export function eventOnLine(line: Line, row: Mention[], accused: Set<string>): ComplaintEvent {
  const source = row.find(
    ({ value, judgement }) => accused.has(value) && judgement?.role !== "victim",
  );
  const target = row.find(
    ({ value, judgement }) => judgement?.role === "victim" && !accused.has(value),
  );
  const text = line.text;
  return {
    ...NO_EVENT,
    sourceIp: single(source),
    sourcePort: source?.port ?? keyed(text, SOURCE_PORT) ?? portBehind(line, source),
    destinationIp: single(target),
    destinationPort:
      target?.port ??
      keyed(text, DESTINATION_PORT) ??
      portBehind(line, target) ??
      (text.includes(" - ") ? keyed(text, VHOST_PORT) : null) ??
      daemonPort(text),
    protocol: protocolOf(PROTOCOL.exec(text)?.[0]),
    synOnly: SYN_ONLY.test(text) && !ANSWERED.test(text),
  };
}

function single(mention: Mention | undefined): Ip | null {
  return mention === undefined || mention.value.includes("/") ? null : mention.value;
}

const SOURCE_PORT =
  /(?:\bSPT=|\bsport[=: ]|src_?port["']?[=: "]{1,4}|\bfrom \S{3,45} port )(\d{1,5})(?!\d)/i;
const DESTINATION_PORT =
  /(?:\bDPT=|\bdport[=: ]|dst_?port["']?[=: "]{1,4}|\bto port )(\d{1,5})(?!\d)/i;

/** Apache's vhost_combined: `www.example:443 192.0.2.1 - - [`. */
const VHOST_PORT =
  /(?:^|["\s])[\w.-]{3,100}:(\d{2,5}) \[?[\da-f.:]{3,45}\]?(?::\d{1,5})? - \S{1,40} \[/i;

function keyed(text: string, pattern: RegExp): number | null {
  return parsePort(pattern.exec(text)?.[1] ?? "");
}

/** The number in the column behind an address. */
export function portBehind(line: Line, mention: Mention | undefined): number | null {
  if (!mention || mention.inUrl) return null;
  const at = mention.after - line.start;
  const behind = line.text.slice(at, at + 40);
  const match = COLUMN_BEHIND.exec(behind);
  if (match) return parsePort(match[1] ?? match[2] ?? "");
  const named = WORD_BEHIND.exec(behind)?.[1];
  const isLogged = named !== undefined && (isLogLine(line.text) || daemonPort(line.text) !== null);
  const port = isLogged ? parsePort(named) : null;
  // Nobody calls from a port below 1024 (RFC 6056): "192.0.2.7 port 22" then names the other side's.
  return mention.judgement?.role === "accused" && (port ?? 0) < 1_024 ? null : port;
}

/** Several blanks or a separator before it; or one blank, and a service in brackets or nothing after it. */
const COLUMN_BEHIND =
  /^(?:(?:\s{2,20}|\t|[,;|]\s?)(\d{1,5})(?=\s|$|[,;|])| (\d{1,5})(?=\([a-z-]+\)|\s*$))/i;
/** `from 192.0.2.7 port 51022 ssh2`; in prose "192.0.2.7, port 22" may mean either side. */
const WORD_BEHIND = /^,? (?:tcp |udp )?port (\d{1,5})(?=[\s,;.:)]|$)/i;
const PROTOCOL = /(?:\bPROTO=|\b)(?:tcp|udp|icmp)\b/i;
const SYN_ONLY = /Flags \[S\]|\bSYN\b|:SYN\b|\bTCP_SYN\b/;
const ANSWERED = /\bSYN[ ,/-]{0,2}ACK|\bACK(?:=1)?\b(?!=0)|Flags \[S\.\]|"(?:GET|POST)/;
