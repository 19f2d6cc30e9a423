import { isIn, mayMatch } from "../text/may-match.ts";
import type { Fact, Protocol } from "./complaint.ts";
import type { Document } from "./documents.ts";
import { type FormatInput, factAt, protocolOf } from "./facts.ts";
import { portBehind } from "./line-event.ts";
import { isLogLine, type Line } from "./lines.ts";
import type { Mention } from "./mentions.ts";
import { daemonPort, servicePort } from "./service-ports.ts";

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
  isCopyright: boolean,
): Ports {
  const speaksOf = (words: RegExp) =>
    words.test(message.subject) || isIn(message.body, words, 6_000);
  const found = new PortSets(isCopyright || speaksOf(OWN_PORT), speaksOf(OWN_BARE_PORT));
  for (const { document, lines } of read) found.addLines(document, lines);
  for (const mention of read.flatMap(({ mentions }) => ofAccused(mentions, accused))) {
    found.addMention(mention, accused);
  }
  found.addLogged();
  if (found.destination.size === 0) found.addNamedService(read);
  found.addNamedPair(read);
  return {
    destination: [...found.destination.values()],
    source: [...found.source.values()],
    protocol: protocolIn(read, accused),
  };
}

/** Leaves out the lines of a log that speak of somebody else's connections. */
function ofAccused(mentions: Mention[], accused: Set<string>): Mention[] {
  const others = new Set<Line>();
  const ours = new Set<Line>();
  for (const { line, value, judgement } of mentions) {
    if (accused.has(value)) ours.add(line);
    else if (judgement?.role === "accused") others.add(line);
  }
  return mentions.filter(({ line }) => ours.has(line) || !others.has(line));
}

/** Where ports are the accused host's own: file sharing, and open services that amplify. */
const OWN_PORT =
  /\b(?:copyrighted|urheberrecht\w*|tauschb[öo]rse\w*|auteursrecht\w*|droits? d['’]auteur|contrefaçon|derechos? de autor|diritt[oi] d['’]autore|direitos autorais|praw(?:a|o|em)? autorski\w*|upphovsrätt\w*|copyright[- ](?:infring\w+|owners?|holders?|works?|notices?|claims?|laws?|act|protected|materials?|compliance)|infringing (?:works?|files?|content|material)|dmca|(?:claimed|alleged) infringement|bittorrent|torrent|p2p|ed2k|open (?:\w{2,12} )?(?:resolvers?|services?|server is)|amplif\w+|reflect(?:ion|or)s?|ssdp)\b/i;
/** Where a line "Port: 443" is: what the accused host serves, or a vulnerability it has. */
const OWN_BARE_PORT =
  /\b(?:botnet c2|c2 servers?|command(?:[- ]and[- ]| ?& ?)control|c&c|malware|malicious (?:content|file|code|url)|phishing|vulnerab\w+|hosted (?:on|at)|infected (?:hosts?|systems?|machines?)|bot infection)\b/i;

class PortSets {
  readonly destination: PortFacts = new Map();
  /** Destination ports that only log lines name. */
  readonly logged: PortFacts = new Map();
  readonly source: PortFacts = new Map();
  readonly #ownPort: boolean;
  readonly #ownBarePort: boolean;

  constructor(ownPort: boolean, ownBarePort: boolean) {
    this.#ownPort = ownPort;
    this.#ownBarePort = ownPort || ownBarePort;
  }

  addLines(document: Document, lines: Line[]): void {
    const absent = new Set(PATTERNS.filter((pattern) => !mayMatch(pattern, document.text)));
    for (const line of lines.slice(0, MAX_LINES)) {
      if (line.kind === "text" && WORTH.test(line.text)) this.#addLine(document, line, absent);
    }
  }

  addMention(mention: Mention, accused: Set<string>): void {
    const { port, value, judgement, document, line, end, after, inUrl } = mention;
    const side = this.#sideOf(accused.has(value), judgement?.role === "victim");
    if (inUrl || line.kind !== "text" || side === null) return;
    const behind = port === null && !isCell(mention) ? portBehind(line, mention) : null;
    if (port !== null) put(side, factAt(port, document, end + 1, after));
    else if (behind !== null) {
      const start = document.text.indexOf(String(behind), after);
      const to = side === this.source ? this.#sideOfColumn(behind) : side;
      put(to, factAt(behind, document, start, start + String(behind).length));
    }
  }

