import type { Rule } from "../rule.ts";

export const BLOCKLIST_RULES: Rule[] = [
  {
    type: "blocklist_notice",
    at: { subject: 7, own: 5, body: 4, evidence: 3 },
    pattern:
      /(?:(?:added|listed|listing|found) (?:\S{1,40} ){0,4}(?:on|to|in|at) (?:\S{1,25} ){0,4}(?:block ?list|black ?list|deny ?list|dnsbl|\brbl\b|\bsbl\b|\bxbl\b|\bcbl\b|\bdrop\b|zapbl|spamrats|sorbs|uceprotect|barracuda|spamhaus|\S{2,40}\.spamhaus\.org)|\bdelist(?:ing|ed)?\b|removal (?:request for|instructions)|\b(?:added to|listed (?:on|in|by)) [a-z]{3,12}bl\b|^(?:new )?listing\b|(?:network|address|ip|range|host) (?:\S{1,20} )?(?:has been|was|is) (?:black)?listed\b|(?:banned|blocked) (?:from|on) (?:our|the|using) (?:\S{1,15} ){0,2}(?:game|gaming|platform|network|service)|\d blacklists|\bsbl notify|\bsbl\d{4,8}\b|\bdnsbl\b|\brbl\b|blacklisted (?:from|from using|by|on|in)|is blacklisted|address(?:es|\(es\))? (?:were |was |is |are )?(?:\S{1,10} )?(?:black|block)listed|blacklist (?:monitor|report|alert|notif|severity)|reputation (?:monitor|report|alert)|auf (?:eine|der|die) (?:black|block|sperr)liste|liste noire|lista negra|чёрн\S{2} спис|черн\S{2} спис|czarn\S{1,2} list)/,
    reason: "It reports the listing of an address",
  },
  {
    type: "blocklist_notice",
    at: { subject: 4, sender: 3 },
    pattern:
      /(?:\bblack ?list|\bblock ?list|spamhaus|uceprotect|mxtoolbox|0spam|project ?honey ?pot|\bsorbs\b|dronebl|darklist|mail-abuse|barracudacentral|hetrix)/,
    reason: "A blocklist or a list monitor is behind it",
  },
  {
    type: "blocklist_notice",
    at: { body: 2 },
    pattern:
      /(?:\bblack-?list|\bblock-?list|\bdeny-?list|\bdelist|\blisting\b|\blisted (?:on|in|by)|\breputation\b)/,
    reason: "It speaks of lists",
  },
  {
    type: "blocklist_notice",
    at: { facts: 7 },
    pattern: /^label:.{0,30}(?:block ?list|black ?list|rbl|dnsbl|reputation)/m,
    reason: "The sender's label says blocklist",
  },
];

/** A service asks how to keep Tor out, or asks us to keep off it. */
export const BLOCK_REQUEST_RULES: Rule[] = [
  {
    type: "block_request",
    at: { subject: 7, own: 7 },
    pattern:
      /(?:(?:how (?:can|do|could|to)|want to|would like to|wish to|need to) (?:\S{1,10} ){0,3}(?:block|ban|filter|refuse|keep out|deny) (?:\S{1,15} ){0,3}(?:tor|onion|exit nodes?|exits?)\b|(?:reject|block|exclud|refus)\S{0,4} .{0,60}(?:in|from|to) (?:the|your) (?:tor )?exit polic|block (?:all )?(?:tor|exit) (?:exit )?(?:nodes?|users?|relays?|traffic)|list of (?:all )?(?:your )?(?:tor )?(?:exit|relay)s?\b|(?:exclude|remove|add) (?:\S{1,15} ){0,8}(?:from|to|in) your (?:tor )?(?:exit )?polic(?:y|ies)|(?:reject|block|exclude|null-?route|opt[- ]out) (?:\S{1,15} ){0,6}(?:our|my|these|the following) (?:\S{1,15} ){0,3}(?:network|range|subnet|prefix|ip|addresse?|server|site|domain)s?\b.{0,80}(?:exit|relay|tor|node|your (?:side|end))|\btor (?:users|traffic|exits?|nodes?)\b.{0,160}(?:keep|lock|shut|kick|throw) (?:them|it|those|these|tor) out|\btor users\b.{0,160}(?:firewall|block|keep|out\b)|keep (?:tor|your (?:exit|relay)s?) (?:off|away|out)|tor (?:\S{1,15} ){0,4}(?:blockieren|sperren|aussperren)|bloquer (?:\S{1,10} ){0,3}tor\b|bloquear (?:\S{1,10} ){0,3}tor\b|tor (?:\S{1,10} ){0,3}(?:blokkeren|weren)|bloccare (?:\S{1,10} ){0,3}tor\b|заблокировать (?:\S{1,10} ){0,3}(?:tor|тор)|zablokować (?:\S{1,10} ){0,3}tor)/,
    reason: "It asks how to keep Tor out, or us to keep off",
  },
  {
    type: "block_request",
    at: { own: 2, subject: 2 },
    pattern:
      /(?:\btor (?:exit|relay|node|network|users?)|exit ?polic|onion ?oo|tor browser|torproject)/,
    reason: "It knows what Tor is",
  },
  {
    type: "other_not_complaint",
    at: { own: 6 },
    pattern:
      /(?:(?:writ(?:e|ing)|working on|for) (?:my|a|our|an) (?:\S{1,15} )?(?:thesis|dissertation|article|paper|study|story|documentary)|may i (?:ask|interview) you|(?:take part|participate) in (?:my|a|our|the) (?:\S{1,15} )?(?:survey|study|interview)|(?:bachelor|master|doktor)arbeit|mémoire de (?:master|fin)|scriptie)/,
    reason: "Somebody asks for research or a story",
  },
  {
    type: "other_not_complaint",
    at: { subject: 6, own: 5 },
    pattern:
      /(?:application (?:as|for the (?:position|job|post))|apply for (?:the|this|your) (?:job|position|post|role)|(?:my|the) (?:cv|curriculum vitae|résumé) (?:is )?(?:attached|enclosed)|\bbewerbung (?:als|um)|candidature (?:au|pour)|sollicitatie)/,
    reason: "Somebody looks for work",
  },
];

