/** What mail clients put before a forwarded or quoted mail, by language. Rules only; `forwarded.ts` reads by them. */

export type ForwardField = "from" | "to" | "cc" | "subject" | "date";

const LABELS: Record<ForwardField, string> = {
  from: "from|von|de|van|da|od|от|от кого|från|fra|lähettäjä|feladó|kimden|expéditeur|remitente|mittente|发件人|寄件者|寄件人|差出人|보낸 사람|보낸사람|di",
  to: "to|an|à|a|aan|para|do|komu|кому|till|til|vastaanottaja|címzett|kime|destinataire|destinatario|pour|naar|收件人|收件者|宛先|받는 사람|받는사람",
  cc: "cc|kopie|copie|копия|kopia|kopi|kopio|抄送|副本|참조|bcc|reply-to|antwort an|répondre à",
  subject:
    "subject|betreff|objet|sujet|onderwerp|asunto|oggetto|assunto|temat|předmět|predmet|тема|ämne|emne|aihe|tárgy|konu|subiect|主题|主旨|件名|제목",
  date: "date|sent|datum|gesendet|gesendet am|envoyé|envoyé le|verzonden|fecha|enviado|enviado el|enviada em|enviado em|data|inviato|inviato il|wysłano|odesláno|дата|отправлено|skickat|sendt|dato|päiväys|lähetetty|dátum|tarih|gönderildi|date d'envoi|日期|日付|日時|发送时间|傳送日期|送信日時|날짜|보낸 날짜",
};

const FIELD_OF = new Map(
  Object.entries(LABELS).flatMap(([field, labels]) =>
    labels.split("|").map((label) => [label, field as ForwardField] as const),
  ),
);

/** The header field a label means in any of the languages, null for other words. */
export function forwardField(label: string): ForwardField | null {
  return FIELD_OF.get(label.toLowerCase().trim()) ?? null;
}

const WORDS =
  "forwarded (?:message|mail|e-?mail|by)|original (?:message|mail|e-?mail|complaint|report|abuse report|notice)|weitergeleitete (?:nachricht|e-?mail)|ursprüngliche (?:nachricht|e-?mail)|original-?nachricht|message (?:transféré|original|d'origine)|courriel original|doorgestuurd bericht|oorspronkelijk bericht|mensaje (?:reenviado|original)|messaggio (?:inoltrato|originale)|mensagem (?:encaminhada|original)|wiadomość (?:przekazana|oryginalna)|(?:przekazana|oryginalna) wiadomość|p[řr]edan[áa] zpráva|p[ůu]vodní zpráva|пересылаемое сообщение|пересланное сообщение|исходное сообщение|vidarebefordrat meddelande|ursprungligt meddelande|videresendt (?:meddelelse|melding)|oprindelig meddelelse|välitetty viesti|alkuperäinen viesti|iletilen (?:ileti|mesaj)|转发(?:的)?(?:邮件|信息)|原始邮件|転送(?:された)?メッセージ|전달된 메시지|원본 메시지";

/** `---- Forwarded message from x@y.example ----`, `-----Original Message-----`; group 1 is who it is from, when told there. */
export const FORWARD_LINE = new RegExp(
  `^[ \\t*]*[-_=~*—– ]{2,40}(?:${WORDS})(?:[ :]{1,4}(?:from|von|de|van|da|od|от)[ :]{1,4}([^\\n]{1,120}?))?[ \\t:]{0,20}[-_=~*—– ]{0,40}$`,
  "iu",
);

/** Openings without dashes: Apple Mail, and what hosters write above the complaint they pass on. */
export const FORWARD_OPENING =
  /^[ \t*]*(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:transféré|réexpédié)|begin doorgestuurd bericht|inicio del mensaje reenviado|inizio messaggio inoltrato|início da mensagem (?:encaminhada|reencaminhada)|(?:here (?:is|follows)|below is|see below|please find below|following is) (?:the |a copy of the )?(?:entire|full|complete|original|whole)? ?(?:complaint|abuse report|report|abuse complaint|original (?:message|complaint|report)|notice)[^\n]{0,60}|(?:the )?(?:original|full|complete|entire) (?:abuse )?(?:complaint|report|message|notice)(?: (?:follows|is below|below))?|the complaint (?:follows|is as follows))[ \t]*(?:[:.][ \t]*)?$/iu;

export const FORWARD_END = new RegExp(
  `^[ \\t]*[-_=~* ]{2,40}(?:end (?:of )?(?:the )?|ende der |fin (?:du|de la|del) |einde |fine |konec |ukončení |koniec |конец )?(?:${WORDS}|weitergeleiteten nachricht)(?: ukončení)?[ \\t]*[-_=~* ]{0,40}$`,
  "iu",
);
export const FORWARD_END_WORD = /\b(?:end|ende|fin|einde|fine|konec|koniec)\b|ukončení|конец/iu;

/** `On Mon, 1 Aug, Jo <jo@x.example> wrote:`; group 1 or 2 holds date and name together. */
export const ATTRIBUTION =
  /^[ \t]*(?:(?:on|am|le|op|el|il|em|w dniu|dne|den|le|dana|в|ср,|пн,|вт,|чт,|пт,|сб,|вс,) ?([^\n]{6,200}?) ?(?:wrote|schrieb[^\n]{0,80}|a écrit|schreef[^\n]{0,80}|escribió|ha scritto|escreveu|napisał(?:\(a\))?|pisze|napsal(?:\(a\))?|skrev[^\n]{0,80}|kirjoitti|написал(?:\(а\))?|пишет) ?:|(\d{4}[年/.-][^\n]{4,60} [^\n<]{0,60}<[^<>\s]{3,100}>) ?[:：]|([^\n]{3,120}) (?:wrote|schrieb|schreef|a écrit)(?: on [^\n]{1,60})? ?:)[ \t]*$/iu;
