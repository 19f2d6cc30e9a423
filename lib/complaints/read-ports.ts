import type { Fact, Protocol } from "./complaint.ts";
import type { Document } from "./documents.ts";
import { type FormatInput, factAt } from "./facts.ts";
import { portBehind } from "./line-event.ts";
import { isLogLine, type Line } from "./lines.ts";
import type { Mention } from "./mentions.ts";
import { daemonPort, SERVICE_PORTS } from "./service-ports.ts";

export type ReadDocument = { document: Document; lines: Line[]; mentions: Mention[] };
export type Ports = { destination: Fact<number>[]; source: Fact<number>[]; protocol: Protocol };

/** A complaint that names more ports is about a scan of all. */
const MAX_PORTS = 20;
const MAX_LINES = 3_000;

/**
 * Ports of both sides and the protocol: from labels, the keys of logs, addresses with a port, and services whose name leaves
 * no doubt. In a copyright notice a bare "Port" is the accused side's own. More than two ports that only log lines name are
 * a sweep: they stay with the events.
 */
export function readPorts(
  { message }: FormatInput,
  read: ReadDocument[],
  accused: Set<string>,
): Ports {
  const opening = `${message.subject}\n${message.body.slice(0, 6_000)}`;
  const found = new PortSets(OWN_PORT.test(opening), OWN_BARE_PORT.test(opening));
  for (const { document, lines } of read) {
    for (const line of lines.slice(0, MAX_LINES))
      if (line.kind === "text") found.addLine(document, line);
  }
  for (const { mentions } of read)
    for (const mention of mentions) found.addMention(mention, accused);
  found.addLogged();
  if (found.destination.size === 0) found.addNamedService(read);
  return {
    destination: [...found.destination.values()],
    source: [...found.source.values()],
    protocol: protocolIn(read),
  };
}

/** Where ports are the accused host's own: file sharing, and open services that amplify. */
const OWN_PORT =
  /\b(?:copyright|infringing (?:works?|files?|content|material)|dmca|bittorrent|torrent|p2p|ed2k|open (?:recursive )?resolvers?|amplif\w+|reflection attack|ssdp)\b/i;
/** Where a line "Port: 443" is: what the accused host serves, or a vulnerability it has. */
const OWN_BARE_PORT =
  /\b(?:botnet c2|c2 servers?|command[- ]and[- ]control|malware|malicious (?:content|file|code|url)|phishing|vulnerab\w+|hosted (?:on|at)|infected (?:hosts?|systems?|machines?)|bot infection)\b/i;

class PortSets {
  readonly destination = new Map<number, Fact<number>>();
  /** Destination ports that log lines name. */
  readonly logged = new Map<number, Fact<number>>();
  readonly source = new Map<number, Fact<number>>();
  readonly #ownPort: boolean;
  readonly #ownBarePort: boolean;

  constructor(ownPort: boolean, ownBarePort: boolean) {
    this.#ownPort = ownPort;
    this.#ownBarePort = ownPort || ownBarePort;
  }

  addLine(document: Document, line: Line): void {
    for (const match of line.text.matchAll(SOURCE_KEY))
      this.#add(this.source, document, line, match);
    for (const match of line.text.matchAll(DESTINATION_LABEL))
      this.#add(this.destination, document, line, match);
    for (const match of line.text.matchAll(DESTINATION_KEY))
      this.#add(this.logged, document, line, match);
    const stripped = line.text
      .replace(SOURCE_KEY, (whole) => " ".repeat(whole.length))
      .replace(CLIENT_PORT, (whole) => " ".repeat(whole.length));
    for (const match of stripped.matchAll(BARE_PORT))
      this.#add(this.#ownBarePort ? this.source : this.destination, document, line, match);
    if (this.#ownPort) return;
    const patterns = isLogLine(line.text) ? [VHOST] : [PORT_LIST, WITH_PROTOCOL, VHOST];
    for (const pattern of patterns)
      for (const match of stripped.matchAll(pattern)) this.#addNumbers(document, line, match);
    const daemon = daemonPort(line.text);
    if (daemon !== null)
      this.#put(
        this.destination,
        daemon,
        factAt(daemon, document, line.start, line.start + line.text.length),
      );
    const service = SERVICE_LABEL.exec(line.text);
    for (const name of service?.[1]?.toLowerCase().split(/[\s,/&]+|\band\b/) ?? []) {
      const port = Object.hasOwn(SERVICE_PORTS, name) ? SERVICE_PORTS[name] : undefined;
      if (port !== undefined)
        this.#put(
          this.destination,
          port,
          factAt(port, document, line.start, line.start + line.text.length),
        );
    }
  }

  addMention(mention: Mention, accused: Set<string>): void {
    const { port, value, judgement, document, line, end, after, inUrl } = mention;
    if (inUrl || line.kind !== "text") return;
    const victim = judgement?.role === "victim";
    if (port !== null && accused.has(value))
      this.#put(this.source, port, factAt(port, document, end + 1, after));
    else if (port !== null && victim)
      this.#put(this.logged, port, factAt(port, document, end + 1, after));
    if (port !== null || (!victim && !accused.has(value))) return;
    const behind = portBehind(line, mention);
    if (behind !== null)
      this.#put(
        victim ? this.logged : this.source,
        behind,
        factAt(behind, document, after, after + 40),
      );
  }

  addLogged(): void {
    if (this.logged.size > 2) return;
    for (const [port, fact] of this.logged) this.#put(this.destination, port, fact);
  }

  /** No port anywhere, but the subject or the first sentences speak of logins to one service. */
  addNamedService(read: ReadDocument[]): void {
    if (this.#ownPort) return;
    for (const { document } of read) {
      const match = NAMED_SERVICE.exec(document.text.slice(0, 3_000));
      const name = (match?.[1] ?? match?.[2] ?? "").toLowerCase();
      const port = Object.hasOwn(SERVICE_PORTS, name) ? SERVICE_PORTS[name] : undefined;
      if (match && port !== undefined) {
        this.#put(
          this.destination,
          port,
          factAt(port, document, match.index, match.index + match[0].length),
        );
        return;
      }
    }
  }

  #add(
    to: Map<number, Fact<number>>,
    document: Document,
    line: Line,
    match: RegExpExecArray,
  ): void {
    const text = match[1] ?? "";
    const end = line.start + match.index + match[0].length;
    this.#put(to, Number(text), factAt(Number(text), document, end - text.length, end));
  }

  #addNumbers(document: Document, line: Line, match: RegExpExecArray): void {
    for (const number of (match[1] ?? "").matchAll(/\d+/g)) {
      const start = line.start + match.index + match[0].indexOf(match[1] ?? "") + number.index;
      this.#put(
        this.destination,
        Number(number[0]),
        factAt(Number(number[0]), document, start, start + number[0].length),
      );
    }
  }

  #put(to: Map<number, Fact<number>>, port: number, fact: Fact<number>): void {
    if (port > 0 && port < 65_536 && !to.has(port) && to.size < MAX_PORTS) to.set(port, fact);
  }
}

