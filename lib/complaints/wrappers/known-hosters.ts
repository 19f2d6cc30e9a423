import { firstUrl, plainWrapper, type WrapperReader } from "./wrapper-reader.ts";

/** OVH, Kimsufi, So you Start: `[Abuse #ID]`, answers to `ticket+ID@abuse.ovh.net`. */
export const ovh: WrapperReader = hoster(
  "OVH",
  /@(?:[\w-]+\.)*(?:ovh\.(?:net|com|co\.uk|de|ca|us)|ovhcloud\.com|kimsufi\.com|soyoustart\.com)$/i,
  {
    extra: ({ message }, wrapper) => {
      const ticketBox = message.replyTo
        .concat(message.from ?? [])
        .find(({ address }) => /^ticket\+/i.test(address));
      return { ...wrapper, answerTo: ticketBox?.address ?? wrapper.answerTo };
    },
  },
);

/** DigitalOcean asks to "review and reply" in its ticket. Mails its own abuse list passes on are not from it: see `reporter`. */
export const digitalocean: WrapperReader = hoster(
  "DigitalOcean",
  /@(?:[\w-]+\.)*digitalocean\.com$/i,
  {
    not: /'[^']{2,80}' via |.{2,80} via abuse/i,
  },
);

/** Linode and Akamai: a ticket, sometimes with network restrictions already in force. */
export const linode: WrapperReader = hoster(
  "Linode",
  /@(?:[\w-]+\.)*(?:linode\.com|akamai\.com)$/i,
  { not: / via abuse/i },
);

/** AWS: what is answered is passed on to the reporter. */
export const aws: WrapperReader = hoster(
  "AWS",
  /^(?:ec2-abuse|trustandsafety|no-reply-aws|abuse)[\w.+-]*@(?:[\w-]+\.)*(?:amazonaws\.com|amazon\.com|aws\.com)$/i,
  {
    extra: (_input, wrapper) => ({ ...wrapper, answer: "mail" }),
  },
);

/** LeaseWeb: a no-reply mail and its Abuse Handler behind a link. */
export const leaseweb: WrapperReader = hoster(
  "Leaseweb",
  /@(?:[\w-]+\.)*leaseweb\.(?:com|nl|de|net)$/i,
  {
    extra: ({ text }, wrapper) => ({
      ...wrapper,
      answer: "portal",
      answerTo: null,
      statementUrl:
        firstUrl(text, /https?:\/\/[\w.-]*leaseweb\.(?:com|nl|de|net)\/[^\s<>"')\]]{1,200}/i) ??
        wrapper.statementUrl,
    }),
  },
);

/** Contabo: 24 h in writing, a lock, and a fee for unlocking. */
export const contabo: WrapperReader = hoster("Contabo", /@(?:[\w-]+\.)*contabo\.(?:com|de)$/i, {});

/** Scaleway, Online, Dedibox: answers in the console only. */
export const scaleway: WrapperReader = hoster(
  "Scaleway",
  /@(?:[\w-]+\.)*(?:scaleway\.com|online\.net|dedibox\.fr)$/i,
  {
    extra: ({ text }, wrapper) => ({
      ...wrapper,
      answer: "portal",
      answerTo: null,
      statementUrl:
        firstUrl(text, /https?:\/\/console\.[^\s<>"')\]]{1,200}/i) ?? wrapper.statementUrl,
    }),
  },
);

type Extra = (
  input: Parameters<WrapperReader["read"]>[0],
  wrapper: ReturnType<WrapperReader["read"]>,
) => ReturnType<WrapperReader["read"]>;

/** A provider told by its sender's domain, writing about abuse. */
function hoster(
  provider: string,
  sender: RegExp,
  { extra, not }: { extra?: Extra; not?: RegExp },
): WrapperReader {
  return {
    provider,
    senders: sender,
    recognise: (input) =>
      sender.test(input.sender) &&
      !not?.test(input.message.from?.name ?? "") &&
      ABOUT_ABUSE.test(`${input.subject}\n${input.text.slice(0, 4_000)}`),
    read: (input) => {
      const plain = plainWrapper(provider, input);
      return extra ? extra(input, plain) : plain;
    },
  };
}

const ABOUT_ABUSE =
  /\b(?:abuse|complaint|infring|attack|terms of service|acceptable use|spam|suspen|lock|missbrauch|sperr|abusive|scan)/i;
