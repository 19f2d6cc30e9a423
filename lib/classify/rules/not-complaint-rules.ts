import type { Rule } from "../rule.ts";

/** Whoever passes a complaint on thanks and acknowledges too, but it is ours now. */
const FORWARDING =
  /(?:\bforward(?:ing|ed)? (?:\S{1,15} ){0,3}(?:e-?mail|message|complaint|report|notice|incident)|passing (?:this|it) on|see (?:the )?(?:\S{1,15} )?(?:complaint|report|notice) below|leiten wir .{0,60}weiter|weitergeleitet|nous vous transmettons|doorgestuurd|le reenviamos|inoltriamo|encaminhamos|пересылаем|przekazujemy)/;

/** The customer's own server is down: that is a provider's notice, whoever else is told so of his users. */
export const OWN_SERVICE_STOPPED =
  /\b(?:your|ihr|votre|uw|su|vuestro|seu|il (?:suo|tuo)|twój|państwa|din|ваш) (?:\S{1,15} )?(?:vps|vds|v?server|rootserver|serveur|servidor|serwer|instance|droplet|box|dienst|service|account|konto|compte|cuenta|ip(?:-adresse| address| adres)?|port|zugang|network access|servicio|servizio|serviço|сервер)\S{0,3} (?:\S{1,15} ){0,4}(?:suspend|stopped|powered off|shut ?down|disabled|(?:un)?locked|blocked|null-?routed|black-?holed|disconnected|restricted|terminated|gesperrt|abgeschalt|vom netz|geblokkeerd|afgesloten|uitgeschakeld|bloque|sospes|disattiv|desativ|bloquead|zawiesz|wyłącz|заблок|отключ)|\b(?:disabled|suspended|stopped|cut|blocked|limited) (?:the )?(?:networking|network|port|uplink|traffic|access) (?:on|of|for|to) (?:your |the )?(?:droplet|vm|vps|v?server|instance|machine)/;

