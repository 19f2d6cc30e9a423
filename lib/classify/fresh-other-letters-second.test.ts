import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

// Spam, chat, lists, requests, providers, robots and ordinary mail, written before the rules were read.
const LETTERS: [type: ComplaintType, subject: string, body: string, from: string][] = [
  [
    "block_request",
    "Blocage",
    "Merci de bloquer l'accès à notre serveur 198.51.100.9 depuis votre relais Tor.",
    "dsi@fr.example",
  ],
  [
    "block_request",
    "Stop connecting to us",
    "We ask you to blacklist our domain forum.example on your relays, so that your users can no longer visit it.",
    "admin@forum.example",
  ],
  [
    "block_request",
    "Request to deny",
    "Please configure your Tor node so that it no longer permits connections to port 25 of our range 198.51.100.0/24",
    "net@corp.example",
  ],
  [
    "block_request",
    "Verzoek",
    "Graag ons IP-bereik 198.51.100.0/24 blokkeren op uw Tor exit node.",
    "beheer@nl.example",
  ],
  [
    "isp_notice",
    "[#88991] Abuse report for your server",
    "Dear customer, we got the attached complaint about your IP 192.0.2.7. Answer within 24 hours or we will null-route it.",
    "abuse@hoster.example",
  ],
  [
    "isp_notice",
    "Server unlocked",
    "We have unlocked your server 192.0.2.7. Please make sure it does not happen again.",
    "abuse@hoster.example",
  ],
  [
    "isp_notice",
    "Terms of service",
    "Running anonymising proxies is against our acceptable use policy. Remove it by Friday.",
    "compliance@hoster.example",
  ],
  [
    "isp_notice",
    "Erinnerung: Stellungnahme fehlt",
    "Sehr geehrter Kunde, zu der Meldung vom 3.1. fehlt noch Ihre Stellungnahme. Wir sperren sonst die IP.",
    "abuse@hoster.example",
  ],
  [
    "isp_notice",
    "Signalement concernant votre serveur",
    "Cher client, nous avons reçu une plainte visant 192.0.2.7. Merci de corriger sous 48 h.",
    "abuse@hebergeur.example",
  ],
  [
    "isp_notice",
    "Your IP was nullrouted",
    "Due to an outgoing attack from your VPS we have disabled its network. Reply to get it back.",
    "noc@hoster.example",
  ],
  [
    "isp_notice",
    "Abuse fee",
    "Handling of abuse case 3312 was billed with 30 EUR according to our terms.",
    "billing@hoster.example",
  ],
  [
    "isp_notice",
    "Zgłoszenie nadużycia",
    "Szanowny kliencie, otrzymaliśmy zgłoszenie dotyczące Państwa serwera. Prosimy o reakcję w ciągu 24 godzin.",
    "abuse@hosting.example",
  ],
  [
    "autoresponse_bounce",
    "Undelivered Mail Returned to Sender",
    "This is the mail system at host mx. I'm sorry to have to inform you that your message could not be delivered. <x@y.example>: 550 no such user",
    "mailer-daemon@mx.example",
  ],
  [
    "autoresponse_bounce",
    "Out of office: your mail",
    "I am away until 5 January with no access to mail.",
    "bob@corp.example",
  ],
  [
    "autoresponse_bounce",
    "[#4411] We have received your request",
    "Thank you for contacting our support. A ticket was opened.",
    "help@desk.example",
  ],
  ["autoresponse_bounce", "Abwesenheitsnotiz", "Ich bin bis 5.1. nicht im Büro.", "u@de.example"],
  [
    "autoresponse_bounce",
    "Delivery delayed",
    "Your message has not been delivered yet; delivery attempts will continue.",
    "postmaster@x.example",
  ],
  [
    "autoresponse_bounce",
    "Réponse automatique",
    "Je suis absent jusqu'au 5 janvier.",
    "u@fr.example",
  ],
  [
    "autoresponse_bounce",
    "Read: your message",
    "Your message was read on 3 January.",
    "p@x.example",
  ],
  [
    "autoresponse_bounce",
    "Mailbox full",
    "The recipient's mailbox is over quota.",
    "mailer-daemon@x.example",
  ],
  [
    "autoresponse_bounce",
    "Thank you for your report",
    "Thanks for reporting to our abuse desk. This is an automated confirmation, no need to reply.",
    "abuse@bigisp.example",
  ],
  [
    "other_not_complaint",
    "Weekly security digest",
    "This week: new flaws in VPN appliances, a botnet taken down, and five tips against phishing. Unsubscribe.",
    "news@sec.example",
  ],
  [
    "other_not_complaint",
    "Invoice 1188",
    "Please find attached your invoice for January.",
    "billing@hoster.example",
  ],
  [
    "other_not_complaint",
    "Report Domain: example.org Submitter: mail.example",
    "This is a DMARC aggregate report.",
    "noreply-dmarc@mail.example",
  ],
  [
    "other_not_complaint",
    "Hello from a relay operator",
    "I also run some exits and would love to compare tools. Are you at the congress?",
    "nick@relay.example",
  ],
  [
    "other_not_complaint",
    "Scheduled maintenance",
    "We will replace a switch on 5 January between 02:00 and 04:00 UTC. Short interruptions are possible.",
    "noc@hoster.example",
  ],
  [
    "other_not_complaint",
    "Your account has been limited",
    "Verify your mailbox now or it will be closed: click here.",
    "security@mailbox-upd.example",
  ],
  [
    "other_not_complaint",
    "Thank you",
    "Your relay let me talk to my family. Thank you for running it.",
    "q@x.example",
  ],
  [
    "other_not_complaint",
    "Question about Tor",
    "How does one set up a bridge? I am a student.",
    "s@uni.example",
  ],
  [
    "other_not_complaint",
    "I recorded you",
    "I have hacked your device and made a video of you. Send 900 USD in bitcoin to this wallet within 48 hours.",
    "abuse@you.example",
  ],
];

test.each(LETTERS)("%s: %s", (type, subject, body, from) => {
  const isNamed = `${subject} ${body}`.includes("192.0.2.7");
  const found = classified({ subject, body, from, complaint: isNamed ? {} : { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe(type);
});
