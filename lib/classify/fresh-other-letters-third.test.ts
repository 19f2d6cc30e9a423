import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

// Spam, chat, lists, requests, providers, robots and ordinary mail, written before the rules were read.
const LETTERS: [type: ComplaintType, subject: string, body: string, from: string][] = [
  [
    "other_not_complaint",
    "Partnership",
    "We sell bulk mail lists and cheap proxies. Interested?",
    "sales@bulk.example",
  ],
  [
    "other_not_complaint",
    "Case closed",
    "Thanks, the problem is solved from our side, the attacks have stopped.",
    "noc@isp.example",
  ],
  [
    "other_not_complaint",
    "Newsletter of the privacy foundation",
    "Read about our court case on data retention and our donation campaign.",
    "news@privacy.example",
  ],
  [
    "other_not_complaint",
    "Access request under Article 15 GDPR",
    "Please tell me which personal data about me you hold.",
    "h@home.example",
  ],
  ["spam_email", "Junk", "i keep getting viagra ads from your server, stop it", "joe@home.example"],
  [
    "spam_email",
    "Complaint",
    "Message delivered from 192.0.2.7 was flagged as spam by 14 of our users.",
    "fbl@freemail.example",
  ],
  [
    "spam_email",
    "Correo basura",
    "Recibimos correo publicitario no deseado desde 192.0.2.7",
    "admin@es.example",
  ],
  [
    "spam_web",
    "Blog",
    "Somebody floods the comments under my recipes with links to pills, IP 192.0.2.7",
    "cook@blog.example",
  ],
  [
    "spam_web",
    "Bots",
    "192.0.2.7 signs up for our newsletter with thousands of made-up addresses through the web form",
    "mkt@shop.example",
  ],
  [
    "spam_web",
    "Forum",
    "The user xx (192.0.2.7) advertises escort services in every thread of our forum",
    "mod@cars.example",
  ],
  [
    "irc",
    "abuse on undernet",
    "clones from 192.0.2.7 joined and spammed, glined for 24h",
    "oper@under.example",
  ],
  [
    "irc",
    "Trolling in chat",
    "A user behind 192.0.2.7 enters our IRC room under new nicks each hour and insults people",
    "op@rizon.example",
  ],
  [
    "irc",
    "K-Line",
    "Your host was k-lined: drones. Questions to kline@irc.example",
    "kline@irc.example",
  ],
  [
    "irc",
    "services flood",
    "MemoServ and NickServ floods from 192.0.2.7 to port 6667",
    "net@irc.example",
  ],
  [
    "blocklist_notice",
    "RBL alert",
    "Listed: 192.0.2.7 on zen (XBL). Last checked 3 January.",
    "mon@tool.example",
  ],
  [
    "blocklist_notice",
    "Ban",
    "192.0.2.7 has been banned from our platform for 30 days.",
    "noreply@game.example",
  ],
  [
    "blocklist_notice",
    "IP reputation",
    "192.0.2.7 was entered in the list of bad senders.",
    "list@rep.example",
  ],
  [
    "block_request",
    "tor",
    "how can we stop tor people from reaching our portal? can you take our range 198.51.100.0/24 out of your exit",
    "it@clinic.example",
  ],
  [
    "block_request",
    "Opt out",
    "Our library does not wish to receive connections from your exit relays. Addresses: 198.51.100.0/25",
    "it@lib.example",
  ],
  [
    "block_request",
    "Blokkade",
    "Kunt u ons adres 198.51.100.9 opnemen in de exit policy van uw Tor-relay?",
    "it@nl.example",
  ],
  [
    "isp_notice",
    "Abuse ticket 5512 - second notice",
    "We have not had an answer from you. Your VPS will go offline tomorrow at 12:00.",
    "abuse@vps.example",
  ],
  [
    "isp_notice",
    "Beschwerde zu Ihrem vServer",
    "Sehr geehrte Kundin, zu Ihrem vServer liegt uns eine Beschwerde vor. Bitte antworten Sie binnen 24 Stunden.",
    "abuse@hoster.example",
  ],
  [
    "isp_notice",
    "Your server is back online",
    "The block on 192.0.2.7 was lifted after your statement. A repeat costs 50 EUR.",
    "abuse@hoster.example",
  ],
  [
    "isp_notice",
    "Klacht over uw server",
    "Beste klant, wij ontvingen een klacht over uw VPS. Los dit binnen 48 uur op.",
    "abuse@nl.example",
  ],
  [
    "autoresponse_bounce",
    "Returned mail: see transcript for details",
    "The following addresses had permanent fatal errors",
    "mailer-daemon@a.example",
  ],
  [
    "autoresponse_bounce",
    "Ticket 881 closed",
    "This ticket was closed automatically because there was no answer for 7 days.",
    "helpdesk@isp.example",
  ],
  [
    "autoresponse_bounce",
    "Accusé de réception",
    "Votre message est bien arrivé et sera traité.",
    "abuse@fr.example",
  ],
  [
    "autoresponse_bounce",
    "Automatic reply: complaint",
    "I no longer work here. Please write to noc@corp.example.",
    "x@corp.example",
  ],
  [
    "other_not_complaint",
    "Congress schedule",
    "The talks on relays start at noon. Bring your key for signing.",
    "org@congress.example",
  ],
  [
    "other_not_complaint",
    "Offer",
    "Buy our DDoS protection, 20 percent off until Friday.",
    "sales@ddosguard.example",
  ],
];

test.each(LETTERS)("%s: %s", (type, subject, body, from) => {
  const isNamed = `${subject} ${body}`.includes("192.0.2.7");
  const found = classified({ subject, body, from, complaint: isNamed ? {} : { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe(type);
});
