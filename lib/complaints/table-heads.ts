import { type Role, SOURCE_WORD, VICTIM_WORD } from "./address-roles.ts";

const SIDE = new RegExp(
  `(?<![a-z])(?:(${SOURCE_WORD})|(${VICTIM_WORD}))[ _.-]?(?:(?:server|host|system|machine)s?[ _]?)?(port|pt|ips?|addr\\w*|hosts?|server|asn?|geo|country|city|name)?(?![a-z])|(?<![a-z])(ips?(?:v[46])?(?:[ _-]?addr\\w*)?)(?![a-z])`,
  "gi",
);
/** Other words heads of tables are made of. */
const COLUMN =
  /^(?:#|s\/n|no\.?|nr\.?|id|date|time|timestamp|datetime|date\/time|zone|timezone|utc|gmt|\(utc\)|\(gmt\)|local|day|ports?|sport|dport|spt|dpt|proto|protocol|prot|size|len|length|bytes|packets|pkts|flags?|ttl|count|hits|attempts|events?|type|action|reason|rule|service|method|path|url|uri|host|hostname|domain|name|user|username|login|status|code|country|region|city|asn?|org|isp|bps|pps|duration|seen|first|last|start|end|signature|message|severity|category|description|details|tcp|udp|in|out|->|and|\/|ip|ips|ip_address|address|addresses|addr|sourceip|destips|destip|sourceport|destport|src|dst|srcip|dstip|src_ip|dst_ip|ip-address|source|destination|target|victim|attacker|offending|infected|server|servers|geo|agent|request|response|referer|ref|number|of|[-–|:;,]+)$/i;

/**
 * The roles of the address columns of a table head, in order: `TIME SRC IP DST IP` gives accused, victim. Empty when the
 * line is no head: a head is made of column names and says nothing.
 */
export function columnRoles(line: string): Role[] {
  const text = line.replace(/[|+*"']/g, " ").trim();
  if (text.length < 2 || text.length > 300 || /[.!?:]$/.test(text)) return [];
  const words = text.split(/[\s,;\t]+/).filter((word) => word !== "");
  const columns = words.filter((word) => COLUMN.test(word));
  if (columns.length < 2 || columns.length * 10 < words.length * 7) return [];
  const roles: Role[] = [];
  for (const match of text.matchAll(SIDE)) {
    if (/^(?:p(?:or)?t|asn?|geo|country|city|name)$/i.test(match[3] ?? "")) continue;
    roles.push(match[2] === undefined ? "accused" : "victim");
  }
  return roles;
}

const SOURCE_HEADING = new RegExp(
  `(?<![a-z])(?:${SOURCE_WORD}|following|your|below|involved|participating|zombie|from)(?![a-z])`,
  "i",
);
const VICTIM_HEADING =
  /(?<![a-z])(?:target(?:s|ed|ing)?|victims?|destinations?|dst|our|attacked (?:hosts?|ips?|systems?|servers?)|it was targeting|affected (?:hosts?|systems?)|to (?:the following )?(?:hosts?|ips?))(?![a-z])/i;

/** What a heading over a list of addresses makes of them; null when the line is no heading or says neither. */
export function headingRole(line: string): Role | null {
  const text = line.trim();
  if (text === "" || text.length > 400) return null;
  if (VICTIM_HEADING.test(text.slice(-120)) && !/\byour\b/i.test(text.slice(-120))) return "victim";
  return SOURCE_HEADING.test(text) ? "accused" : null;
}
