/** What an address is in a complaint, judged by the words round it. */
export type Role = "accused" | "victim" | "noise";
/** How plainly it is said; a plainer saying of one address overrules a vaguer one of another. */
export type Strength = "label" | "log" | "prose" | "named";
export type Judgement = { role: Role; strength: Strength; reason: string };

type Rule = Judgement & { before?: RegExp; after?: RegExp };

/** Words for the side that did it and the side it was done to, as labels, columns and log keys spell them. */
const SOURCE_WORD =
  "(?:src|source|offend(?:ing|er)|attack(?:er|ing)(?:'?s)?|abus(?:er|ive|ing)|infring(?:er|ing)(?:'?s)?|malicious|suspicious|suspected|hostile|intruder|originat(?:ing|or)|origin|sender|sending|client|remote|bot|infected|compromised|blacklisted|listed|banned|blocked|reported|accused|culprit|spam(?:mer)?|scanner|scanning|rhost|violator|perpetrator|botnet|c2|c&c|vulnerable|angreif(?:er|ende)|absender|quell|herkunft|aanvallende?r?|bron|attaquante?|origine|origen|atacante|источник|driver)";
const VICTIM_WORD =
  "(?:dst|dest(?:ination)?s?|destips?|target(?:ed|s)?|victim(?:s)?|attacked|ziel|opfer|doel(?:wit)?|cible|victime|objetivo|destino|v[ií]ctima|our|local|lip|laddr|honeypot|sensor|destinat[a-z]*|logged by|server ip|to)";

/** First rule that fits the text right before and after an address decides. `before` ends at the address. */
const RULES: readonly Rule[] = [
  noise("loopback or resolver line", {
    before: /(?:nameserver|dns server|resolver|ns\d?)\s*[:=]?\s*$/i,
  }),
  noise("user agent", {
    before:
      /(?:version|build|v|ver\.?|release|firmware|kernel|openssl|php|apache|nginx|postfix|exim|fail2ban|asterisk|wordpress|plugin)[ /:]{1,2}$/i,
  }),
  noise("message id", {
    before: /<[^<>\s]{0,80}$/,
    after: /^[^<>\s]{0,80}@?[^<>\s]{0,40}>(?!\s*(?:->|to))/,
  }),
  victim("label", "key of a log", {
    before: new RegExp(
      `(?:^|[\\s"'{[(,;|<_])(?:${VICTIM_WORD.replace("|to)", ")")})[ _-]?(?:ips?|ip[ _-]?addr(?:ess(?:es)?)?|addr(?:ess(?:es)?)?|hosts?|server|machines?|systems?)?(?:\\(s\\))?["']?\\s{0,3}(?:[:=]|is|was|:=)\\s{0,4}["'[(<]{0,2}$`,
      "i",
    ),
  }),
  accused("label", "key or label", {
    before: new RegExp(
      `(?:^|[\\s"'{[(,;|<>_*-])${SOURCE_WORD}[ _'s-]{0,3}(?:(?:system|host|server|computer|machine|network|client|user|node|internet|server'?s|resource|proxy)s?[ _]?)?(?:ips?|ipv[46]|ip[ _-]?addr(?:ess(?:es)?)?|ip[ _-]?\\w{0,12}|addr(?:ess(?:es)?)?|hosts?|hostname)?(?:\\(s\\)|\\(es\\))?(?: \\([^()]{1,20}\\))?["']?\\s{0,3}(?:[:=]|=>)\\s{0,20}["'[(<*]{0,3}$`,
      "i",
    ),
  }),
  accused("log", "connection arrow", {
    after: /^[\])}"']?(?:[ :]\d{1,5})?[\])]?\s{0,4}(?:->|-->|=>|→|»|>)\s/,
  }),
  victim("log", "connection arrow", { before: /(?:->|-->|=>|→|»|\s>)\s{0,4}["'[(]?$/ }),
  accused("log", "log line", {
    before:
      /(?:rhost=|\bSRC=|src(?:_?ip)?[=:]"?|\bfrom[ :=]{1,2}["'<[(]?|client[ =:[]+|\brip=|\bremote(?:_?addr\w*|_?ip|host)?[=: ]"?|unknown\[|\[client |\bhost[= ]|for IP |HOST[= ]|peer[=: ]"?|ip=|\baddr=|by \(|\()$/i,
  }),
  victim("log", "log line", {
    before:
      /(?:\bDST=|dst(?:_?ip)?[=:]"?|\blip=|\bladdr=|local(?:_?addr\w*|_?ip)?[=: ]"?|\bserver[=: ]"?|\bto[ :=]{1,2}["'<[(]?|\bagainst[ ]|\bon[ ]|\bvs\.?[ ])$/i,
  }),
  accused("named", "IP label", {
    before:
      /(?:^|[\s"'({[,;|*>-])(?:ips?|ipv[46]|ip[ _-]?addr(?:ess(?:e|es)?)?|adresses? ip|ip-?adres(?:se)?|direcci[oó]n ip|indirizzo ip|ip адрес|ip-адрес|address|host|system|адрес)(?:\(s\)|\(es\))?["']?\s{0,3}[:=]\s{0,20}["'[(<*]{0,3}$/i,
  }),
];

function accused(strength: Strength, reason: string, at: Pick<Rule, "before" | "after">): Rule {
  return { role: "accused", strength, reason, ...at };
}

function victim(strength: Strength, reason: string, at: Pick<Rule, "before" | "after">): Rule {
  return { role: "victim", strength, reason, ...at };
}

function noise(reason: string, at: Pick<Rule, "before" | "after">): Rule {
  return { role: "noise", strength: "label", reason, ...at };
}

/** Judges an address by up to 120 characters before and 80 after it on its line. Null when the words say nothing. */
export function judgeByWords(before: string, after: string): Judgement | null {
  const rule = RULES.find(
    (each) => (each.before?.test(before) ?? true) && (each.after?.test(after) ?? true),
  );
  return rule ? { role: rule.role, strength: rule.strength, reason: rule.reason } : null;
}

const COLUMN = new RegExp(
  `(?<![\\w])(?:(${SOURCE_WORD})|(${VICTIM_WORD.replace("|to)", ")")}))[ _.-]?(?:(?:server|host|system)s?[ _]?)?(port|pt|ip|ips|addr\\w*|host\\w*|server)?(?![a-z])|(?<![\\w])(ip(?:v[46])?(?:[ _-]?addr\\w*)?)(?![a-z])`,
  "gi",
);

/** The roles of the address columns of a table head, in order: `TIME SRC IP DST IP` gives accused, victim. */
export function columnRoles(head: string): Role[] {
  const roles: Role[] = [];
  for (const match of head.matchAll(COLUMN)) {
    if (/^p(?:ort|t)$/i.test(match[3] ?? "")) continue;
    roles.push(match[2] === undefined ? "accused" : "victim");
  }
  return roles;
}
