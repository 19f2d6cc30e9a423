/**
 * Does the sentence round this span ask something of its reader? A span counts as a deadline only then: complaints are full
 * of spans that are statistics ("38 attempts within 24 hours"), promises ("we answer within 24 hours") or ban times.
 */
export function isDemand(text: string, start: number, end: number): boolean {
  const before = text.slice(sentenceStart(text, start), start).replace(POLITE_NOTE, "");
  const after = text.slice(end, sentenceEnd(text, end)).replace(POLITE_NOTE, "");
  if (STATISTICS_AFTER.test(after) || PAST.test(before)) return false;
  // "We will unlock it and you will have 24 hours" binds the reader.
  const isYours = /^you\b/i.test(text.slice(start, end));
  if ((!isYours && PROMISE.test(before)) || PROMISE_AFTER.test(after)) return false;
  const asks = ASKS.test(before) || ASKS.test(after) || THREAT.test(before) || THREAT.test(after);
  if (STATISTICS.test(before)) return IMPERATIVE.test(before);
  return asks;
}

/** "Please note" asks for nothing. */
const POLITE_NOTE = /(?:please|kindly) (?:note|be (?:advised|informed|aware)|find|see)\b/gi;

function sentenceStart(text: string, at: number): number {
  const window = text.slice(Math.max(0, at - 400), at);
  const cuts = [...window.matchAll(/[.!?](?=[ \n])[ \n]|\n[ \t>]*\n|:\n/g)];
  const last = cuts.at(-1);
  return at - window.length + (last ? last.index + last[0].length : 0);
}

function sentenceEnd(text: string, at: number): number {
  const window = text.slice(at, at + 300);
  const cut = window.search(/[.!?](?:[ \n]|$)|\n[ \t>]*\n/);
  return at + (cut < 0 ? window.length : cut);
}

/** "38 attacks within", "seen in", "blocked for": the span measures what happened. */
const STATISTICS =
  /(?:attempts?|attacks?|connections?|requests?|events?|times|hits|reports?|incidents?|logins?|fail(?:ures|ed)|seen|detected|observed|occurred|happened|received|blocked|sent|made|recorded|logged|listed|banned|active|versuche|angriffe|pogingen|tentatives|intentos|tentativi|tentativas|ataques|próby|попыток)(?: (?:from|to|by|on|of|the|this|your|that|ip|address|host|network|us|our|\S{3,40})){0,4}[ \n]$/i;
const STATISTICS_AFTER = /^[ \n](?:ago|before the|prior to|old\b|of (?:log|data)|earlier)/i;
const PAST =
  /(?:last|past|previous|letzten|vergangenen|derni[eè]re?s|afgelopen|últim[ao]s|ultim[ei])[ \n]$/i;

/** The writer binds himself or a machine: "we will reply within", "delisted automatically after". */
const PROMISE =
  /(?:(?:^|[ \n,(])(?:we|our (?:\w{1,20} ){0,2}(?:team|staff|support|desk|department|engineers)|i|someone|wir|wij|nous)(?:['’]ll| will| shall| aim| try| strive| usually| normally| typically| generally| werden| zullen)(?! (?:suspend|terminate|block|disconnect|null|shut|disable|take|be forced|assume|have to|escalate|need))|(?:le|les|te|os|nous) (?:responderemos|contestaremos|vous répondrons)|vous répondrons|(?:le|vi) risponderemo|responderemos|(?:we|wir|wij|nous) (?:usually |normally |typically |generally )?(?:respond|reply|answer|antworten|antwoorden|répondons)|delist(?:ed|ing)?|(?:automatically|automatisch)(?: be)? (?:removed|delisted|expires?d?|released|unblocked|unlisted|unbanned|entfernt|gelöscht)|will (?:expire|be (?:removed|delisted|unlisted|unblocked|released|processed|reviewed|updated|closed automatically))|propagat|take effect|ban(?:ned|time)|listings?)[^.!?]{0,160}$/i;
const PROMISE_AFTER =
  /^[^.!?\n]{0,60}(?:you will (?:receive|get|hear)|we will (?:reply|respond|answer|get back|contact)|to (?:propagate|take effect))/i;

const IMPERATIVE =
  /(?:please|kindly|must|(?:stop|cease|end|prevent|block) (?:these|this|the|such|all|any)|required to|bitte|veuillez|gelieve|por favor|si prega|prosím|proszę)/i;
const ASKS =
  /(?:please|kindly|must\b|shall\b|requir|request|(?:we|i) (?:ask|expect|demand|urge|need)|asked to|need (?:to|you)|respon[ds]|repl(?:y|ies)|answer|resol(?:ve|ution)|remov|take ?-?down|tak(?:e|en|ing) (?:care|action|down|steps)|action|address (?:this|the|it)|investigat|remed|fix|cease|disabl|comply|complian|confirm|acknowledg|provide|report back|get back|let us know|inform us|feedback|hear(?:d)? from you|you have|your (?:reply|response|answer)|bitte|müssen|sollten|fordern|ersuchen|auffordern|antwort|reagier|rückmeld|stellungnahme|beheben|verzoek|gelieve|dient|moet|antwoord|veuillez|merci de|devez|prier|demandons|répon|retir|por favor|deben?\b|rogamos|solicitamos|responder|si prega|dovete|rispond|rimuov|rimozione|graag|wilt u|reageer|reageren|reactie|oplossen|verwijder|vernemen|intervenir|vous (?:avez|disposez)|traiter|rogamos|ruego|responda|respuesta|contest|solicit|retirar|dispone|tiene|preghiamo|interven|chiediamo|avete|pedimos|resolvid|você tem|sie haben|haben sie|u (?:heeft|hebt)|stellung|rückmeldung|we expect|odpowied|usunięci|prosím|prosíme|proszę|prosimy|просим|требу|необходимо|请|vänligen|venligst)/iu;
const THREAT =
  /(?:suspen|terminat|disconnect|null-?rout|blackhol|shut ?down|deactivat|lock(?:ed)? |block(?:ed)? your|unplug|otherwise|failure to|fail(?:ing)? to|if (?:no|not|we (?:do|have) not|you (?:do|fail|have) )|escalat|gesperrt|sperren|abgeschaltet|afgesloten|suspendu|bloqué|legal (?:action|steps|proceedings))/i;