/** Somebody accuses an address of ours: the usual phrases, whatever the matter is. */
export const COMPLAINT_RULES: Rule[] = [
  {
    type: "complaint",
    at: { subject: 4, body: 3 },
    pattern:
      /(?:\babuse (?:report|complaint|alert|notice|notification|message|from|contact|ticket|incident)|report(?:ing)? (?:an? )?abuse|network abuse|security incident|\babuse:|missbrauch|signalement|melding van misbruik|abuso|segnalazione|жалоба|zgłoszenie|hlášení|attack(?:s|ed|ing)? (?:from|by|of|on|against|attempt)|angriff|attaque|aanval)/,
    reason: "It is a report of abuse",
  },
  {
    type: "complaint",
    at: { body: 4, subject: 3 },
    pattern:
      /(?:(?:originat\S{1,4}|coming|came|sent|launched|received|seen) from (?:\S{1,15} ){0,5}(?:your|ip|address)|(?:from|in|on|within|via) your (?:\S{1,10} )?(?:network|ip|server|address|netblock|range|system|host|customer|infrastructure|domain)|your (?:customer|client|user|host)s?\b|under your (?:control|responsibility)|belong(?:s|ing) to (?:you|your)|one of your|\byour (?:ip|address|server|host|machine|network|relay|subscriber|domain)\b|registered (?:to|under|with) your|(?:aus|in) ihrem netz|von ihrer ip|(?:kunden|inhaber) der ip|depuis votre|vanaf uw|desde su|dalla vostra|da sua rede|с вашего|из вашей|z państwa|controlled by you)/,
    reason: "It points to a machine of ours",
  },
  {
    type: "complaint",
    at: { body: 2 },
    pattern:
      /(?:(?:take|appropriate|necessary|immediate|strict|corrective) (?:\S{1,15} )?(?:action|steps|measures)|please (?:investigate|stop|check|look into|block|shut|remove|disable|suspend|terminate)|log (?:lines|entries|excerpt|extract|records)|logs? (?:below|attached|shown|follow)|timestamps?|evidence|bitte (?:prüfen|unterbinden|stellen)|merci de|gelieve|por favor|si prega|просим|prosimy)/,
    reason: "It asks for action or shows evidence",
  },
  {
    type: "complaint",
    at: { facts: 3 },
    pattern: /^accused:yes$/m,
    reason: "It names the address of the accused host",
  },
  {
    type: "complaint",
    at: { subject: 3, body: 2 },
    pattern:
      /(?:\b\d{1,3}(?:\[?\.\]?\d{1,3}){3}\b|\b[0-9a-f]{1,4}(?::[0-9a-f]{0,4}){3,7}|\bhxxps?:)/,
    reason: "It names an address",
  },
  {
    type: "complaint",
    at: { body: 3 },
    pattern:
      /(?:(?:we|i) (?:have )?(?:just )?(?:detected|noticed|observed|identified|discovered|found|recorded|received reports?)|we are (?:contacting|writing|receiving|notifying)|(?:to inform|notify|alert) you|to whom it may concern|dear (?:abuse|sir|provider|isp|administrator|network|hosting)|abuse (?:team|desk|department)|hello (?:abuse|team)|wir (?:haben|mussten|wurden) .{0,80}(?:festgestellt|erhalten|informiert)|sehr geehrte|bitte leiten sie|madame, monsieur|geachte|estimad|gentili|prezad|уважаем|szanown|nous avons (?:constaté|détecté)|wij hebben .{0,40}(?:vastgesteld|ontvangen)|hemos detectado|abbiamo rilevato|detectamos|мы обнаружили|wykryliśmy)/,
    reason: "It tells us what was observed",
  },
  {
    type: "complaint",
    at: { subject: 2, body: 2 },
    pattern:
      /(?:take ?down|remove or disable|(?:disable|remove|restrict|block|suspend) (?:\S{1,12} ){0,2}access|(?:below|following|above) (?:url|link|site|page|web ?site|content)|hosted (?:by|at|on|with)|you (?:host|appear to)|content removal|suspend (?:the|this)|shut (?:down|it down)|terminate|entfern|retirer|supprimer|verwijder|ontoegankelijk|eliminar|rimuov|удалить|ограничить|usun)/,
    reason: "It wants something taken down",
  },
  {
    type: "complaint",
    at: { facts: 3 },
    pattern:
      /^(?:format:(?!plain$|forwarded$)|pasted:mail|part:message\/(?:rfc822|feedback-report))/m,
    reason: "It carries a machine's report or the mail it is about",
  },
];
