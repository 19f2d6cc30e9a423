import type { Mailbox } from "../../mail/message.ts";
import { isIn } from "../../text/may-match.ts";
import {
  plainWrapper,
  stateOf,
  ticketOf,
  type WrapperInput,
  type WrapperReader,
} from "./wrapper-reader.ts";

/**
 * Any other provider writing to its customer: it speaks of "your server" or an address "assigned to you" and of a complaint
 * it received, usually under a ticket number.
 */
export const generic: WrapperReader = {
  provider: "",
  recognise,
  read: (input) => plainWrapper(providerName(input.message.from), input),
};

function recognise({ subject, text, message, sender }: WrapperInput): boolean {
  if (message.from === null || OTHERS.test(`${sender} ${message.from.name}`)) return false;
  const hasTicket = ticketOf(subject) !== null;
  // What locks a server or ends a case seldom speaks of the complaint again.
  const state = stateOf([text], OWN_CHARS);
  if (
    (state === "unlocked" || state === "locked") &&
    hasTicket &&
    isIn(text, TO_CUSTOMER, OWN_CHARS)
  )
    return true;
  if (!passesOn(text, OWN_CHARS))
    return hasTicket && isIn(text, TO_CUSTOMER, OWN_CHARS) && isIn(text, OWN_FINDING, OWN_CHARS);
  return hasTicket || isIn(text, TO_CUSTOMER, OWN_CHARS);
}

/** How far a provider's own words are read. */
const OWN_CHARS = 3_000;

/** Does the text say that it passes on what somebody else sent? */
export function passesOn(text: string, chars = text.length): boolean {
  return isIn(text, RECEIVED, chars) || isIn(text, PASSED_ON, chars);
}

/** Who also receives and passes on reports, and is nobody's provider. */
const OTHERS =
  /\bc-?s?i?rt\b|[.@-]cert|cert[.@-]|csirt|hotline|tipline|meldpunt|police|polizei|ncmec|iwf\.org|fsm\.de|netcraft|spamcop|cloudflare/i;
const OWN_FINDING =
  /\b(?:our (?:system|monitoring|network|sensors?|abuse (?:team|department))|we) (?:\w+ ){0,3}(?:detected|noticed|observed|found|identified|seen)/i;
const TO_CUSTOMER =
  /\b(?:dear (?:valued )?(?:customer|client|subscriber)|sehr geehrter kunde|lieber kunde|your (?:hosting )?(?:service|server|account|vps|services|product)s?\b|(?:ip|address)(?:\(?e?s\)?)? (?:\S+ )?(?:is |are )?(?:currently )?(?:assigned|allocated|leased|delegated) to you|your (?:\w+ )?customers?|customer id|you are (?:currently )?using|ihr(?:em|en|er)? (?:server|vps|account|vertrag)|account associated|(?:beste|geachte) klant|uw (?:server|vps|dienst|account)|ch(?:er|ère) client|votre (?:serveur|vps|service|compte)|estimado cliente|su (?:servidor|vps|servicio|cuenta)|gentile cliente|(?:suo|vostro) (?:server|vps|servizio)|prezado cliente|seu (?:servidor|vps|serviço)|szanown[yi] klien\w+|(?:państwa|twój|twojego) serwer\w*|vážený zákazník\w*|váš server\w*|уважаемый клиент|ваш(?:ем|его)? сервер\w*)/i;
const RECEIVED =
  /\b(?:(?:we|have|has)(?: \w+){0,4} (?:received|got|been notified|been informed|been made aware|were contacted|getting)(?: \S+){0,6} (?:abuse|complaint|notice|notification|report|notif)|receiv\w+ (?:an?|the|one or more|multiple|following|below|several)(?: \S+){0,4} (?:complaint|abuse|notice|notification|report)|(?:complaint|notice|report)s? (?:was|were|has been|have been)? ?received by|(?:haben|wir) (?:\S+ ){0,5}(?:beschwerde|abuse-?meldung|meldung)(?: \S+){0,4} (?:erhalten|bekommen)|(?:klacht|melding|abuse-?melding)\w*(?: \S+){0,4} ontvangen|(?:ontvingen|ontvangen)(?: \S+){0,3} (?:klacht|melding)|(?:avons|ai) reçu(?: \S+){0,4} (?:plainte|signalement|notification)|(?:hemos|he) recibido(?: \S+){0,4} (?:queja|denuncia|reclamaci[oó]n|reporte|notificación|aviso)|(?:abbiamo|ho) ricevuto(?: \S+){0,4} (?:segnalazion|reclam|lamentel|notific)\w*|recebemos(?: \S+){0,4} (?:denúncia|reclamação|queixa|notificação)|otrzymaliśmy(?: \S+){0,4} (?:zgłoszeni|skarg|powiadomieni)\w*|obdrželi(?: \S+){0,4} (?:stížnost|hlášení|upozornění)|получили(?: \S+){0,4} жалоб\w*)/i;
const PASSED_ON =
  /(?:(?:original|entire|full|complete) (?:complaint|notification|notice|report|message|abuse report)|(?:complaint|report|notice|details?)(?: \S+){0,4} (?:below|follows|attached)|=== ?abuse report begins|here is the (?:detail|complaint|report)|refer to the below|material was provided to us as evidence|(?:meant|intended) for (?:you|one of your customers)|forward this complaint|\breported ip: )/i;

/** The display name without "Abuse", else the domain's own word. */
function providerName(from: Mailbox | null): string {
  const name = (from?.name ?? "")
    .replace(/^'(.{0,200})' via .*$/i, "$1")
    .replace(
      /\b(?:abuse|team|desk|department|support|abuzuri|noreply|no reply|trust|safety|notifications?|&)\b|[/"'()]/gi,
      " ",
    )
    .replace(/\s+/g, " ")
    .trim();
  if (name.length > 1 && name.length < 60) return name;
  const domain = (from?.address ?? "").split("@")[1] ?? "";
  return domain.split(".").slice(-2)[0] ?? domain;
}
