import { firstUrl, plainWrapper, type WrapperReader } from "./wrapper-reader.ts";

const SENDERS = /@(?:[\w-]+\.)*hetzner\.(?:com|de|example)$/i;

/**
 * Hetzner sends two look-alikes: `AbuseID` wants a statement (24 h, a form behind a token, and often a letter to the
 * complainant too) or the server is locked; `AbuseInfo` wants nothing. Its netscan reports to other networks
 * (`NetscanInLevel`) are complaints of its own. `.example` is the name the sample mails use: no mail can go there.
 */
export const hetzner: WrapperReader = {
  provider: "Hetzner",
  senders: SENDERS,
  recognise: ({ sender, subject }) =>
    SENDERS.test(sender) &&
    /abuse[- ]?(?:id|info|message)/i.test(subject) &&
    !/NetscanInLevel/i.test(subject),
  read: (input) => {
    const info = /AbuseInfo/i.test(input.subject);
    const plain = plainWrapper("Hetzner", input);
    return {
      ...plain,
      ticket: /\bAbuse(?:ID|Info)\s?:\s?([\w:.-]{3,40})/i.exec(input.subject)?.[1] ?? plain.ticket,
      answer: info ? "none" : "mail",
      answerTo: info ? null : (input.message.replyTo[0]?.address ?? input.sender),
      statementUrl: firstUrl(
        input.text,
        /https?:\/\/[\w.-]*hetzner\.(?:com|de|example)\/[^\s<>"')\]]{0,200}(?:statement|abuse|token)[^\s<>"')\]]{0,200}/i,
      ),
      alsoComplainant: !info && plain.alsoComplainant,
      state: info ? "info" : plain.state,
    };
  },
};
