/** Lines that begin somebody else's words: reply and forward markers of the usual clients and languages. */
const QUOTE_MARKS = [
  /^\s*-{2,}\s*(?:original|forwarded|ursprüngliche|weitergeleitete|message d'origine|message transféré|mensaje original|mensaje reenviado|oorspronkelijk|doorgestuurd|messaggio originale|messaggio inoltrato|mensagem original|předaná|пересылаемое|исходное|oryginalna)/i,
  /^\s*begin forwarded message/i,
  /^\s*(?:on|am|le|el|op|il|em|dnia|в|den)\s.{4,200}(?:wrote|schrieb|a écrit|escribió|schreef|ha scritto|escreveu|napisał\(?a?\)?|написал\w{0,3}|skrev)[^:]{0,100}:\s*$/i,
  /^\s*(?:>\s*)?(?:from|von|de|van|da|от|od|od kogo)\s*:\s.{0,200}(?:@|\[mailto)/i,
  /^\s*>/,
  /^\s*_{20,}\s*$/,
  // The footer of ticket systems repeats the ticket's subject.
  /^\s*(?:ticket id|ticket url|subject|betreff|objet|onderwerp|asunto|oggetto|assunto|тема|temat)\s*:/i,
];

/** All of these have a colon, begin with a sign, or speak of forwarding. */
const MAY_BE_MARK = /:|^\s*(?:[->_]|begin forwarded)/i;

/** The sender's own words: the text before the first quoted or forwarded line. The whole text when nothing precedes it. */
export function ownWords(text: string): string {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => MAY_BE_MARK.test(line) && isMark(line.slice(0, 400)));
  if (first <= 0) return text;
  const own = lines.slice(0, first).join("\n");
  return own.trim() === "" ? text : own;
}

function isMark(line: string): boolean {
  return QUOTE_MARKS.some((mark) => mark.test(line));
}
