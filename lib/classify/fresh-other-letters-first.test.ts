import { expect, test } from "vitest";
import { classified } from "../testing/classified.ts";
import type { ComplaintType } from "./classification.ts";

// Spam, chat, lists, requests, providers, robots and ordinary mail, written before the rules were read.
const LETTERS: [type: ComplaintType, subject: string, body: string, from: string][] = [
  [
    "spam_email",
    "Spam",
    "Received: from [192.0.2.7] by mx.example. This unsolicited pharmacy advertising hit our users.",
    "postmaster@isp.example",
  ],
  [
    "spam_email",
    "Email Feedback Report for IP 192.0.2.7",
    "This is an email abuse report for an email message received from IP 192.0.2.7 on Sat, 3 Jan 2026.",
    "fbl@provider.example",
  ],
  [
    "spam_email",
    "UBE",
    "I never signed up for this newsletter. Headers below. Stop your customer.",
    "x@home.example",
  ],
  [
    "spam_email",
    "Spamversand",
    "Von Ihrem Server wird massenhaft Werbung an unsere Kunden verschickt.",
    "abuse@de.example",
  ],
  [
    "spam_email",
    "Pourriel",
    "Nous recevons des courriels non sollicités envoyés par 192.0.2.7",
    "abuse@fr.example",
  ],
  [
    "spam_email",
    "Spamtrap hits",
    "192.0.2.7 delivered 45 messages to our trap addresses in the last day.",
    "trap@list.example",
  ],
  [
    "spam_email",
    "Unwanted bulk mail",
    "Your user sends bulk mail to addresses scraped from our site.",
    "x@y.example",
  ],
  [
    "spam_email",
    "419",
    "I get this from your IP all the time: I am Barrister John and have 10 million dollars for you. Full source below.",
    "u@z.example",
  ],
  [
    "spam_web",
    "Forum spam",
    "192.0.2.7 registered 30 accounts on our board and posted links to casinos.",
    "admin@board.example",
  ],
  [
    "spam_web",
    "Comment spam",
    "Every night 192.0.2.7 leaves advertising comments on my blog.",
    "me@blog.example",
  ],
  [
    "spam_web",
    "wiki",
    "Our wiki was vandalised by 192.0.2.7: hundreds of pages with pill links.",
    "wiki@club.example",
  ],
  [
    "spam_web",
    "Contact form abuse",
    "Your IP fills in our contact form with adverts for SEO.",
    "info@smith.example",
  ],
  [
    "spam_web",
    "Fake sign-ups",
    "A bot at 192.0.2.7 creates accounts on our site with throwaway addresses.",
    "dev@app.example",
  ],
  [
    "spam_web",
    "Spam im Gästebuch",
    "Von 192.0.2.7 kommen Werbeeinträge in unserem Gästebuch.",
    "web@verein.example",
  ],
  [
    "spam_web",
    "Spam de commentaires",
    "L'adresse 192.0.2.7 poste des commentaires publicitaires sur notre site.",
    "web@fr.example",
  ],
  [
    "irc",
    "Z-line notice",
    "Your address 192.0.2.7 was Z-lined on our network for running drones.",
    "oper@irc.example",
  ],
  [
    "irc",
    "Spambots",
    "Bots from 192.0.2.7 join #lobby on irc.example.net and flood the channel. ircd log attached.",
    "opers@net.example",
  ],
  [
    "irc",
    "Clones",
    "*** Notice -- Client connecting: xx12 (a@192.0.2.7) [192.0.2.7] {users}\nwe killed 40 clones",
    "oper@chat.example",
  ],
  [
    "irc",
    "Channel takeover",
    "Somebody using your IP keeps evading bans in our IRC channel and harasses the ops by nick-changing.",
    "op@chan.example",
  ],
  [
    "irc",
    "DroneBL class 3",
    "Address 192.0.2.7 was seen on our chat network as an IRC drone.",
    "x@dronebl.example",
  ],
  [
    "irc",
    "nickserv",
    "Someone at 192.0.2.7 is guessing NickServ passwords on port 6697",
    "staff@chat.example",
  ],
  [
    "irc",
    "Proxy kill",
    "Open proxy found on 192.0.2.7 while it was connecting to our irc server, host is now on the k:line list",
    "hopm@irc.example",
  ],
  [
    "blocklist_notice",
    "Your IP has been listed",
    "192.0.2.7 was added to the Example Blocklist, reason: spamtrap. Delisting form at our site.",
    "no-reply@dnsbl.example",
  ],
  [
    "blocklist_notice",
    "Blacklist monitor",
    "192.0.2.7 is now on 2 of 94 RBLs: barracuda, uceprotectl1",
    "alerts@monitor.example",
  ],
  [
    "blocklist_notice",
    "Access blocked",
    "All traffic from 192.0.2.7 is now rejected by our gateway for 30 days because of bad reputation.",
    "noc@isp.example",
  ],
  [
    "blocklist_notice",
    "Blacklisted",
    "192.0.2.7 steht jetzt auf unserer Sperrliste.",
    "admin@rbl.example",
  ],
  [
    "blocklist_notice",
    "Removal from RBL",
    "Your address 192.0.2.7 has been removed from our blocklist.",
    "no-reply@rbl.example",
  ],
  [
    "block_request",
    "Please block our network",
    "We do not want Tor traffic. Please reject 198.51.100.0/24 in your exit policy.",
    "it@agency.example",
  ],
  [
    "block_request",
    "Exit policy",
    "Could you exclude our server 198.51.100.9 port 443 from your exit node?",
    "web@shop.example",
  ],
  [
    "block_request",
    "Sperrung",
    "Bitte nehmen Sie unsere Adresse 198.51.100.9 in Ihre Exit-Policy auf, sodass niemand mehr über Ihren Knoten zu uns kommt.",
    "it@klinik.example",
  ],
];

test.each(LETTERS)("%s: %s", (type, subject, body, from) => {
  const isNamed = `${subject} ${body}`.includes("192.0.2.7");
  const found = classified({ subject, body, from, complaint: isNamed ? {} : { accused: [] } });
  expect(found.type, found.reasons.join(" ")).toBe(type);
});
