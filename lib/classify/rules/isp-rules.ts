import type { Rule } from "../rule.ts";
import { OWN_SERVICE_STOPPED } from "./not-complaint-rules.ts";

/** What a host says of Tor on its own network; who only wants to be left alone has no customers to forbid it to. */
export const FORBIDS_TOR =
  /(?:(?:running|operating|hosting) (?:\S{1,12} ){0,3}(?:tor|exit|relay|prox)\S{0,7} (?:\S{1,12} ){0,4}(?:not|n't|never|no longer|forbidden|prohibited)|(?:not|n't|no longer) (?:permitted|allowed|tolerated) (?:on|in|within) our (?:network|servers|platform|infrastructure)|(?:tor|exit)\S{0,6} (?:\S{1,10} ){0,4}(?:verstößt|verstoßen|nicht (?:erlaubt|gestattet)|untersagt)|(?:tor|sortie) (?:\S{1,10} ){0,4}(?:interdit|pas autoris)|(?:tor|exit)\S{0,6} (?:\S{1,10} ){0,4}(?:niet toegestaan|verboden))/;

/** A provider speaks to its own customer: passes a complaint on, reminds, locks, unlocks, or cites its policy. */
export const ISP_RULES: Rule[] = [
  {
    type: "isp_notice",
    at: { facts: 2 },
    pattern: /^wrapper:(?:notice|info)$/m,
    reason: "A provider's wrapper was recognised",
  },
  {
    type: "isp_notice",
    at: { facts: 4 },
    pattern:
      /^provider:(?:hetzner|ovh|digital ?ocean|linode|aws|amazon|leaseweb|contabo|scaleway|vultr|buyvm|frantech|cloudflare|ipxo|heficed|cogent|m247|hostroyale|oneprovider|hostdime|serverstack|deft|centurylink|lumen|ionos|netcup)\b/m,
    reason: "The provider is a known one",
  },
  {
    type: "isp_notice",
    at: { facts: 6 },
    pattern: /^wrapper:(?:reminder|locked|unlocked)$/m,
    reason: "A provider reminds, locks or unlocks",
  },
  {
    type: "isp_notice",
    at: { subject: 3, own: 4 },
    pattern:
      /(?:abuse originating from (?:the )?ip you are (?:currently )?using|originating from the ip you are currently using|(?:complaint|report|notification|notice)s? (?:\S{1,20} )?(?:regarding|concerning|about|for|on|against) your (?:\S{1,12} )?(?:server|vps|ip|service|account|machine|hosting)|(?:regarding|concerning|for|about|on) (?:\S{1,30} ){0,2}(?:ip )?address(?:\(es\)|es)? assigned to you\b|authoritative contact (?:on|for|of) (?:the|your) account)/,
    reason: "It passes on a complaint about a server of ours",
  },
  {
    type: "isp_notice",
    at: { own: 3 },
    pattern:
      /(?:\b(?:we|\S{1,20}) (?:have |has |just |are )?(?:received|getting|got) (?:\S{1,15} ){0,3}(?:abuse|complaint|report|notice|notification)s?|(?:attached|below|following) (?:is|are|you will find|please find) (?:a|the|an) (?:\S{1,15} )?(?:complaint|report|notice|notification)|here is the entire complaint|i have copied the notice|below is the report we received|wir haben (?:\S{1,15} ){0,4}(?:beschwerde|abuse|missbrauch)|nous avons reçu (?:\S{1,15} ){0,3}(?:plainte|signalement|abuse)|wij hebben (?:\S{1,15} ){0,3}(?:klacht|melding|abuse)|hemos recibido (?:\S{1,15} ){0,3}(?:queja|denuncia|abuso)|abbiamo ricevuto (?:\S{1,15} ){0,3}(?:segnalazion|reclam|abuse)|otrzymaliśmy (?:\S{1,15} ){0,3}(?:zgłoszeni|skarg)|нами получена жалоба|мы получили жалобу|на ваш сервер)/,
    reason: "It says that a complaint came in",
  },
  {
    type: "isp_notice",
    at: { own: 3 },
    pattern:
      /(?:dear (?:\S{1,20} )?(?:customer|client)\b|\byour (?:server|vps|vds|hosting|dedicated server|virtual machine|droplet|instance|linode|service with us)\b|server you have with us|sehr geehrte[rs]? (?:kunde|kundin)|ihr(?:en|em)? (?:\S{1,12} )?(?:server|vserver)|cher client|votre (?:serveur|vps)|beste klant|uw (?:server|vps)|estimado cliente|su servidor|gentile cliente|(?:il|al) (?:tuo|suo) server|drogi kliencie|twój serwer|уважаемый (?:клиент|абонент)|ваш(?:ем|его)? сервер)/,
    reason: "It addresses us as its customer",
  },
  {
    type: "isp_notice",
    at: { body: 3 },
    pattern:
      /(?:(?:our|acceptable use) (?:acceptable use )?policy|\baup\b|terms of (?:service|use)|customer agreement|service agreement|\bagb\b|conditions générales|algemene voorwaarden).{0,200}(?:violat|comply|breach|forbid|prohibit|verstö|your (?:account|service)|customer)/,
    reason: "It cites its terms of service",
  },
  {
    type: "isp_notice",
    at: { subject: 3, body: 3 },
    pattern:
      /(?:(?:server|service|ip|vps|account|port|network access)s? (?:was|is) (?:\S{1,12} )?(?:suspended|locked|blocked|null-?routed)|(?:server|service|ip|vps|account|port|network access)s? (?:\S{1,20} )?(?:will|may|can|could|might) be (?:\S{1,20} )?(?:suspended|locked|blocked|terminated|null-?routed|disconnected|disabled|restricted)|(?:has|have) been (?:suspended|locked|null-?routed|unlocked|unblocked|reactivated)|to prevent (?:a |the )?\S{0,20} ?suspension|sperr(?:en|ung) (?:ihres|des|wir)|(?:gesperrt|entsperrt|freigeschaltet)|sera suspendu|(?:will|wordt) (?:\S{1,15} )?geblokkeerd|będzie zablokowan|будет заблокирован|restricción|we (?:have |had to |had )?(?:temporarily |therefore |already )?(?:blocked|locked|suspended|disabled|null-?routed|shut down|disconnected) (?:your|the) (?:\S{1,12} )?(?:server|service|ip|address|vps|port|account|machine|instance)|to (?:unblock|unlock|reactivate|restore|re-?enable) (?:it|your|the)\b)/,
    reason: "It threatens or reports a lock",
  },
  {
    type: "isp_notice",
    at: { body: 2 },
    pattern:
      /(?:within (?:the next )?(?:\d{1,3}|twenty-four|forty-eight) (?:business )?(?:hours|days)|deadline|innerhalb von \d{1,3} (?:stunden|tagen)|sous \d{1,3} ?h(?:eures)?|binnen \d{1,3} uur|en un plazo de|entro \d{1,3} ore|w ciągu \d{1,3} godzin|в течение \d{1,3} час)/,
    reason: "It sets a time",
  },
  {
    type: "isp_notice",
    at: { subject: 2, own: 1 },
    pattern:
      /(?:\[?(?:ticket|case|abuse ?id|abuseid|abuse)[ :#-]{0,4}(?:id)?[ :#]{0,4}[a-z0-9]{1,6}[a-z0-9:-]{0,40}\d|abuse ticket)/,
    reason: "The subject carries a ticket number",
  },
  {
    type: "isp_notice",
    at: { subject: 6, sender: 0 },
    pattern: /\[abuse(?:id|info) ?:/,
    reason: "Hetzner's abuse number stands in the subject",
  },
  {
    type: "isp_notice",
    at: { subject: 8, body: 6 },
    pattern:
      /cloudflare received an? (?:\S{1,20} )?(?:abuse |copyright |dmca )?(?:report|notice|complaint)/,
    reason: "Cloudflare passes on what it received",
  },
  {
    type: "isp_notice",
    at: { sender: -3 },
    pattern: /(?:\bcert\b|csirt|cert@|@cert|cert\.|-cert)/,
    reason: "A computer emergency team passes on, but is no provider of ours",
  },
  {
    type: "isp_notice",
    at: { body: 4 },
    pattern:
      /(?:please (?:review|read) our original message|further notification about|this is a reminder|we (?:have )?not (?:yet )?(?:received|heard) (?:a |any |an )?(?:response|reply|answer|back)|reminder:|final (?:notice|reminder|warning)|erinnerung|rappel|herinnering|recordatorio|promemoria|przypomnienie|напоминание)/,
    reason: "It reminds us of an open ticket",
  },
  {
    type: "isp_notice",
    at: { subject: 3, own: 8 },
    pattern: OWN_SERVICE_STOPPED,
    reason: "A service of ours was stopped",
  },
  {
    type: "isp_notice",
    at: { own: 6 },
    pattern:
      /\bto (?:unblock|unlock|reactivate|re-?enable|restore) (?:it|your|the)\b.{0,60}(?:answer|reply|contact|respond|ticket|write|confirm)/,
    reason: "It tells how to be let in again",
  },
  {
    type: "isp_notice",
    at: { own: 7 },
    pattern: FORBIDS_TOR,
    reason: "A provider forbids Tor on its network",
  },
  {
    type: "block_request",
    at: { own: -9 },
    pattern: FORBIDS_TOR,
    reason: "It forbids Tor to its customers",
  },
];
