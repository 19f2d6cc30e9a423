import { inText, type Rule } from "../rule.ts";

export const COPYRIGHT_RULES: Rule[] = [
  {
    type: "copyright",
    at: { facts: 10 },
    pattern: /^format:acns$/m,
    reason: "It carries a copyright notice in ACNS form",
  },
  {
    type: "copyright",
    at: inText(5),
    pattern:
      /(?:copyright\S{0,4} (?:\S{1,20} ){0,3}(?:infring|violation|abuse|notice|complaint|work|material|content|act|owner)|claimed (?:copyright )?infringement|infring(?:ement|ing|es?)\b|\bdmca\b|digital mill?ennium|unauthori[sz]ed (?:\S{1,15} ){0,3}(?:cop(?:y|ies|ying)|distribution|sound recordings?|streams?|streaming|broadcast|use of copyright)|urheberrecht|droits? d'auteur|contrefaçon|auteursrecht|derechos? de autor|propiedad intelectual|direitos? autora|diritto d'autore|авторск\S{1,4} (?:и \S{0,6} ?смежн\S{2,3} )?прав|praw\w? autorsk|abmahnung|저작권)/,
    reason: "It claims infringement of copyright",
  },
  {
    type: "copyright",
    at: inText(4),
    pattern:
      /(?:intellectual property|\bpirac(?:y|ies)\b|\bpirated?\b|anti-?piracy|bit ?torrent|\btorrents?\b|peer[- ]to[- ]peer|\bp2p\b|info-?hash|rights? ?(?:holder|owner)s?|penalty of perjury|exclusive (?:copy)?rights?|illegal (?:stream|copies|download)|live event|settlement|filesharing|pair[- ]à[- ]pair|partage .{0,30}(?:film|œuvre|série|musique)|shar(?:ed|es|ing) (?:\S{1,12} ){0,3}(?:movie|film|book|song|album|series)|without (?:permission|licen[cs]e|authori[sz]ation) (?:of|from) (?:the )?(?:owner|publisher|author|rights?)|tauschbörse)/,
    reason: "It speaks of shared works and their owners",
  },
  {
    type: "copyright",
    at: { sender: 4 },
    pattern:
      /(?:copyright|anti-?piracy|\bdmca\b|infring|ip-echelon|irdeto|opsec|markmonitor|vobile|\briaa\b|\bifpi\b|\bmpa\b|takedown\.piracy|contentprotection)/,
    reason: "The sender watches over copyrights",
  },
  {
    type: "copyright",
    at: { facts: 6 },
    pattern: /^label:.{0,30}(?:copyright|dmca|p2p|piracy|trademark|infring)/m,
    reason: "The sender's label says copyright",
  },
];

/** What a host spreads or suffers: phishing pages, malware, bots and controllers, services open to misuse. */
export const PHISHING_MALWARE_RULES: Rule[] = [
  {
    type: "phishing_malware",
    at: inText(6),
    pattern:
      /(?:phish|fake log-?in|(?:harvest|steal)\S{0,3} (?:\S{1,12} ){0,3}(?:credentials|passwords|log-?ins?|data)|\bsmishing|hameçonnage|suplantación|фишинг|wyłudz)/,
    reason: "It speaks of phishing",
  },
  {
    type: "phishing_malware",
    at: inText(5),
    pattern:
      /(?:\bmalware|\btrojan\b|ransomware|\bmalicious (?:code|file|software|content|url|link|site|domain|binar|payload|javascript)|\bspyware\b|\bstealer\b|cobalt ?strike|command[- ](?:and|&)[- ]control|\bc ?(?:&|and|2|&amp;) ?c\b|\bc2s?\b|botnet (?:controller|node|drone|c2|command)|\bsinkhole|schadsoftware|schadcode|logiciel malveillant|maliciel|kwaadaardig|código malicioso|software dannoso|вредоносн|złośliw|defac(?:ed|ement))/,
    reason: "It speaks of malware or its controllers",
  },
  {
    type: "phishing_malware",
    at: inText(4),
    pattern:
      /(?:exploit kit|(?:was|has been|got|been) hacked|hacked (?:site|page|web ?site|server|account)|\binfected (?:with|by|ips?|hosts?|machines?|systems?|computers?|devices?|web)|bot[- ]?(?:net)?[- ]?infection|\bdrone\b|equipo comprometido|kompromittiert|botnetz?-?aktivität|kompromittierung|équipement (?:infecté|compromis)|geïnfecteerd|gecompromitteerd|infizierte?\b|infettat|infectad|заражен|зараж[её]н|zainfekowan|compromised (?:web ?site|web ?page|account|hosts? on|system in|server at)|\bbotnet (?:activity|member|infect)|zombie)/,
    reason: "It speaks of an infected or taken-over machine",
  },
  {
    type: "phishing_malware",
    at: inText(5),
    pattern:
      /(?:(?<!(?:for|find|finding) (?:an |any )?)open(?:ly accessible)?[- ](?:dns )?(?:resolver|recursive|proxy|relay|memcached|ntp|ssdp|snmp|ldap|mongodb|redis|elasticsearch|vpn|rdp|smb|telnet)|openresolver|(?:accessible|exposed|vulnerable|unsecured|misconfigured|outdated|unpatched) (?:\S{1,20} ){0,3}(?:service|server|device|system|host|port|instance|database|installation|router|exchange|bgp|rdp|smb|resolver)s?\b|(?:services?|ports?|devices?) (?:openly |publicly )?(?:accessible|exposed) (?:from|on|to) the internet|exploitable (?:ssdp|ntp|dns|snmp|chargen)|security (?:advisory|vulnerability notification)|offene[rn]? (?:dns-)?(?:resolver|ports?|dienst)|verwundbar|schwachstelle|sicherheitslücke|öffentlich erreichbar|vulnérab|kwetsba|vulnerable[s]?\b|vulnerabil|уязвим|podatnoś|\bcve-\d{4}-\d{3,6})/,
    reason: "It reports a service that stands open or is vulnerable",
  },
  {
    type: "phishing_malware",
    at: { sender: 4 },
    pattern:
      /(?:shadowserver\.org|urlhaus|abuse\.ch\b|safe ?browsing|phishtank|phishlabs|phishfort|openphish|phish)/,
    reason: "The sender reports phishing and malware",
  },
  {
    type: "phishing_malware",
    at: { facts: 5 },
    pattern: /^format:shadowserver$/m,
    reason: "It is a Shadowserver report",
  },
  {
    type: "phishing_malware",
    at: { facts: 5 },
    pattern:
      /^label:.{0,30}(?:phish|malware|botnet|bot|c2|infect|compromis|vulnerab|open|drone|sinkhole)/m,
    reason: "The sender's label says phishing, malware or an open service",
  },
  {
    type: "phishing_malware",
    at: { subject: 4, body: 3 },
    pattern:
      /(?:safe browsing report|<?notification message\b|abusehub|malicious (?:activity on|ip|host)|hosting malicious|hosts? (?:a )?malicious)/,
    reason: "It is a report about harmful pages or hosts",
  },
];

