/**
 * What a line of a text is. `header`: a line of somebody's mail headers, whose addresses are hops. `whois`: a line of a
 * registry's answer, whose addresses are ranges. `sample`: a line of the mail complained about.
 */
export type LineKind = "text" | "header" | "whois" | "sample";
export type Line = { start: number; text: string; kind: LineKind };

/** Characters looked at in one line; the rest of it is skipped. */
const LINE_CHARS = 4 * 1024;
const MAX_LINES = 20_000;

/** Splits a text into lines and says what each is. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  let state: State = { header: false, sample: false };
  while (start <= text.length && lines.length < MAX_LINES) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, Math.min(end, start + LINE_CHARS));
    const kind = kindOf(line, state);
    state = { header: kind === "header", sample: state.sample || SAMPLE_MARK.test(line) };
    lines.push({ start, text: line, kind });
    start = end + 1;
  }
  return lines;
}

/** Does the line begin with a time, as logs do? */
export function isLogLine(text: string): boolean {
  return LOG_START.test(text);
}

const LOG_START =
  /^[>\s"'[({|*-]{0,8}(?:[A-Z\d#]{1,12}\s{1,8}){0,2}(?:\d{4}[-/.]\d\d[-/.]\d\d|\d\d[-/.]\d\d[-/.]\d{4}|\d{1,2}[-/ ][A-Z][a-z]{2}[-/ ]\d{2,4}|(?:[A-Z][a-z]{2},? )?[A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d|\d\d:\d\d:\d\d|\d{10}\.\d)/;

type State = { header: boolean; sample: boolean };

function kindOf(line: string, state: State): LineKind {
  if (state.sample) return "sample";
  if (HOP_HEADER.test(line)) return "header";
  if (state.header && (PLAIN_HEADER.test(line) || isFolded(line))) return "header";
  return WHOIS_LINE.test(line) ? "whois" : "text";
}

/** A header block lasts to the next empty line (RFC 5322 2.1), folded with or without the blanks clients lose; other labels end it. */
function isFolded(line: string): boolean {
  return (
    CONTINUATION.test(line) || (/\S/.test(line.replace(/^[>|\s]+/, "")) && !OTHER_LABEL.test(line))
  );
}

/** What follows is the mail complained about (SpamCop and others). */
const SAMPLE_MARK = /^[>\s]*\[ Offending message \]/i;
const HOP_HEADER =
  /^[>\s|]{0,8}(?:Received|Return-Path|Delivered-To|X-(?!A?ARF)[A-Za-z][\w-]{1,40}|Authentication-Results|Received-SPF|DKIM-Signature|DomainKey-Signature|ARC-[\w-]+|Message-ID|MIME-Version|Content-(?:Type|Transfer-Encoding|Disposition|Language)|References|In-Reply-To|Thread-(?:Topic|Index)|List-[A-Z][\w-]+|Envelope-to|Delivery-date):/i;
const CONTINUATION = /^[>|]{0,4}[ \t]+\S/;
const OTHER_LABEL = /^[>\s|]{0,8}[A-Za-z][\w .()/-]{1,40}:(?:\s|$)/;
const PLAIN_HEADER =
  /^[>\s|]{0,8}(?:From|To|Cc|Subject|Date|Reply-To|Sender|Importance|Priority|Precedence|Errors-To|User-Agent|Organization):/i;
const WHOIS_LINE =
  /^[>\s|]{0,8}(?:[%#](?!\d)|(?:inetnum|inet6num|netrange|net-?range|cidr|netname|nethandle|parent|nettype|originas|organization|orgname|orgid|org-?[a-z]+|route6?|origin|descr|country|admin-c|tech-c|status|mnt-[a-z]+|abuse-c|abuse-mailbox|created|last-modified|changed|remarks|role|person|nic-hdl|nic-hdl-br|ref|regdate|updated|aut-num|owner|ownerid|responsible|inetrev|nserver|nsstat|nslastaa|organisation|ASNumber|Network Number|IPv4 Address|Registr(?:y|ar|ant)[\w ]{0,40}|Creation Date|Updated Date|Domain (?:Name|Status)|Name Server|DNSSEC)\s{0,2}:)/i;
