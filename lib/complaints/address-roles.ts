/** What an address is in a complaint, judged by the words round it. */
export type Role = "accused" | "victim" | "noise";
/**
 * How plainly it is said: a label or a column, the heading of a list, a bare "IP:", the words of a sentence, a log line. A
 * plainer saying of one address overrules a vaguer one of another.
 */
export type Strength = "label" | "named" | "prose" | "log";
export type Judgement = { role: Role; strength: Strength; reason: string };

type Rule = Judgement & { before?: RegExp; after?: RegExp };

/** Words for the side that did it, as labels, columns and log keys spell them. */
export const SOURCE_WORD =
  "(?:src|source|offend(?:ing|er)|attack(?:er|ing)(?:'?s)?|abus(?:er|ive|ing)|infring(?:er|ing)(?:'?s)?|malicious|suspicious|suspected|hostile|intruder|originat(?:ing|or)|origin|sender|sending|client|remote|bot|infected|compromised|blacklisted|listed|banned|blocked|reported|affected|related|accused|culprit|spam(?:mer)?|scanner|scanning|rhost|violator|perpetrator|botnet|vulnerable|attackierende|angreif(?:er|ende)|absender|quell|herkunft|aanvallende?r?|bron|attaquante?|origine|origen|origem|sorgente|atacante|attaccante|źródł[^\\s:]{0,8}|zdroj[^\\s:]{0,8}|атакующ[^\\s:]{0,8}|отправител[^\\s:]{0,4}|источник[а]?|driver)";
/** Words for the side it was done to. */
export const VICTIM_WORD =
  "(?:dst|dest(?:ination)?s?|destips?|target(?:ed|s)?|victim(?:s)?|attacked|ziel|opfer|doel(?:wit)?|cible|victime|objetivo|destino|v[ií]ctima|our|my|local|lip|laddr|honeypot|sensor|destina[a-z]*|slachtoffer|docelow[^\\s:]{0,4}|cíl[^\\s:]{0,6}|назначения|logged by|monitored|receiving|cc|c2|c&c)";
const NOUN =
  "(?:(?:system|host|server|computer|machine|network|client|user|node|internet|resource|proxy|public|external)s?(?:'s)?[ _]?){0,3}(?:ips?|ipv[46]|ip[ _-]?\\w{0,12}|addr(?:ess(?:es)?)?|hosts?|hostname|server|system|machine)?(?:\\(s\\)|\\(es\\))?";
/** Ends a phrase of origin: what follows is theirs, or where it went. */
const TURN =
  "(?:our|my|to|towards|against|on|into|unser\\p{L}*|mein\\p{L}*|gegen|auf|nach|an|onze?|ons|mijn|naar|tegen|op|notre|nos|mon|mes|vers|contre|sur|nuestr\\p{L}*|mi|mis|hacia|contra|para|noss\\p{L}*|nostr\\p{L}*|verso|contro|na|nasz\\p{L}*|do|náš|naš\\p{L}*|наш\\p{L}*|на|к|vår\\p{L}*|vores|mot|till|til)";
/** Words that say `from` and little else; then those that say `of` as well, and need the word address or host behind them. */
const FROM = "(?:from|by|using|via|through|behind|vanaf|desde|depuis|durch|från|fra)";
const FROM_OR_OF =
  "(?:von|vom|aus|van|uit|door|de|du|del|da|dal|do|dalla|z|ze|od|с|со|от|из|par|por)";
const HOST_WORD =
  "(?:ip\\S{0,10}|adres\\p{L}{0,4}|address|anschrift|direcci[oó]n|indirizzo|endere[cç]o|host|hôte|rechner|адрес\\p{L}{0,3}|айпи)";
const FROM_THERE = new RegExp(
  `(?<!\\p{L})(?:${FROM} (?:(?!${TURN} )[\\p{L}'’/()-]{1,20}[ :,]{1,2}){0,5}|${FROM_OR_OF} (?:(?:(?!${TURN} )[\\p{L}'’]{1,12}[ ’']){0,2}${HOST_WORD}[ :]{1,2}(?:ip[ :]{1,2})?)?)["'([*„“]{0,3}$`,
  "iu",
);
/** Breaks a phrase that began with `our`: what follows is what the thing is about, or who saw it. */
const BREAK =
  "(?:from|by|using|via|about|regarding|concerning|the|your|this|that|saw|sees?|seen|detect\\p{L}*|record\\p{L}*|logged|notic\\p{L}*|observ\\p{L}*|block\\p{L}*|bann\\p{L}*|flagg\\p{L}*|caught|identif\\p{L}*|show\\p{L}*|found|over|betreffende|inzake|vanaf|über|bezüglich|von|durch|ihre?\\p{L}?|concernant|depuis|acerca|sobre|desde|riguardo|dotycz\\p{L}*|ohledně|från|fra|om|с|от|из|z|od|da|dal)";