  addLogged(): void {
    if (this.logged.size > 2) return;
    for (const fact of this.logged.values()) put(this.destination, fact);
  }

  /** No port anywhere, but the subject or the first sentences speak of logins to one service. */
  addNamedService(read: ReadDocument[]): void {
    if (this.#ownPort) return;
    for (const { document } of read) {
      for (const fact of namedServices(document)) put(this.destination, fact);
      if (this.destination.size > 0) return;
    }
  }

  /** Both were attacked, though the log may show one of them only. */
  addNamedPair(read: ReadDocument[]): void {
    if (this.#ownPort) return;
    for (const { document } of read) {
      if (document.place !== "body") continue;
      for (const fact of namedPair(document)) put(this.destination, fact);
    }
  }

  #addLine(document: Document, line: Line, absent: ReadonlySet<RegExp>): void {
    if (/\d/.test(line.text)) this.#addNumbers(document, line, absent);
    if (this.#ownPort) return;
    const end = line.start + line.text.length;
    for (const port of servicesOn(line.text))
      put(this.destination, factAt(port, document, line.start, end));
  }

  #addNumbers(document: Document, line: Line, absent: ReadonlySet<RegExp>): void {
    const without = (text: string, pattern: RegExp) =>
      absent.has(pattern) ? text : text.replace(pattern, blank);
    const stripped = SOURCES.reduce(without, line.text);
    const from = (text: string) => ({ document, start: line.start, text });
    const add = (to: PortFacts, pattern: RegExp, text: string) => {
      if (!absent.has(pattern)) addAll(to, pattern, from(text));
    };
    for (const pattern of [SOURCE_KEY, FOREIGN_SOURCE]) add(this.source, pattern, line.text);
    for (const pattern of [DESTINATION_LABEL, FOREIGN_DESTINATION])
      add(this.destination, pattern, line.text);
    add(this.logged, DESTINATION_KEY, line.text);
    // A line that names a host and no address is about something else (a WHOIS referral).
    if (!absent.has(ARROW_HOST) && HAS_ADDRESS.test(line.text))
      add(this.logged, ARROW_HOST, line.text);
    for (const pattern of [PORTS_LABEL, BARE_PORT])
      add(this.#ownBarePort ? this.source : this.destination, pattern, stripped);
    if (this.#ownPort) return;
    const patterns = isLogLine(line.text)
      ? [ACCESS_TO, VHOST]
      : [ACCESS_TO, PORT_LIST, CJK_PORT, WITH_PROTOCOL, VHOST];
    const others = this.#ownBarePort ? stripped.replace(BARE_PORT, blank) : stripped;
    for (const pattern of patterns) add(this.destination, pattern, others);
  }

  /** A column without a head behind the accused address: nobody calls from a port below 1024 (RFC 6056), unless he serves there. */
  #sideOfColumn(port: number): PortFacts {
    return port < 1_024 && !this.#ownBarePort ? this.logged : this.source;
  }

  #sideOf(accused: boolean, victim: boolean): PortFacts | null {
    if (accused) return this.source;
    return victim ? this.logged : null;
  }
}

/** The next cell of a table with a head says in the head what it is, and `formats/csv.ts` reads it. */
function isCell({ judgement, line, after }: Mention): boolean {
  return (
    judgement?.reason === "column" && /^["']?[,;|\t]/.test(line.text.slice(after - line.start))
  );
}

function namedServices(document: Document): Fact<number>[] {
  const opening = document.text.slice(0, 3_000);
  const find = (words: RegExp) => (mayMatch(words, document.text) ? words.exec(opening) : null);
  const web = find(WEB);
  const match = web ?? find(NAMED_SERVICE);
  if (!match) return [];
  const port = servicePort((match[1] ?? match[2] ?? match[3] ?? "").toLowerCase());
  const ports = web ? WEB_PORTS : [port].filter((each) => each !== null);
  const end = match.index + match[0].length;
  return ports.map((each) => factAt(each, document, match.index, end));
}

function namedPair(document: Document): Fact<number>[] {
  if (!mayMatch(NAMED_PAIR, document.text)) return [];
  const match = NAMED_PAIR.exec(document.text.slice(0, 3_000));
  const ports = match?.slice(1).map((name) => servicePort(name.toLowerCase())) ?? [];
  const start = match?.index ?? 0;
  const end = start + (match?.[0].length ?? 0);
  return ports.flatMap((port) => (port === null ? [] : [factAt(port, document, start, end)]));
}

type PortFacts = Map<number, Fact<number>>;
type Text = { document: Document; start: number; text: string };

/** Every number in the first group of every match. */
function addAll(to: PortFacts, pattern: RegExp, { document, start, text }: Text): void {
  // Not `matchAll`: it makes a copy of the pattern for every line.
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const group = match[1] ?? "";
    const at = start + match.index + match[0].lastIndexOf(group);
    for (const { 0: digits, index } of group.matchAll(/\d+/g)) {
      put(to, factAt(Number(digits), document, at + index, at + index + digits.length));
    }
  }
}

function put(to: PortFacts, fact: Fact<number>): void {
  const port = fact.value;
  if (port > 0 && port < 65_536 && !to.has(port) && to.size < MAX_PORTS) to.set(port, fact);
}

function blank(text: string): string {
  return " ".repeat(text.length);
}

/** Ports of the services a line names: the program that wrote it, or a label. */
function servicesOn(text: string): number[] {
  const names =
    SERVICE_LABEL.exec(text)?.[1]
      ?.toLowerCase()
      .split(/[\s,/&]+|\band\b/) ?? [];
  return [daemonPort(text), ...names.map(servicePort)].filter((port) => port !== null);
}

/** Lines without any of these words say nothing about ports; most lines do not. */
const WORTH =
  /port|poort|[=-]>|→|\.[a-z]{2,12}:\d|puerto|porc|порт|ポート|端口|포트|dpt|spt|tcp|udp|ssh|imap|pop3|ftp|smtp|sasl|sm-mta|sendmail|authenticator|servi|usług|služb|サービス|服务|protocol|application|dienst|:\d{2,5} \[?[\da-f.:]{3}/i;
const DESTINATION_KEY = /(?:\bDPT=|\bdport[=: "]{1,3}|dst_?port["']?[=: "]{1,4})(\d{1,5})(?!\d)/gi;
/** `192.0.2.7 => sensor3:445`: the other side by name. */
const ARROW_HOST =
  /(?:(?:=>|->|→|») {0,2}["'[(]?[a-z][\w.-]{0,80}|\b(?:on|to|at|against|server) [a-z][\w-]{0,40}(?:\.[\w-]{1,40}){1,6}):(\d{1,5})(?![\d:])/gi;
const HAS_ADDRESS = /\d{1,3}(?:\.\d{1,3}){3}|[\da-f]{1,4}::?[\da-f]{1,4}:/i;
const DESTINATION_LABEL =
  /(?:\b(?:destination|dest|dst|target(?:ed)?|victim|attacked|local|service)[ _-]?(?:tcp |udp )?port(?:\(s\)|s)?["']?(?:\s{0,3}[:=]\s{0,4}| {1,4}\| {1,4}|\s(?:is |was |number )?)"?(?:tcp|udp)?[ /]?)(\d{1,5})(?!\d)/gi;
/** The same in other languages, the side before or behind the word. */
const FOREIGN_DESTINATION =
  /(?:(?:ziel|doel)-?(?:port|poort)|(?<!\p{L})(?:port|puerto|porta|poort|порт)(?: (?:de|di|do|da))? (?:destination|cible|destino|destinazione|docelowy|назначения)|(?:宛先|目的|目标|接続先|対象|대상) ?(?:ポート|端口|포트)(?:番号|号)?)(?: {0,3}[:=：] {0,4}|\t| {2,8}| {1,4}\| {1,4})(?:tcp|udp)?[ /]?(\d{1,5})(?!\d)/giu;
const FOREIGN_SOURCE =
  /(?:(?:quell|bron)-?(?:port|poort)|(?<!\p{L})(?:port|puerto|porta|poort|порт)(?: (?:de|di|do|da))? (?:source|origen|origem|origine|źródłowy|источника)|(?:送信元|源|接続元|출발지) ?(?:ポート|端口|포트)(?:番号|号)?)(?: {0,3}[:=：] {0,4}|\t| {2,8}| {1,4}\| {1,4})(?:tcp|udp)?[ /]?(\d{1,5})(?!\d)/giu;
const ACCESS_TO =
  /\b(?:login|attack|connect\w*|connections?|access|requests?|packets?|traffic|scan\w*|bruteforce) to (?:tcp |udp )?ports? (\d{1,5})(?!\d)/gi;
const SOURCE_KEY =
  /(?:\bSPT=|\bsport[=: "]{1,3}|src_?port["']?[=: "]{1,4}|\b(?:source|src|remote|client|peer|from|infring(?:er|ing)(?:'?s)?)[ _-]?port(?:\(s\)|s)?["']?\s{0,3}[:= ]\s{0,4}"?(?:tcp|udp)?[ /]?)(\d{1,5})(?!\d)/gi;
/** `from 192.0.2.1 port 51022`: the client's own. */
const CLIENT_PORT = /(?:\bfrom|\buser|\bby)\s\S{0,40}\s{0,3}\S{3,45}\s{1,3}port\s{1,3}\d{1,5}/gi;
const BARE_PORT =
  /(?:^|[\s,;|(*-])(?:ports?(?:\(s\))?|puertos?|portas?|porty|poort(?:en)?|порты?|ポート|端口|포트)["']?(?:\s{0,10}[:=：]\s{0,10}|\t| {2,8}| {1,4}\| {1,4})"?(?:tcp|udp)?[ /]?(\d{1,5})(?!\d|\.\d)/gi;
/** `Scanned ports: 21, 22 and 23`: only the plural has a list, "Port: 22, 3 attempts" has none. */
const PORTS_LABEL =
  /(?:^|[\s,;|(*-])(?:ports(?:\(s\))?|port\(s\)|puertos|portas|porte|porty|poorten|порты)["']?\s{0,3}[:=]\s{0,4}(?:tcp|udp)?[ /]?(\d{1,5}(?:(?:,? (?:and|et|und|en|och|og|y|e|i|и|oraz) |, ?| ?\/ ?| & |; ?)\d{1,5}){1,19})(?!\d|[.:-]\d)/gi;
/** nl "poort 443", it "porta 80", es "puerto 443", pl "na porcie 22", ru "порт 25" and their plurals and cases. */
const PORT_LIST =
  /(?<![\p{L}\d])(?:ports?|porte|port[ay]s?|portów|porc(?:ie|ii)|poort(?:en)?|puertos?|portti(?:in)?|порт(?:а|у|е|ом|ы|ов|ам)?)(?: number| nummer| número| numero)?[ #]{1,2}(?:tcp |udp )?(\d{1,5}(?:(?:,? (?:and|or|et|ou|und|oder|en|of|och|og|y|o|e|i|и|oraz|lub) |, ?| & |\/)\d{1,5}){0,12})(?![\d.:-]\d|\d)/giu;
/** ja "ポート22", zh "端口 22", ja "22番ポート". */
const CJK_PORT =
  /(?:(?:ポート|端口|포트)(?:番号|号)?[ #:：]{0,2}|(?=\d{1,5} ?番ポート))(\d{1,5})(?!\d)/gu;
const WITH_PROTOCOL =
  /(?<![\d./-])(?:\b(?:tcp|udp)[/: ](?=\d{1,5}(?!\d|\.\d))|(?=\d{1,5}\/(?:tcp|udp)\b))(\d{1,5})(?!\d|[.-]\d)/gi;
/** Apache's vhost_combined: `www.example:80 192.0.2.1 - - [`. */
const VHOST =
  /(?:^|["\s])[\w.-]{3,100}:(\d{2,5}) \[?[\da-f.:]{3,45}\]?(?::\d{1,5})? - \S{1,40} \[/gi;
const SERVICE_LABEL =
  /^[>\s*-]{0,8}(?:service|protocol-?s?|protocols|attacked service|application|dienst|servicio|servizio|serviço|usługa|služba|サービス|服务)\s{0,3}[:：]\s{0,3}"?([a-z0-9, /&]{2,60})/i;
/** What is the accused side's own. */
const SOURCES = [SOURCE_KEY, FOREIGN_SOURCE, CLIENT_PORT];
/** All that lines are tried for. */
const PATTERNS = [
  SOURCE_KEY,
  FOREIGN_SOURCE,
  CLIENT_PORT,
  DESTINATION_LABEL,
  FOREIGN_DESTINATION,
  DESTINATION_KEY,
  ARROW_HOST,
  PORTS_LABEL,
  BARE_PORT,
  ACCESS_TO,
  PORT_LIST,
  CJK_PORT,
  WITH_PROTOCOL,
  VHOST,
];
/** Who writes "HTTP(S)" means the web on both its ports. */
const WEB =
  /\bhttp\(s\)[ -](?:access|requests?|connections?|attacks?|attempts?|floods?|traffic)\b/i;
const WEB_PORTS = [80, 443];
const NAMED_SERVICE =
  /\b(ssh|telnet|rdp|imap)\b(?:\/\w{2,6})?[ -]?(?:\w+ ){0,3}(?:brute|login|attack|scan|prob|attempt|server|service|honeypot|password)|\b(?:brute[- ]?forc\w+|login\w*|log(?:ged|ging)? in|attack\w*|scan\w*|prob\w+|attempts?|connect\w*)(?: \w+){0,4} (?:via |over |on |to |through |against |into )?(?:our |the |my )?(ssh|telnet|rdp|imap|ftp)\b|\b(?:acceso|acesso|accesso|acc[eè]s|zugriff\w*|angriff\w*|aanval\w*|inlogpoging\w*|ataques?|attacc\w+|attaques?|tentativ\w+|intentos?)(?: \w{1,12}){0,3} (ssh|telnet|rdp|imap|ftp)\b/i;

/** `brute-force account passwords over SSH/FTP`: what they came through or went for, both by name. */
const NAMED_PAIR =
  /\b(?:brute[- ]?force|logins?|passwords?|attacks?|scans?|attempts?|angriffe?|anmeldeversuche?)\b[^.\n]{0,40} (?:over|via|through|against|on|to|auf|über) (?:our |the )?(ssh|telnet|rdp|imap|pop3|ftp|smtp)(?:\/| and | & | und )(ssh|telnet|rdp|imap|pop3|ftp|smtp)\b/i;

/** The one protocol the lines about the accused speak of, else all lines; unknown when they speak of several or none. */
function protocolIn(read: ReadDocument[], accused: Set<string>): Protocol {
  const about = read.flatMap(({ mentions }) =>
    mentions.filter(({ value }) => accused.has(value)).map(({ line }) => line),
  );
  const onThose = protocolsOn(about);
  const seen =
    onThose.size > 0
      ? onThose
      : protocolsOn(read.filter(mayNameProtocol).flatMap(({ lines }) => lines.slice(0, MAX_LINES)));
  return seen.size === 1 ? ([...seen][0] ?? "unknown") : "unknown";
}

function mayNameProtocol({ document }: ReadDocument): boolean {
  return mayMatch(PROTOCOL, document.text) || mayMatch(TCP_ONLY, document.text);
}

function protocolsOn(lines: Line[]): Set<Protocol> {
  const seen = new Set<Protocol>();
  for (const { text, kind } of lines) if (kind === "text") seen.add(protocolOn(text));
  seen.delete("unknown");
  return seen;
}

function protocolOn(text: string): Protocol {
  const said = protocolOf(PROTOCOL.exec(text)?.[0].replaceAll("_", " "));
  return said === "unknown" && TCP_ONLY.test(text) ? "tcp" : said;
}

const PROTOCOL = /(?:\bproto(?:col)?(?: type)?["']?[ :=(]{1,3}"?|\b|_)(tcp|udp|icmp)(?:\b|_)/i;
const TCP_ONLY = /\bsshd\[|\bssh2\b|imap-login|pop3-login|postfix\/smtpd|"(?:GET|POST|HEAD) \//;
