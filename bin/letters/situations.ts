/** One of the commonest situations: a mail of the sample mailbox, and what its letter answers. */
export type Situation = { name: string; mail: string; about: string };

/** In the order an operator meets them, see docs/letters. */
export const SITUATIONS: readonly Situation[] = [
  {
    name: "01-ssh-logins-allowed",
    mail: "01-ssh-fail2ban-report",
    about: "Failed SSH logins, the policy allowed port 22; to the person who was attacked.",
  },
  {
    name: "02-ssh-logins-refused",
    mail: "02-ssh-fail2ban-after-policy-change",
    about: "Failed SSH logins, the policy refused port 22 by then.",
  },
  {
    name: "03-port-scan-by-the-isp",
    mail: "13-hetzner-abuseid-netscan",
    about: "A port scan, forwarded by the provider with its questions.",
  },
  {
    name: "04-web-attack",
    mail: "15-web-human-english",
    about: "Attacks on a web site, written by its owner.",
  },
  {
    name: "05-web-attack-by-the-isp",
    mail: "18-web-ticket-wrapper",
    about: "Attacks on a web site, forwarded by the provider.",
  },
  {
    name: "06-mail-spam-refused",
    mail: "24-spam-port-25",
    about: "Spam to a mail server; relays of ours did not open port 25.",
  },
  {
    name: "07-forum-spam",
    mail: "28-forum-spam-polish",
    about: "Posts and sign-ups in a forum.",
  },
  {
    name: "08-copyright-by-the-isp",
    mail: "41-copyright-hetzner-abuseid",
    about: "A copyright notice about file sharing: one letter to the provider, one to the sender.",
  },
  {
    name: "09-overload-udp",
    mail: "32-ddos-udp-amplification",
    about: "An overload attack over UDP, which Tor does not carry.",
  },
  {
    name: "10-fraud",
    mail: "38-fraud-human-spanish",
    about: "An order with somebody else's card.",
  },
  {
    name: "11-not-our-address",
    mail: "52-not-our-address",
    about: "An address that none of our relays held.",
  },
  {
    name: "12-relay-was-down",
    mail: "54-relay-was-down",
    about: "The relay was not running at that time.",
  },
  {
    name: "13-time-without-zone",
    mail: "55-time-without-zone",
    about: "The report lacks what an answer needs.",
  },
  {
    name: "14-please-block-us",
    mail: "50-block-request-library",
    about: "Somebody who wants no visits from Tor.",
  },
  {
    name: "15-police",
    mail: "45-police-english",
    about: "A letter of the police: what goes to the operator's lawyer, and to nobody else.",
  },
];
