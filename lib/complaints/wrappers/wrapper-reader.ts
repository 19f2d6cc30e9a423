import type { Message } from "../../mail/message.ts";
import { isIn, mayMatch } from "../../text/may-match.ts";
import type { Wrapper } from "../complaint.ts";

/** What a wrapper's reader is given. `text` is what the provider wrote himself, above the complaint he passes on. */
export type WrapperInput = { message: Message; text: string; sender: string; subject: string };

/** One provider. `recognise` must hold for mails this provider sends to its own customers, not for its own complaints. */
export type WrapperReader = {
  provider: string;
  /** Addresses the provider writes from; none: the reader goes by the words of a mail. */
  senders?: RegExp;
  recognise: (input: WrapperInput) => boolean;
  read: (input: WrapperInput) => Wrapper;
};

/** What all providers' texts are read for; a provider's file puts what it knows over it. */
export function plainWrapper(
  provider: string,
  { message, text, subject, sender }: WrapperInput,
): Wrapper {
  const unread =
    NO_REPLY.test(sender) && !message.replyTo.some(({ address }) => !NO_REPLY.test(address));
  const portal = ownUrl(text, sender);
  const byPortal = isPortalOnly(text) || (unread && portal !== null);
  const answer = isIn(text, NO_ANSWER) ? "none" : mailOr(byPortal, unread);
  return {
    provider,
    ticket: ticketOf(subject) ?? ticketOf(text.slice(0, 4_000)),
    answer,
    answerTo:
      answer === "mail" ? (message.replyTo[0]?.address ?? message.from?.address ?? null) : null,
    statementUrl: portal,
    alsoComplainant: wantsComplainantAnswered(text),
    state: stateOf([subject, text]),
    threat: threatOf(text),
  };
}

/** "Do not open a ticket" sends nobody to a portal when the same text asks for an answer by mail. */
function isPortalOnly(text: string): boolean {
  return isIn(text, PORTAL_ONLY) || (isIn(text, NO_TICKETS) && !BY_MAIL.test(text));
}

function wantsComplainantAnswered(text: string): boolean {
  if (!mayMatch(ALSO_COMPLAINANT, text)) return false;
  return [...text.matchAll(ALSO_COMPLAINANT)].some(([said]) => !HANDED_ON.test(said));
}

function mailOr(byPortal: boolean, unread: boolean): Wrapper["answer"] {
  if (byPortal) return "portal";
  return unread ? "none" : "mail";
}

const NO_REPLY =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|noreply[\w.-]*|no[-_.]reply[\w.-]*|auto[\w-]*)@/i;
const NO_ANSWER =
  /\b(?:you do not (?:need|have) to (?:respond|reply|answer)|no (?:response|reply|answer|action) is (?:required|necessary|needed)|sie müssen (?:auf diese \S+ )?nicht (?:antworten|reagieren)|(?:for|zu) (?:your information|ihrer information) only)/i;
const PORTAL_ONLY =
  /(?:only|exclusively) (?:via|through|in|using) (?:our|the|your) (?:[\w-]+ )?(?:portal|panel|console|control panel|customer area|abuse management)|(?:use|using) (?:the )?(?:above |following |below )?link (?:above |below )?to (?:submit|provide|respond|answer)|(?:respond|reply|answer)(?: to us)? (?:via|through|in|using) (?:our|the|your) (?:[\w-]+ )?(?:portal|panel|console|link|form)|statement (?:only )?(?:via|in|through) (?:our|the) abuse management/i;