/** Cheating with money, goods, identities. */
export const FRAUD_RULES: Rule[] = [
  {
    type: "fraud",
    at: inText(5),
    pattern:
      /(?:\bfraud|\bscam(?:s|mers?|ming)?\b|\bfake (?:shop|store|job|web ?site|site|company|bank|investment|escrow|lotter)|investment scam|advance[- ]fee|\b419[- ]scam|nigerian|money[- ](?:mule|launder)|\bbetrug|betrüg|\barnaque|escroquerie|oplichting|\bestafa|\btruffa|\bgolpe\b|fraude\b|мошенни|oszust)/,
    reason: "It speaks of fraud",
  },
  {
    type: "fraud",
    at: inText(4),
    pattern:
      /(?:\bcarding\b|stolen (?:credit )?cards?|credit card (?:fraud|theft|number)|chargeback|unauthori[sz]ed (?:transaction|purchase|order|payment|transfer|withdrawal)|identity theft|impersonat|pretend(?:s|ing) to be|falsely using|imitating|(?:my|our|his|her|the) (?:\S{1,15} ){0,3}(?:account|e-?mail|paypal|facebook|instagram) (?:was|has been|got|is) (?:\S{1,10} )?(?:hacked|stolen|hijacked|taken over|compromised)|account take-?over|identitätsdiebstahl|usurpation d'identité|identiteitsfraude|suplantación de identidad|furto d'identità)/,
    reason: "It speaks of stolen cards, accounts or identities",
  },
  {
    type: "fraud",
    at: inText(3),
    pattern:
      /(?:\bbogus\b|counterfeit|deceiv|deceptive|misrepresent|swindl|ponzi|pyramid scheme|\bpurport|falsely (?:claim|us|represent)|(?:not|never) (?:\S{1,12} )?(?:affiliated|connected|associated|involved) with|not a real|(?:bank|wire|money|western union) (?:account|transfer)|paid .{0,60}never (?:arrived|received|sent|shipped)|gift ?cards?|giveaway|romance|crypto ?(?:currency)? (?:investment|scam|giveaway|fraud)|consumer (?:protection|affairs)|advance payments?|(?:los[et]|losing|stole|stolen|took|withdr\S{2,4}) (?:\S{1,12} ){0,3}(?:money|savings|euros?|dollars?|eur|usd)|without authori[sz]ation of|rogue (?:shop|pharmacy|site)|somebody else's (?:\S{1,12} )?(?:account|card)|financial (?:regulator|conduct|loss|authority)|unlicen[sc]ed|(?:account|e-?mail|identity) .{0,30}(?:hacked|stolen)|(?:forged|fake|false) (?:\S{1,12} )?(?:identit|passport|documents?|papers|id\b)|gefälscht|fakeshop|faux site|valse (?:winkel|site)|поддельн|fałszyw)/,
    reason: "It speaks of deceit for money",
  },
  {
    type: "fraud",
    at: { facts: 6 },
    pattern: /^label:.{0,30}(?:fraud|scam|carding|419)/m,
    reason: "The sender's label says fraud",
  },
];
