import { matchesOf } from "../text/matches.ts";
import { type Role, SOURCE_WORD, VICTIM_WORD } from "./address-roles.ts";

const SIDE = new RegExp(
  `(?<![a-z])(?:(${SOURCE_WORD})|(${VICTIM_WORD}))[ _.-]?(?:(?:server|host|system|machine)s?[ _]?)?(port|pt|ips?(?:[ _-]?addr\\w*)?|addr\\w*|hosts?|server|asn?|geo|country|city|name)?(?![a-z])|(?<![a-z])(ips?(?:v[46])?(?:[ _-]?addr\\w*)?)(?![a-z])`,
  "gi",
);
/** Other words heads of tables are made of. */
const COLUMN =
  /^(?:(?:src|source|dst|dest|destination|attack(?:er)?|victim|target|client|server|local|remote|cc|c2)s?[_-]?(?:ips?|ports?|pt|addr(?:ess)?|hosts?|class|type|name)|date_?time|time_?stamp|\w{1,8}-?id|#|s\/n|no\.?|nr\.?|id|date|time|timestamp|datetime|date\/time|zone|timezone|utc|gmt|\(utc\)|\(gmt\)|local|day|ports?|sport|dport|spt|dpt|proto|protocol|prot|size|len|length|bytes|packets|pkts|flags?|ttl|count|hits|attempts|events?|type|action|reason|rule|service|method|path|url|uri|host|hostname|domain|name|user|username|login|status|code|country|region|city|asn?|org|isp|bps|pps|duration|seen|infection|malware|family|first|last|start|end|signature|message|severity|category|description|details|tcp|udp|in|out|->|and|\/|ip|ips|ip_address|address|addresses|addr|sourceip|destips|destip|sourceport|destport|src|dst|srcip|dstip|src_ip|dst_ip|ip-address|source|destination|target|victim|attacker|offending|infected|server|servers|geo|agent|request|response|referer|ref|number|of|[-–|:;,]+)$/i;

/**
 * The roles of the address columns of a table head, in order: `TIME SRC IP DST IP` gives accused, victim. Empty when the
 * line is no head: a head is made of column names and says nothing.
 */
export function columnRoles(line: string): Role[] {
  const text = line.replace(/[|+*"']/g, " ").trim();
  if (text.length < 2 || text.length > 300 || /[.!?:]$/.test(text)) return [];
  const words = text.split(/[\s,;\t]+/).filter((word) => word !== "");
  if (!isMadeOfColumns(words)) return [];
  const roles: Role[] = [];
  for (const match of matchesOf(SIDE, text)) {
    if (/^(?:p(?:or)?t|asn?|geo|country|city|name)$/i.test(match[3] ?? "")) continue;
    roles.push(match[2] === undefined ? "accused" : "victim");
  }
  // A single cell ("Destination IP Address") is the head of a column that goes down the lines, see `columnCell`.
  return roles.length > 1 || text.replace(SIDE, "").trim() !== "" ? roles : [];
}

/** Two columns or more, and at most three words in ten that are none; prose ends the search early. */
function isMadeOfColumns(words: string[]): boolean {
  let others = 0;
  for (const word of words) {
    if (!COLUMN.test(word)) others += 1;
    if (others * 10 > words.length * 3) return false;
  }
  return words.length - others >= 2;
}

/** A line that is one cell of a head: a side's address column, a row number, or another column. Null for anything else. */
export function columnCell(line: string): Role | "number" | "other" | null {
  const text = line.replace(/[|+*"']/g, " ").trim();
  if (text === "" || text.length > 40) return null;
  if (/^(?:s\/n|#|no\.?|nr\.?)$/i.test(text)) return "number";
  const words = text.split(/\s+/);
  if (!words.every((word) => COLUMN.test(word))) return null;
  const [match] = matchesOf(SIDE, text);
  if (!match || !/^(?:ips?|addr|hosts?$)/i.test(match[3] ?? match[4] ?? "")) return "other";
  return match[2] === undefined ? "accused" : "victim";
}

/** What a heading makes of the addresses listed below it. `plain`: it speaks of a list of hosts in so many words. */
export type Heading = { role: Role; plain: boolean };

const SOURCE_HEADING = new RegExp(
  `(?<![a-z])(?:${SOURCE_WORD}|following|your|below|involved|participating|zombie|from)(?![a-z])`,
  "i",
);
const VICTIM_HEADING =
  /(?<![a-z])(?:target(?:s|ed|ing)?|victims?|destinations?|dst|ours?|attacked (?:hosts?|ips?|systems?|servers?)|it was targeting|to (?:the following )?(?:hosts?|ips?))(?![a-z])/i;

/** The heading a line makes for a list of addresses; null when it is none or says neither side. */
export function headingOf(line: string): Heading | null {
  const text = line.trim();
  if (text === "" || text.length > 400 || !/[:：=-]$|\bfollowing\b/.test(text)) return null;
  const last = text.slice(-120);
  const plain = /\b(?:ips|hosts|addresses|servers|systems|machines)\b[^.]{0,40}:$/i.test(last);
  if (VICTIM_HEADING.test(last) && !/\byour\b/i.test(last)) return { role: "victim", plain };
  return SOURCE_HEADING.test(text) ? { role: "accused", plain } : null;
}