const NO_TICKETS = /(?:do not|don't) (?:open|create) (?:a )?(?:new )?(?:support )?ticket/i;
const BY_MAIL =
  /\b(?:answer|repl(?:y|ies)|respond|response)(?:ing)? (?:\w+ ){0,3}(?:to this (?:e-?mail|message|notice)|(?:by|via|per|through) (?:e-?)?mail)\b/i;
const URL_TEXT = /https?:\/\/([\w.-]{3,120})[^\s<>"')\]]{0,300}/g;
const PORTAL_WORDS =
  /portal|console|panel|manager|\bmy\.|client|abuse|statement|webform|secure|ticket|support/i;
const TOKEN = /[/=][\w-]{16,200}/;
const ALSO_COMPLAINANT =
  /(?:(?:respond|reply|answer|response|statement|e-?mail)[^.\n]{0,80}(?:complainant|complaining party|person who (?:filed|sent|submitted)|reporter|original sender)|beschwerdeführer|beschwerdesteller)/gi;
/** The provider shows the answer to who complained (AWS): the customer need not write a second one. */
const HANDED_ON =
  /\b(?:pass(?:ed|es)? (?:\w+ )?(?:on|along)|forward(?:ed)?|shared?|relay(?:ed)?|shown|visible|weitergeleitet|weitergegeben)\b/i;

/** The provider's own page for this case: a portal, or a link with a token, at his own domain. */
function ownUrl(text: string, sender: string): string | null {
  const domain = sender.split("@")[1]?.split(".").slice(-2).join(".").toLowerCase() ?? "";
  if (domain === "") return null;
  for (const match of text.slice(0, 20_000).matchAll(URL_TEXT)) {
    const own = (match[1] ?? "").toLowerCase().endsWith(domain);
    if (own && (PORTAL_WORDS.test(match[0]) || TOKEN.test(match[0])))
      return match[0].replace(/(?<![.,;:])[.,;:]+$/, "");
  }
  return null;
}

/** First address on the web in the text that fits; shown as text, never followed. */
export function firstUrl(text: string, pattern: RegExp): string | null {
  return pattern.exec(text.slice(0, 20_000))?.[0].replace(/(?<![.,;:])[.,;:]+$/, "") ?? null;
}

/** The token a provider wants to find again in an answer. */
export function ticketOf(text: string): string | null {
  for (const pattern of TICKETS) {
    const value = pattern.exec(text)?.[1];
    if (value && /\d/.test(value)) return value;
  }
  return null;
}

const TICKETS = [
  /\[\s?(?:AbuseID|AbuseInfo)\s?:\s?([\w:.-]{3,40})\]/i,
  /\[\s?(?:ticket|case|abuse|support|incident|ref)(?: ?(?:id|no|number|nr))?\.?\s{0,2}[:#]{1,2}\s{0,2}([\w.-]{2,40})\s?\]/i,
  /\[[#~]([\w-]{2,40})\]/,
  /\b(?:abuse )?(?:ticket|case|complaint|incident)(?: ?(?:id|no|number|nr))?\.?\s{0,2}[:#]{0,2}\s{0,2}\[?#?([A-Z]{0,6}-?\d[\w-]{2,40})\]?/i,
  /\[([A-Z]{2,5}-[A-Z]?\d[\w-]{4,30})\]/,
  /\[#?(\d{3,12})\]/,
];

/** Reminder, lock and unlock beat the first notice. Looks at the first `chars` characters of each text. */
export function stateOf(texts: readonly string[], chars?: number): Wrapper["state"] {
  const speakOf = (words: RegExp) => texts.some((text) => isIn(text, words, chars));
  if (speakOf(UNLOCKED)) return "unlocked";
  if (speakOf(LOCKED)) return "locked";
  return speakOf(REMINDER) ? "reminder" : "notice";
}

const UNLOCKED =
  /\b(?:(?:has|have|was|were|is|been) (?:now )?(?:been )?(?:unlocked|unblocked|reactivated|re-enabled|unsuspended|restored)|(?:wurde|ist) (?:wieder )?(?:entsperrt|freigeschaltet|reaktiviert)|unlocked your|lifted the (?:block|suspension)|(?:is|werd) (?:weer )?(?:gedeblokkeerd|vrijgegeven)|(?:a été|est) (?:débloqué|réactivé)|(?:ha sido|fue) (?:desbloquead|reactivad)[oa]|è stato (?:sbloccato|riattivato)|foi (?:desbloquead|reativad)[oa])/i;
const LOCKED =
  /\b(?:(?:we|i) (?:have )?(?:now )?(?:locked|blocked|suspended|disabled|null-?routed|terminated)|(?:has|have) (?:already |now |therefore )?been (?:locked|blocked|suspended|disabled|null-?routed|deactivated|placed under (?:network )?restrictions?)|(?:wurde|haben wir)[^.\n]{0,60}(?:gesperrt|blockiert|deaktiviert)|network restrictions have (?:already )?been|(?:is|werd|hebben wij)[^.\n]{0,60}(?:geblokkeerd|afgesloten|opgeschort)(?! worden)|(?:a été|avons)[^.\n]{0,40}(?:bloqué|suspendu|désactivé)|(?:ha sido|fue|hemos)[^.\n]{0,40}(?:bloquead|suspendid|desactivad)[oa]|è stato[^.\n]{0,40}(?:bloccato|sospeso|disattivato)|foi[^.\n]{0,40}(?:bloquead|suspens|desativad)[oa]|został[ao]?[^.\n]{0,40}(?:zablokowan|zawieszon)\w*)/i;
const REMINDER =
  /\b(?:reminder|second (?:notice|warning)|final (?:notice|warning)|(?:still )?(?:have not|haven't|not yet) (?:yet )?received (?:a|any|your) (?:response|reply|answer|statement|feedback)|follow[- ]?up|erinnerung|mahnung|further notification|rappel|herinnering|recordatorio|sollecito|promemoria|lembrete|przypomnienie|připomínka|напоминание)(?!\p{L})/iu;

/** The sentence in which the provider says what happens otherwise. */
export function threatOf(text: string): string | null {
  const input = text.slice(0, 20_000);
  const first = mayMatch(THREAT, text) ? THREAT_WORDS.exec(input) : null;
  if (first === null) return null;
  // The pattern itself would try every place of the text with all that may stand before the words.
  THREAT.lastIndex = sentenceStart(input, first.index);
  return THREAT.exec(input)?.[0].replace(/\s+/g, " ").trim() ?? null;
}

/** Where the sentence round this place begins, at most 160 characters before it. */
function sentenceStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < 160 && !isSentenceEnd(text, start - 1)) start -= 1;
  return start;
}

function isSentenceEnd(text: string, at: number): boolean {
  const char = text[at] ?? "";
  if (char === ".") return !/\S/.test(text[at + 1] ?? "");
  return char === "!" || char === "?" || char === "\n";
}

const THREAT_WORDS =
  /\b(?:(?:may|might|will|can|could|shall|would|must|to) (?:be |also |then |otherwise |have to |result in |lead to )?(?:an? |the |your )?(?:[\w-]+ ){0,4}(?:suspen[ds]\w*|terminat\w+|lock(?:ed|ing)?|block(?:ed|ing)?|disabl\w+|null-?rout\w+|disconnect\w*|shut ?down|deactivat\w+|fee|fine|interrupt\w*)|(?:gesperrt|abgeschaltet|sperren|gesperrt werden|reaktivierungsgebühr|afgesloten|afsluiten|geblokkeerd|suspendu\w*|bloqué\w*|suspendid\w*|suspender\w*|bloquead\w*|sospes\w*|bloccat\w*|suspens[oa]|zablokowan\w*|zawieszon\w*)|null routed)\b/i;
const THREAT = new RegExp(
  `(?:[^.!?\\n]|\\.(?=\\S)){0,160}${THREAT_WORDS.source}[^.!?\\n]{0,160}`,
  "iy",
);