const OUR_SIDE = new RegExp(
  `(?:(?<!\\p{L})(?:our|my)[ ](?:(?!${BREAK}[ ])[\\p{L}\\d_-]{1,20}[ ]){0,5}|\\b(?:against|to|towards|target(?:ed|ing)|hit(?:ting)?|attack(?:ed|ing)|scann(?:ed|ing)|prob(?:ed|ing)|vers|gegen|an unsere[nr]?)[ ](?:(?:the|our|my|host|hosts|server|servers|ip|ips|address|addresses|system|machine|port|\\d+|on|of|at)[ ]){0,5})["'([]{0,2}$`,
  "iu",
);
const OURS_FOREIGN = new RegExp(
  `(?<!\\p{L})(?:náš|naš\\p{L}{0,4}|nasz\\p{L}{0,4}|nuestr\\p{L}{1,2}|nostr\\p{L}|noss\\p{L}{1,2}|notre|nos|onze|ons|unser\\p{L}{0,2}|наш\\p{L}{0,3}|vår\\p{L}{0,2}|vores|meidän) (?:(?!${BREAK} )[\\p{L}-]{1,20} ){0,4}["'([]?$`,
  "iu",
);
/** `our sensors saw host`, `we detected`: what a sensor sees is what came to it. */
const SEEN =
  /(?<!\p{L})(?:saw|seen|detected|recorded|logged|noticed|observed|flagged|caught|identified|banned|blocked)(?: (?:the|your|that|an?|ips?|hosts?|address(?:es)?|machine|system|traffic from|activity from)){0,4} ["'([]?$/iu;
/** `related to`, `assigned to`: a direction of words, not of packets. */
const BELONGING =
  /\b(?:relat(?:ed|ing)|pertain\w{0,4}|belong\w{0,4}|assigned|allocated|attributed|registered|leased|linked|tied|traced(?: back)?|regard|respect) to (?:(?:the|your|this|these|an?|customer|subscriber|user|ips?|address(?:es)?|host|server|following)[ :]{1,2}){0,5}["'([]?$/i;
const OPENING = "[\"'[(<*]{0,3}";

/** First rule that fits the text right before and after an address decides. `before` ends at the address. */
const RULES: readonly Rule[] = [
  noise("resolver", {
    before: /(?:nameserver|dns server|resolver|ns\d?)\s{0,20}(?:[:=]\s{0,20})?$/i,
  }),
  noise("version", {
    before:
      /\b(?:version|build|v|ver\.?|release|firmware|kernel|openssl|php|apache|nginx|postfix|exim|asterisk|wordpress|plugin)[ /:]{1,2}$/i,
  }),
  noise("edge of a reverse proxy", { before: /\bReported Source IPs?: ?\{?$/i }),
  accused("label", "host behind a reverse proxy", {
    before: /\bactual host .{3,200} following IP addresses[.:] (?:[\da-f.:]+,? ){0,10}$/i,
  }),
  noise("message id", { before: /<[^<>\s]{0,80}$/, after: /^[^<>\s]{0,80}@[^<>\s]{1,80}>/ }),
  victim("label", "label of the other side", {
    before: new RegExp(
      `(?:^|[\\s"'{[(,;|<_*-])${VICTIM_WORD}[ _'s-]{0,3}${NOUN}["']?(?:\\s{0,3}(?:[:=]|is\\b|was\\b)\\s{0,20}|\\s{1,4}\\(|\\s{2,20})${OPENING}$`,
      "i",
    ),
  }),
  accused("label", "label of the accused side", {
    before: new RegExp(
      `(?:^|[\\s"'{[(,;|<>_*-])${SOURCE_WORD}[ _'s-]{0,3}${NOUN}(?: \\([^()]{1,20}\\))?["']?\\s{0,3}(?:[:=]|=>)\\s{0,20}${OPENING}$`,
      "i",
    ),
  }),
  accused("label", "what a web address resolves to", { before: /https?:\/\/\S{3,400} is $/i }),
  accused("log", "connection arrow", {
    after:
      /^[\])}"']?(?:[ :]\d{1,5})?[\])]?\s{0,4}(?:-&gt;|->|-->|=>|→|»|>)\s{0,4}[[(]?[\da-f.:]{2}/,
  }),
  victim("log", "connection arrow", {
    before: /\d[\])}]?\s{0,4}(?:-&gt;|->|-->|=>|→|»|>)\s{0,4}["'[(]?$/,
  }),
  accused("log", "access log", { after: /^ (?:\S{1,60} ){1,3}\[\d{1,2}\/\w{3}\/\d{4}:/ }),
  accused("log", "log line", {
    before:
      /(?:rhost=|\bSRC=|src(?:_?ip)?[=:]"?|client[ =:[]+|\brip=|\bremote(?:_?addr\w*|_?ip|host)?[=:]"?|unknown\[|\[client |\bhost=|peer[=:]"?|\bip=|\baddr=|by \(|\bcip=|relay=\S{0,100}\[)$/i,
  }),
  victim("log", "log line", {
    before:
      /(?:\bDST=|dst(?:_?ip)?[=:]"?|\blip=|\bladdr=|local(?:_?addr\w{0,20}|_?ip)?[=:]"?|\bserver[=:]"?)$/i,
  }),
  victim("label", "field of the other side", {
    before:
      /["']?(?:destination|dest|dst|target|server|victim|local)["']?\s{0,3}[:=]\s{0,3}\{\s{0,20}["']?(?:ip|addr(?:ess)?)["']?\s{0,3}[:=]\s{0,3}["']?$/i,
  }),
  accused("named", "bare label", {
    before: new RegExp(
      `(?:^|[\\s"'({[,;|*>-])(?:ips?|ipv[46]|ip[ _-]?addr(?:ess(?:e|es)?)?|adresses? ip|ip-?adres(?:se)?|direcci[oó]n ip|indirizzo ip|ip адрес|ip-адрес|address|host|system|адрес)(?:\\(s\\)|\\(es\\))?["']?\\s{0,3}[:=]\\s{0,20}${OPENING}$`,
      "i",
    ),
  }),
  accused("prose", "word of origin right before", { before: FROM_THERE }),
  accused("prose", "words of belonging", { before: BELONGING }),
  accused("prose", "somebody saw it", { before: SEEN }),
  victim("log", "log line", { before: /\bsrc\S{0,5} \S{7,45} dst\S{0,5} $/i }),
  victim("prose", "it was done to it", {
    after:
      /^[)\]]{0,2}(?::\d{1,5})?[)\]]{0,2},? (?:(?:was|were|is being|has been|have been|is|got) (?:\w{1,12} )?(?:hit|attacked|scanned|targeted|probed|flooded|overloaded|under attack)|(?:received|saw|observed|experienced|registered) (?:about |some |over )?[\d.,]{1,12}k? (?:\w{1,12} )?(?:requests?|connections?|packets?|attempts?|logins?|hits))\b/i,
  }),
  victim("prose", "where others come to", {
    after:
      /^(?:[/,: ]{1,2}(?:tcp|udp|port)[/: ]{0,2}\d{1,5})?(?:, (?:tcp|udp|port)[/: ]?\d{1,5})?[)\]] (?:coming|originating) from\b/i,
  }),
  victim("prose", "what our policy is asked to reject", {
    before:
      /\b(?:reject(?: lines?| rules?)?|exclude)(?: (?:for|to|of|our|my|the|these|addresses|range|network|prefix|server|ip)){0,5} $/i,
  }),
  victim("prose", "what they run", {
    before:
      /\b(?:we|i) (?:run|operate|host|maintain|own|manage) (?:(?!from |by |using )[\w-]{1,20} ){0,8}["'([]?$/i,
  }),
  victim("prose", "words about the other side", {
    before: OUR_SIDE,
  }),
  victim("prose", "what is ours", {
    before: OURS_FOREIGN,
  }),
  accused("prose", "particle of origin", {
    before:
      /(?:来自|來自|源自|攻击源|攻撃元|送信元|源)(?:\s?(?:的)?\s?(?:ip)?(?:地址|アドレス|位址)?)?\s?[:：]?\s?$/iu,
  }),
  accused("prose", "particle of origin", {
    after: /^[」』）)]?\s?(?:から|より|에서|로부터|发起|發起|发出)/u,
  }),
  victim("prose", "particle of direction", {
    after: /^[」』）)]?\s?(?:への|へ|に対|宛|에 대한|으로의)/u,
  }),
  victim("prose", "particle of direction", {
    before:
      /(?:目的|目标|目標|宛先|受害|被攻击|我方|我们的|当社サーバ|대상)(?:\s?(?:ip|服务器|伺服器|サーバー?|서버))?(?:地址|アドレス|位址)?\s?[:：]?\s?$/iu,
  }),
  accused("prose", "words about the accused side", {
    before:
      /(?:\b(?:from|by|de|von|vom|van|od|da|desde|depuis|behind|hosted (?:on|at|by|under)|resolv\w+ to|with|using|called|via)\b[ ](?:[\p{L}'/()-]{1,20}[ :,]{1,2}){0,6}|\b(?:ips?|ip[ -]?address(?:es)?|ip[- ]adres(?:se)?|adresse ip|direcci[oó]n ip|ip адрес\w*|host|machine|computer|server|system|customer|client|address)[ ,:]{1,2}(?:[\p{L}']{1,12}[ ]){0,2})["'([*„“]{0,3}$/iu,
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