const DESTINATION_KEY = /(?:\bDPT=|\bdport[=: "]{1,3}|dst_?port["']?[=: "]{1,4})(\d{1,5})(?!\d)/gi;
const DESTINATION_LABEL =
  /(?:\b(?:destination|dest|dst|target(?:ed)?|victim|attacked|local|service)[ _-]?port(?:\(s\)|s)?["']?\s{0,3}[:=]\s{0,4}"?(?:tcp|udp)?[ /]?|\b(?:login|attack|connect\w*|connections?|access|requests?|packets?|traffic|scan\w*|bruteforce) to (?:tcp |udp )?ports? )(\d{1,5})(?!\d)/gi;
const SOURCE_KEY =
  /(?:\bSPT=|\bsport[=: "]{1,3}|src_?port["']?[=: "]{1,4}|\b(?:source|src|remote|client|peer|from|infring(?:er|ing)(?:'?s)?)[ _-]?port(?:\(s\)|s)?["']?\s{0,3}[:= ]\s{0,4}"?(?:tcp|udp)?[ /]?)(\d{1,5})(?!\d)/gi;
/** `from 192.0.2.1 port 51022`: the client's own. */
const CLIENT_PORT = /(?:\bfrom|\buser|\bby)\s\S{0,40}\s{0,3}\S{3,45}\s{1,3}port\s{1,3}\d{1,5}/gi;
const BARE_PORT =
  /(?:^|[\s,;|(*-])ports?(?:\(s\))?["']?\s{0,10}[:=]\s{0,10}"?(?:tcp|udp)?[ /]?(\d{1,5})(?!\d|\.\d)/gi;
const PORT_LIST =
  /\bports?(?: number)?[ #]{1,2}(?:tcp |udp )?(\d{1,5}(?:(?:, ?| and | & | or |\/)\d{1,5}){0,12})(?![\d.]\d|\d)/gi;
const WITH_PROTOCOL =
  /(?<![\d./-])(?:\b(?:tcp|udp)[/: ](?=\d{1,5}(?!\d|\.\d))|(?=\d{1,5}\/(?:tcp|udp)\b))(\d{1,5})(?!\d|[.-]\d)/gi;
/** Apache's vhost_combined: `www.example:80 192.0.2.1 - - [`. */
const VHOST =
  /(?:^|["\s])[\w.-]{3,100}:(\d{2,5}) \[?[\da-f.:]{3,45}\]?(?::\d{1,5})? - \S{1,40} \[/gi;
const SERVICE_LABEL =
  /^[>\s*-]{0,8}(?:service|protocol-?s?|protocols|attacked service|application|dienst)\s{0,3}:\s{0,3}"?([a-z0-9, /&]{2,60})/i;
const NAMED_SERVICE =
  /\b(ssh|telnet|rdp|imap)\b(?:\/\w{2,6})?[ -]?(?:\w+ ){0,3}(?:brute|login|attack|scan|prob|attempt|server|service|honeypot|password)|\b(?:brute[- ]?forc\w+|login\w*|attack\w*|scan\w*|prob\w+|attempts?|connect\w*)(?: \w+){0,4} (?:via |over |on |to |through |against |into )?(?:our |the |my )?(ssh|telnet|rdp|imap|ftp)\b/i;

/** The one protocol the evidence speaks of, unknown when it speaks of several or none. */
function protocolIn(read: ReadDocument[]): Protocol {
  const seen = new Set<Protocol>();
  for (const { lines } of read) {
    for (const { text, kind } of lines.slice(0, MAX_LINES)) {
      if (kind !== "text") continue;
      const match = PROTOCOL.exec(text);
      const word = (match?.[1] ?? match?.[2] ?? "").toLowerCase();
      if (word === "tcp" || word === "udp" || word === "icmp") seen.add(word);
      else if (TCP_ONLY.test(text)) seen.add("tcp");
    }
  }
  return seen.size === 1 ? ([...seen][0] ?? "unknown") : "unknown";
}

const PROTOCOL = /(?:\bproto(?:col)?(?: type)?["']?[ :=(]{1,3}"?|\b|_)(tcp|udp|icmp)(?:\b|_)/i;
const TCP_ONLY = /\bsshd\[|\bssh2\b|imap-login|pop3-login|postfix\/smtpd|"(?:GET|POST|HEAD) \//;