/** Answers of machines: RFC 3464 delivery reports, RFC 3834 automatic replies, ticket acknowledgements, surveys. */
export const AUTORESPONSE_RULES: Rule[] = [
  {
    type: "autoresponse_bounce",
    at: { facts: 12 },
    pattern: /^part:message\/(?:global-)?delivery-status/m,
    reason: "It carries a delivery report (RFC 3464)",
  },
  {
    type: "autoresponse_bounce",
    at: { facts: 12 },
    pattern: /^part:message\/disposition-notification/m,
    reason: "It is a read receipt (RFC 8098)",
  },
  {
    type: "autoresponse_bounce",
    at: { headers: 8 },
    pattern: /^content-type: .{0,200}report-type="?(?:delivery-status|disposition-notification)/m,
    reason: "The mail calls itself a delivery report",
  },
  {
    type: "autoresponse_bounce",
    at: { headers: 6 },
    pattern:
      /^(?:auto-submitted: auto-(?:replied|notified)|x-autoreply: |x-autorespond: |precedence: auto_?reply|x-failed-recipients: )/m,
    reason: "A header says that a machine answered (RFC 3834)",
  },
  {
    type: "autoresponse_bounce",
    at: { sender: 6 },
    pattern: /^[^\n]*\b(?:mailer-daemon|mail delivery (?:sub)?system)\b/,
    reason: "A mail server sent it, not a person",
  },
  {
    type: "autoresponse_bounce",
    at: { sender: 1 },
    pattern: /^[^\n]*\bpostmaster@/,
    reason: "The postmaster sent it",
  },
  {
    type: "autoresponse_bounce",
    at: { subject: 6 },
    pattern:
      /^(?:undeliverable\b|undelivered mail|mail delivery fail|delivery (?:status notification|failure|has failed)|failure notice|returned mail|delayed mail|delivery report|message not delivered|successful mail delivery|mail system error|non remis|unzustellbar|nicht zustellbar|no se puede entregar|non recapitabile|onbestelbaar|non-delivery|warning: (?:could not send|message .{0,40}delayed)|rejected mail|nondeliverable)/,
    reason: "The subject is that of a delivery report",
  },
  {
    type: "autoresponse_bounce",
    at: { own: 6 },
    pattern:
      /(?:could not be delivered|couldn't be delivered|has not (?:yet )?been delivered|wasn't able to deliver|unable to deliver|delivery (?:has|to the following).{0,80}failed|permanent(?:ly)? (?:fatal )?(?:error|failed)|user unknown|mailbox (?:is )?(?:full|unavailable)|was automatically rejected|(?:message|e-?mail|mail) (?:was|has been|is) (?:rejected|blocked|refused|bounced)|\b5[0-9][0-9] 5\.\d\.\d|returned to (?:the )?sender|konnte nicht zugestellt werden|n'a pas pu être remis|kon niet worden bezorgd|no se ha podido entregar|не удалось доставить)/,
    reason: "It says that a mail could not be delivered",
  },
  {
    type: "autoresponse_bounce",
    at: { subject: 8, own: 4 },
    pattern:
      /(?:^|\] ?)(?:re: ?)?(?:auto(?:matic|mated|matische)?[- :]?(?:reply|response|antwort)|autoreply|auto:|out of (?:the )?office|abwesenheit|abwesend|réponse automatique|absence du bureau|automatisch antwoord|respuesta automática|risposta automatica|resposta automática|автоответ|autoodpowiedź|odpowiedź automatyczna)/,
    reason: "It calls itself an automatic reply",
  },
  {
    type: "autoresponse_bounce",
    at: { own: 6 },
    pattern:
      /(?:\bi(?: am|'m| will be) (?:currently )?(?:out of|away from|traveling|travelling|on (?:annual |parental |sick )?(?:leave|vacation|holiday))|\b(?:bin|befinde mich) .{0,40}(?:nicht im büro|im urlaub|abwesend)|je suis (?:actuellement )?(?:absent|en congé)|ben ik (?:afwezig|niet aanwezig)|estoy fuera de la oficina|sono fuori ufficio|я в отпуске)/,
    reason: "It says that somebody is away",
  },
  {
    type: "autoresponse_bounce",
    at: { own: 6 },
    pattern:
      /(?:automatically generated in response to the creation|(?:your|a|the) (?:new )?(?:ticket|case|request|report|message|e-?mail|complaint|enquiry|inquiry) (?:\S{1,30} )?(?:has been|was|is) (?:successfully )?(?:received|created|opened|registered|logged|submitted|assigned)|(?:has been|was) assigned (?:an id|(?:the )?(?:ticket|case|reference) (?:id|number))|thank you for (?:contacting|submitting|reporting|your (?:report|message|e-?mail|submission|inquiry|abuse report))|we (?:have )?received your (?:\S{1,20} )?(?:request|report|message|e-?mail|complaint|submission|inquiry)|ihre (?:anfrage|nachricht|e-?mail|meldung) (?:ist|wurde|haben wir|ist bei uns)|vielen dank für ihre (?:anfrage|nachricht|e-?mail|meldung)|votre (?:demande|message|ticket|signalement) a (?:bien )?été|nous avons bien reçu|we hebben uw (?:bericht|melding|e-?mail)|hemos recibido su|abbiamo ricevuto la (?:sua|tua)|recebemos (?:sua|seu|o seu)|ваше? (?:обращение|запрос|письмо) (?:принят|зарегистрирован|получен)|dziękujemy za (?:zgłoszenie|wiadomość|kontakt))/,
    reason: "It acknowledges a mail of ours",
  },
  {
    // A response team thanks the reporter and puts us, the network's contacts, in copy.
    type: "autoresponse_bounce",
    at: { own: -8 },
    pattern:
      /\bforward(?:ing|ed) (?:your|this|the) (?:e-?mail|message|report|complaint|notification) to the (?:\S{1,15} )?contacts? (?:for|of|at) (?:this|the|that) (?:\S{1,15} )?(?:network|address|ip)\b/,
    reason: "It passes a report on to those it is about",
  },
  {
    type: "autoresponse_bounce",
    at: { subject: 5, own: 3 },
    pattern:
      /(?:(?:mailbox|inbox|address) is (?:currently )?(?:not|un)[- ]?(?:being )?monitored|get back to you (?:as soon|within|shortly)|has reached the (?:abuse|support)|in the order (?:they|in which)|no longer (?:in use|monitored|active)|(?:ticket|case|request|incident) (?:\S{1,12} )?(?:was |has been )?(?:received|created|opened|acknowledg)|we(?:'ve| have) received your|\[?(?:auto)?acknowledg(?:e)?ment|confirmation of receipt|eingangsbestätigung|accusé de réception|ontvangstbevestiging)/,
    reason: "It only confirms receipt",
  },
  {
    type: "autoresponse_bounce",
    at: { subject: 6, own: 5 },
    pattern:
      /(?:how would you rate|rate (?:the|our) (?:support|service)|satisfaction survey|customer satisfaction|please rate|your feedback on (?:ticket|case|request)|wie zufrieden|enquête de satisfaction|tevredenheid)/,
    reason: "It asks how satisfied we were",
  },
  {
    type: "autoresponse_bounce",
    at: { own: -6 },
    pattern: FORWARDING,
    reason: "It passes something on to us",
  },
];

/** Reports, letters and junk that accuse nobody, however many addresses and attack words they quote. */
export const OTHER_RULES: Rule[] = [
  {
    type: "other_not_complaint",
    at: { facts: 14 },
    pattern: /^feedback:(?:auth-failure|not-spam|dmarc|virus-free)/m,
    reason: "It is a report about mail authentication (RFC 6591), not about abuse",
  },
  {
    type: "other_not_complaint",
    at: { subject: 10 },
    pattern: /\breport[- ]domain: ?\S+.{0,80}submitter: ?\S/,
    reason: "It is an aggregate report (DMARC, RFC 7489, or SMTP TLS, RFC 8460)",
  },
  {
    type: "other_not_complaint",
    at: { facts: 12 },
    pattern:
      /^part:(?:application\/tlsrpt|\S{1,200} [^\s!]{1,200}![^\s!]{1,200}!\d{9,11}!\d{9,11}\S{0,80}\.(?:xml|json|zip|gz))/m,
    reason: "It carries an aggregate report of mail authentication",
  },
  {
    type: "other_not_complaint",
    at: { subject: 8, own: 6 },
    pattern:
      /\b(?:dmarc (?:aggregate|failure|forensic|report|test)|aggregate (?:dmarc|tls) report|tls(?:rpt| report)|spf\/dkim authentication[- ]failure|did not meet the sending domain's dmarc)/,
    reason: "It reports on mail authentication",
  },
  {
    type: "other_not_complaint",
    at: { subject: 12 },
    pattern: /^(?:recall:|rappel :|rückruf:|message recall)/,
    reason: "It only calls back an earlier mail",
  },
  {
    type: "other_not_complaint",
    at: { own: 7 },
    pattern:
      /(?:(?:account|accounts|user|customer|client|site|website|server|service|ip(?: address)?|content|domain|page|url)\(?s?\)? (?:\S{1,25} )?(?:has|have|is|are|was|were) (?:been |already been |now been |now |already )?(?:suspended|terminated|disabled|removed|taken down|deactivated|shut down|resolved|deleted)|(?:we|i) (?:have|'ve) (?:\S{1,15} )?(?:suspended|terminated|disabled|removed|blocked|contacted|notified|informed|opened|forwarded) (?:the|this|our|that|an?|your|it) (?:\S{1,20} )?(?:user|customer|client|account|server|service|content|site)|will (?:immediately )?(?:follow up|look into|investigate|take care)|(?:issue|case|ticket|matter) (?:has been|is now|was) (?:resolved|closed|solved|fixed)|(?:wurde|ist) (?:gesperrt|behoben|erledigt)|(?:a été|est) (?:suspendu|résolu|clôturé)|is (?:opgelost|geblokkeerd|afgesloten)|(?:ha sido|está) (?:suspendid|resuelt)|проблема (?:решена|устранена))/,
    reason: "It says what was done about an earlier report",
  },
  {
    type: "other_not_complaint",
    at: { subject: 3 },
    pattern: /^(?:\[[^\]]{1,40}\] ?)?(?:re|aw|antw|sv|rép|res|odp|ответ) ?: /,
    reason: "It answers a mail of ours",
  },
  {
    type: "other_not_complaint",
    at: { own: 4 },
    pattern:
      /(?:thank you for (?:your (?:attempt|report\b|reply|response|quick|update)|bringing this to our|letting us know)|status: (?:answered|closed|resolved)|(?:has|was) (?:been )?(?:approved|denied)\b|please type your reply above|you are registered as a cc|you have been included in the cc)/,
    reason: "It belongs to a ticket that is being answered",
  },
  {
    type: "other_not_complaint",
    at: { body: 7 },
    pattern:
      /(?:(?:have|got|gained) (?:total |full |complete )?access to (?:all )?(?:your|this) (?:device|computer|pc|e-?mail|account|operating system)|(?:i|we) (?:have )?(?:recorded|watched|been watching) you|pay .{0,60}(?:bitcoin|btc).{0,200}wallet)/,
    reason: "It is an extortion mail sent to everybody",
  },
  {
    type: "other_not_complaint",
    at: { own: 7 },
    pattern:
      /(?:your (?:mailbox|e-?mail(?: account)?|password) (?:\S{1,30} )?(?:will|is about to|is going to|has been|was) (?:be )?(?:suspended|expire|closed|deactivated|full|logged)|unknown browser|device (?:was )?added to your|verify your (?:account|mailbox|e-?mail)|keep (?:the )?same password|re-?validate your)/,
    reason: "It tries to get at our own mailbox",
  },
  {
    type: "other_not_complaint",
    at: { own: 4, subject: 3 },
    pattern:
      /(?:\bunsubscribe\b|manage (?:your )?(?:subscriptions?|preferences)|view (?:this|it) (?:e-?mail |message )?in (?:your |a )?browser|having trouble viewing|newsletter|\bwebinar\b|abmelden|se désabonner|darse de baja|uitschrijven|отписаться)/,
    reason: "It is a newsletter or an advertisement",
  },
  {
    type: "other_not_complaint",
    at: { subject: 5, own: 5 },
    pattern:
      /(?:\binvoice\b|\breceipt for\b|payment (?:received|confirmation|reminder)|password (?:was |has been )?(?:reset|scrambled|changed)|has had its password changed|e-?mail (?:address )?change|letter of authori[sz]ation|bgp announcement|power button|maintenance (?:window|notification)|scheduled maintenance|\brechnung\b|\bfacture\b|\bfactuur\b|server (?:is )?(?:ready|installed)|order confirmation|welcome to)/,
    reason: "It is about an account or a service, not about abuse",
  },
  {
    type: "other_not_complaint",
    at: { subject: 6, own: 4 },
    pattern:
      /(?:takedown request .{0,80}(?:approved|denied|rejected)|reports? (?:have|has) been removed from our database|delist(?:ing)? (?:request )?(?:approved|successful|confirmed)|has been (?:removed|delisted) from (?:the|our))/,
    reason: "It reports that something against us was withdrawn",
  },
  {
    type: "other_not_complaint",
    at: { own: 6 },
    pattern:
      /(?:\b(?:this|the|our|my|your) (?:\S{1,15} ){0,4}(?:is|are|runs?|operates?) (?:\S{1,10} ){0,3}tor (?:exit|relay|node|server|router)|(?:we|i) (?:run|operate|provide|host) (?:\S{1,15} ){0,3}tor (?:exit|relay|node|server|router|bridge)|is (?:part of|running) the tor (?:anonymity )?network|we do not (?:keep|store|have) (?:any )?logs)/,
    reason: "It explains Tor: an answer of an operator, not a complaint",
  },
  {
    type: "other_not_complaint",
    at: { own: 8 },
    pattern:
      /(?:your )?(?:statement|answer|response|stellungnahme) (?:has been|was|wurde) (?:\S{1,15} ){0,2}(?:entered|submitted|received|accepted|saved|eingetragen|gespeichert|übermittelt)/,
    reason: "It confirms a statement of ours",
  },
  {
    type: "other_not_complaint",
    at: { subject: 7, own: 6 },
    pattern:
      /(?:talk to (?:one of )?(?:our|an) experts?|book (?:a|your) (?:free )?(?:demo|consultation|call)|free trial|\d{1,2} ?% off|special offer|limited[- ]time offer|request a quote|is your (?:network|business|company|organi[sz]ation) (?:ready|protected|safe)|download (?:our|the) (?:free )?(?:white ?paper|e-?book|report)|jetzt (?:kostenlos )?testen|kostenlose (?:demo|beratung)|demandez (?:une|votre) d[ée]mo|essai gratuit|vraag (?:een|uw) demo|solicite una demo|prova gratuita|zamów (?:bezpłatne )?demo)/,
    reason: "It sells something",
  },
  {
    type: "other_not_complaint",
    at: { own: -8 },
    pattern: OWN_SERVICE_STOPPED,
    reason: "A provider stopped a service of ours",
  },
  {
    type: "other_not_complaint",
    at: { headers: 4 },
    pattern: /^x-mailman-version: /m,
    reason: "It came over a discussion list",
  },
  {
    type: "other_not_complaint",
    at: { own: -6 },
    pattern: FORWARDING,
    reason: "It passes something on to us",
  },
];
